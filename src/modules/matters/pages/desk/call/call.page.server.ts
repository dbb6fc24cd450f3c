import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { DESK_ROLES } from '#kernel/actor.ts';
import { isUuid } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/result.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { forbidden, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { takeCall } from '../../../commands/intake/take-call.ts';
import { CHANNELS } from '../../../contract.ts';
import { type SubmitMatter, submitForm } from '../../../forms/intake.ts';
import { mayRaise } from '../../../permissions.ts';
import { type CallHints, callHints } from '../../../queries/desk/call-hints.ts';
import { CATEGORIES } from '../../../rules/intake/categories.ts';

/** Ways in that the desk offers; the web form and patrols have their own. */
const DESK_CHANNELS = CHANNELS.filter((channel) => channel !== 'WEB' && channel !== 'PATROL');

export function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!DESK_ROLES.includes(page.actor.role)) throw forbidden();
  return {
    channels: DESK_CHANNELS.filter((channel) => mayRaise(page.actor, channel) === null),
    categories: CATEGORIES.map((c) => ({
      value: c.code,
      label: page.t(`category.${c.code}`),
      group: page.t(`category.${c.group}`),
    })),
    requestKey: page.newRequestKey(),
    startedAt: page.now.getTime(),
  };
}

/** What the page is shown again with: hints for what was typed, and what has to be put right. */
export type CallAgain = {
  readonly refusals: readonly Refusal[];
  readonly values: Readonly<Record<string, string>>;
  readonly hints: CallHints;
};

/** `check` looks things up and saves nothing; `save` takes the matter in; `same:<id>` merges it at once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const { database } = page.services;
  const hints = await database.inTransaction(page.actor, (tx) =>
    callHints(tx, {
      words: textOf(form, 'words'),
      place: textOf(form, 'place'),
      placeChoice: textOf(form, 'placeChoice'),
      category: textOf(form, 'category'),
    }),
  );
  const again = (refusals: readonly Refusal[], status: number) =>
    data<CallAgain>({ refusals, values: typedValues(form), hints }, { status });
  const intent = textOf(form, 'intent');
  if (intent === 'check') return again([], 200);
  const asked = matterFrom(page, form, hints);
  if (!asked.ok) return again(asked.refusals, 422);
  const same = intent.startsWith('same:') ? intent.slice(5) : '';
  const key = textOf(form, 'requestKey');
  const made = await runCommand(
    database,
    page.actor,
    (tx) => takeCall(tx, asked.value, isUuid(same) ? same : null),
    { command: 'matters.take-call', requestKey: isUuid(key) ? key : null },
  );
  if (!made.ok) return again([onThisPage(made.refusal)], 422);
  return seeOther(`/desk/matters/${made.value.code}/slip?fresh=1`);
}

/** Fields have other names on this page than in the command. */
const HERE: Readonly<Record<string, string>> = {
  description: 'words',
  reporterName: 'name',
  reporterPhone: 'phone',
  estateId: 'place',
};

function onThisPage(refusal: Refusal): Refusal {
  return { ...refusal, field: HERE[refusal.field ?? ''] ?? refusal.field ?? 'words' };
}

type Asked =
  | { readonly ok: true; readonly value: SubmitMatter }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

function matterFrom(page: Page, form: FormData, hints: CallHints): Asked {
  const refusals: Refusal[] = [];
  const place = hints.chosen?.place;
  if (textOf(form, 'words').length < 2) refusals.push({ code: 'matters.words-missing', field: 'words' });
  if (!place) refusals.push(placeRefusal(form, hints));
  const channel = textOf(form, 'channel');
  const anonymous = textOf(form, 'anonymous') !== '';
  const parsed = submitForm.safeParse({
    channel,
    description: textOf(form, 'words'),
    category: textOf(form, 'category'),
    estateId: place?.estate.id,
    buildingId: place?.building?.id ?? '',
    stairwellId: place?.stairwell?.id ?? '',
    unitId: place?.unit?.id ?? '',
    commonPartId: place?.commonPart?.id ?? '',
    reporter: channel === 'ORGANISATION' ? 'ORGANISATION' : anonymous ? 'ANONYMOUS' : 'NAMED',
    reporterName: textOf(form, 'name'),
    reporterPhone: textOf(form, 'phone'),
    conflictOnSite: textOf(form, 'conflict') !== '',
    overrideLimit: textOf(form, 'overrideLimit') !== '',
    externalNo: textOf(form, 'externalNo'),
    externalDueAt: shanghaiMoment(textOf(form, 'externalDueAt')),
    entrySeconds: secondsSince(page, textOf(form, 'startedAt')),
  });
  if (refusals.length === 0 && !parsed.success) {
    for (const issue of parsed.error.issues)
      refusals.push(onThisPage({ code: 'matters.check-field', field: String(issue.path[0] ?? '') }));
  }
  if (refusals.length > 0 || !parsed.success) return { ok: false, refusals };
  return { ok: true, value: parsed.data };
}

function placeRefusal(form: FormData, hints: CallHints): Refusal {
  if (textOf(form, 'place') === '') return { code: 'matters.place-missing', field: 'place' };
  const code = hints.places.length === 0 ? 'matters.place-not-found' : 'matters.place-several';
  return { code, field: 'place' };
}

function shanghaiMoment(typed: string): string {
  return /^[\d-]{10}T[\d:]{5}$/.test(typed) ? `${typed}:00+08:00` : '';
}

function secondsSince(page: Page, startedAt: string): number | undefined {
  const seconds = Math.round((page.now.getTime() - Number(startedAt)) / 1000);
  return seconds >= 0 && seconds <= 86_400 ? seconds : undefined;
}
