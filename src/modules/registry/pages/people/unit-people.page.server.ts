import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { forbidden, formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { chooseRepresentative } from '../../commands/people/choose-representative.ts';
import { endHolding } from '../../commands/people/end-holding.ts';
import { holdUnit } from '../../commands/people/hold-unit.ts';
import { nameHolder } from '../../commands/people/name-holder.ts';
import { transferUnit } from '../../commands/people/transfer-unit.ts';
import { END_REASONS } from '../../contract/holdings.ts';
import { UNIT_RELATIONS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { organisations } from '../../queries/organisations/organisations.ts';
import { placeFile } from '../../queries/places/place-file.ts';
import { dayOf } from '../../rules/day.ts';
import { readShare } from '../../rules/people/holdings.ts';

/** A unit's people with the forms to keep them. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { unit = '' } = params;
  if (!mayKeep(page.actor, 'hold-unit').ok) throw forbidden();
  const found = isUuid(unit)
    ? await page.services.database.inTransaction(
        page.actor,
        async (tx) => ({ place: await placeFile(tx, 'unit', unit), organisations: await organisations(tx) }),
        { now: page.now },
      )
    : null;
  if (!found?.place) throw notFound();
  return {
    place: found.place,
    organisations: found.organisations.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
    today: dayOf(page.now),
    done: new URL(request.url).searchParams.get('done'),
    requestKey: page.newRequestKey(),
  };
}

/** `do`: hold, sell, end or represent. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { unit = '' } = params;
  const form = await request.formData();
  const what = textOf(form, 'do');
  const command = COMMANDS[what];
  if (!command || !isUuid(unit)) throw notFound();
  const done = await runCommand(page.services.database, page.actor, (tx) => command.run(tx, unit, form), {
    now: page.now,
    requestKey: requestKeyFor(
      page.services.vault,
      textOf(form, 'requestKey'),
      JSON.stringify(typedValues(form)),
    ),
    command: command.name,
  });
  return done.ok
    ? seeOther(`/desk/registry/units/${unit}/people?done=${what}`)
    : formAgain(done.refusal, form);
}

type Run = (tx: Tx, unitId: string, form: FormData) => Promise<Result<unknown>>;

const COMMANDS: Readonly<Record<string, { readonly name: string; readonly run: Run }>> = {
  hold: { name: 'registry.hold-unit', run: hold },
  sell: { name: 'registry.transfer-unit', run: sell },
  end: {
    name: 'registry.end-holding',
    run: async (tx, _unit, form) => {
      const because = END_REASONS.find((one) => one === textOf(form, 'because'));
      if (!because) return refuse('registry.choose-one', { field: 'because' });
      return endHolding(tx, {
        holdingId: textOf(form, 'holding'),
        lastDay: textOf(form, 'lastDay'),
        because,
      });
    },
  },
  represent: {
    name: 'registry.choose-representative',
    run: (tx, _unit, form) => chooseRepresentative(tx, { holdingId: textOf(form, 'holding') }),
  },
};

async function hold(tx: Tx, unitId: string, form: FormData): Promise<Result<unknown>> {
  const relation = UNIT_RELATIONS.find((one) => one === textOf(form, 'relation'));
  if (!relation) return refuse('registry.choose-one', { field: 'relation' });
  const share = readShare(textOf(form, 'share'));
  if (!share.ok) return share;
  const holder = await nameHolder(tx, {
    organisationId: textOf(form, 'organisationId'),
    name: textOf(form, 'name'),
    phone: textOf(form, 'phone'),
  });
  if (!holder.ok) return holder;
  return holdUnit(tx, {
    unitId,
    ...holder.value,
    relation,
    share: share.value,
    isRepresentative: form.has('isRepresentative'),
    fromDay: textOf(form, 'fromDay'),
  });
}

/** Most buyers the form has lines for. */
const BUYERS = [1, 2, 3, 4] as const;

async function sell(tx: Tx, unitId: string, form: FormData): Promise<Result<unknown>> {
  const buyers = [];
  for (const at of BUYERS) {
    const name = textOf(form, `buyer${at}`);
    const organisationId = at === 1 ? textOf(form, 'organisationId') : '';
    if (name === '' && organisationId === '') continue;
    const share = readShare(textOf(form, `share${at}`));
    if (!share.ok) return { ok: false, refusal: { ...share.refusal, field: `share${at}` } };
    const holder = await nameHolder(tx, { organisationId, name, phone: textOf(form, `phone${at}`) });
    if (!holder.ok) return { ok: false, refusal: { ...holder.refusal, field: `phone${at}` } };
    buyers.push({ ...holder.value, share: share.value });
  }
  const sold = await transferUnit(tx, { unitId, day: textOf(form, 'day'), buyers });
  return sold.ok ? ok(sold.value) : sold;
}
