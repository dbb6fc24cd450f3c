import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { addDays, dateKey } from '#kernel/work-calendar.ts';
import { type CommandOptions, runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { draftRules } from '../../commands/rules/draft-rules.ts';
import { moveRules } from '../../commands/rules/move-rules.ts';
import { RULE_PARAMETER_NAMES } from '../../contract/rules-of-procedure.ts';
import { draftRulesForm, moveRulesForm } from '../../forms/rules.ts';
import { mayKeepRules } from '../../permissions.ts';
import { rulesVersions } from '../../queries/rules/rules-of-procedure.ts';
import { FEWEST_CONSULTATION_DAYS, inForceOn } from '../../rules/procedure/rules-lifecycle.ts';

/** A version to read, write and take further; an id nobody has yet is a new one. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const id = params.id ?? '';
  if (!isUuid(id)) throw notFound();
  const all = await page.services.database.inTransaction(page.actor, rulesVersions, { now: page.now });
  const today = dateKey(page.now);
  const states = all.map((one) => ({
    one,
    state: one.adoptedOn ? ('ADOPTED' as const) : ('DRAFT' as const),
    effectiveFrom: one.effectiveFrom,
  }));
  return {
    id,
    version: all.find((one) => one.id === id) ?? null,
    /** What a new version begins with: the text and numbers that hold last. */
    last: inForceOn(states, '9999-12-31')?.one ?? null,
    mayAdopt: mayKeepRules(page.actor, 'adopt-rules').ok,
    today,
    earliestEnd: addDays(today, FEWEST_CONSULTATION_DAYS - 1),
    requestKey: page.newRequestKey(),
  };
}

/** Keeps a draft, or takes a version a step further. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const id = params.id ?? '';
  const read = textOf(form, 'do') === 'draft-rules' ? readDraft(form, id) : readStep(form, id);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'body');
    return formAgain({ code: 'agreements.say-what', field }, form);
  }
  const done = await run(page, read.data, form);
  return done.ok ? seeOther(`/desk/rules/${id}`) : formAgain(done.refusal, form);
}

function readDraft(form: FormData, id: string) {
  const parameters = Object.fromEntries(
    RULE_PARAMETER_NAMES.map((name) => [
      name,
      { value: Number(textOf(form, name) || 'none'), clause: textOf(form, `${name}Clause`).slice(0, 30) },
    ]),
  );
  return draftRulesForm.safeParse({ ...typedValues(form), id, parameters });
}

function readStep(form: FormData, id: string) {
  return moveRulesForm.safeParse({ ...typedValues(form), id, step: textOf(form, 'do') });
}

type Read =
  | NonNullable<ReturnType<typeof readDraft>['data']>
  | NonNullable<ReturnType<typeof readStep>['data']>;

function run({ services, actor, now }: Page, input: Read, form: FormData): Promise<Result<unknown>> {
  const command = 'step' in input ? input.step : 'draft-rules';
  const key = requestKeyFor(services.vault, textOf(form, 'requestKey'), JSON.stringify(input));
  const options: CommandOptions = { now, requestKey: key, command: `agreements.${command}` };
  return 'step' in input
    ? runCommand(services.database, actor, (tx) => moveRules(tx, input), options)
    : runCommand(services.database, actor, (tx) => draftRules(tx, input), options);
}
