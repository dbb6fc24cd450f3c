import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { notFound, seeOther, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { ACTION_COMMANDS } from '../../../commands/engine/desk-actions.ts';
import {
  ACTION_FORMS,
  type ActionField,
  type DeskAction,
  isDeskAction,
} from '../../../forms/desk-actions.ts';
import { actionChoices, matterIdOf, unitIdOf } from '../../../queries/desk/action-choices.ts';
import { type Dossier, dossier } from '../../../queries/desk/dossier.ts';
import { listSearch, queryOf } from '../list/columns.page.server.ts';
import { type FieldOption, optionsOf } from './field-options.page.server.ts';

/** A field as the page draws it: with its choices and what stands there at first. */
export type DrawnField = ActionField & { readonly options: readonly FieldOption[]; readonly value: string };

function actionOf(name: string | undefined): DeskAction {
  if (name === undefined || !isDeskAction(name)) throw notFound();
  return name;
}

async function matterOf(tx: Tx, code: string | undefined): Promise<Dossier> {
  const matter = await dossier(tx, code ?? '');
  if (!matter) throw notFound();
  return matter;
}

/** The form of one action on one matter, filled as far as it is known. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const action = actionOf(params.action);
  const asked = new URL(request.url).searchParams;
  const { matter, choices } = await page.services.database.inTransaction(page.actor, async (tx) => {
    const found = await matterOf(tx, params.code);
    return { matter: found, choices: await actionChoices(tx, found) };
  });
  const fields = ACTION_FORMS[action].fields.map(
    (field): DrawnField => ({
      ...field,
      options: field.source ? optionsOf(field.source, { page, matter, choices }) : [],
      value: asked.get(field.name) ?? prefillOf(field, matter),
    }),
  );
  return {
    action,
    matter,
    fields: fields.filter((f) => f.source !== 'likely-same' || f.options.length > 0),
    danger: ACTION_FORMS[action].danger ?? false,
    refusal: matter.offers.find((offer) => offer.action === action)?.refusal ?? null,
    isOffered: matter.offers.some((offer) => offer.action === action),
    requestKey: page.newRequestKey(),
    search: listSearch(queryOf(asked)),
  };
}

/** What stands in a field at first: `=value` as given, or a value of the matter. */
function prefillOf(field: ActionField, matter: Dossier): string {
  const { prefill } = field;
  if (prefill === undefined) return '';
  if (prefill.startsWith('=')) return prefill.slice(1);
  const known: Readonly<Record<string, string | null>> = {
    kind: matter.kind,
    category: matter.row.category,
    level: matter.level,
    complainedOrgId: matter.row.complained_org_id,
    leadOrgId: matter.row.lead_org_id,
    leadPostId: matter.row.lead_post_id,
    coHandlerOrgIds: matter.coHandlers.map((org) => org.id).join(' '),
    title: matter.title,
    description: matter.description,
  };
  return known[prefill] ?? '';
}

/** Runs the command of the action; refused, the form is shown again with what was typed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const page = pageOf(context);
  const name = actionOf(params.action);
  const form = await request.formData();
  const { database } = page.services;
  const { matter, raw } = await database.inTransaction(page.actor, async (tx) => ({
    matter: await matterOf(tx, params.code),
    raw: await rawOf(tx, name, form),
  }));
  const prepared = ACTION_COMMANDS[name]({ ...raw, matterId: matter.row.id });
  if (!prepared.ok) return again(page, form, prepared.fields.map(wrongField));
  const key = raw.requestKey;
  const result = await runCommand(database, page.actor, prepared.run, {
    command: `matters.${name}`,
    requestKey: typeof key === 'string' && isUuid(key) ? key : null,
  });
  if (!result.ok) return again(page, form, [result.refusal]);
  const search = listSearch(queryOf(new URL(request.url).searchParams));
  const { code } = matter.row;
  return seeOther(`/desk/matters/${code}${search === '' ? '?' : `${search}&`}done=${name}`);
}

function wrongField(field: string): Refusal {
  return { code: 'matters.check-field', field };
}

/** What was typed, as the schemas want it: nothing for empty fields, Shanghai for moments, ids for codes. */
async function rawOf(tx: Tx, name: DeskAction, form: FormData): Promise<Record<string, unknown>> {
  const raw: Record<string, unknown> = {};
  for (const [field, value] of form) if (typeof value === 'string' && value !== '') raw[field] = value;
  for (const field of ACTION_FORMS[name].fields) {
    if (field.input === 'many') raw[field.name] = form.getAll(field.name);
    const typed = raw[field.name];
    if (typeof typed !== 'string') continue;
    if (field.input === 'moment' && /^[\d-]{10}T[\d:]{5}$/.test(typed)) raw[field.name] = `${typed}:00+08:00`;
    if (field.lookUp) {
      const found = await (field.lookUp.as === 'matter' ? matterIdOf(tx, typed) : unitIdOf(tx, typed));
      raw[field.lookUp.into] = found ?? typed;
    }
  }
  return raw;
}

/** The form once more: 409 when somebody else was first, else 422. Several ticks of a name are kept together. */
function again(page: Page, form: FormData, refusals: readonly Refusal[]) {
  const values = typedValues(form);
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).filter((value) => typeof value === 'string');
    if (all.length > 1) values[name] = all.join(' ');
  }
  const first = refusals.some((refusal) => refusal.code === 'matters.already-handled');
  const told = refusals.map((refusal) => whoInWords(page, refusal));
  return data({ refusals: told, values }, { status: first ? 409 : 422 });
}

/** Nobody is named when the reporter or a timer was first; a refusal says so in words. */
export function whoInWords(page: Page, refusal: Refusal): Refusal {
  if (refusal.code !== 'matters.already-handled' || refusal.params?.who) return refusal;
  return { ...refusal, params: { who: page.t('desk.by-other') } };
}
