import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import type { Refusal } from '#kernel/result.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { textOf } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { ACTION_COMMANDS } from '../../../commands/engine/desk-actions.ts';
import { handlerChoices } from '../../../queries/desk/action-choices.ts';
import { deskList, ticked } from '../../../queries/desk/desk-list.ts';
import { whoInWords } from '../action/action.page.server.ts';
import { orgOptions } from '../action/field-options.page.server.ts';
import { queryOf } from './columns.page.server.ts';

/** Most matters handled at once. */
const MOST = 40;

function codesOf(values: readonly FormDataEntryValue[]): string[] {
  const codes = values.filter((value) => typeof value === 'string' && /^[A-Z0-9-]{3,20}$/.test(value));
  return [...new Set(codes as string[])].slice(0, MOST);
}

/** The ticked matters, or the whole page of the list to print. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const asked = new URL(request.url).searchParams;
  const codes = codesOf(asked.getAll('code'));
  const isPrint = asked.get('print') !== null;
  return page.services.database.inTransaction(page.actor, async (tx) => ({
    isPrint,
    items: isPrint ? (await deskList(tx, queryOf(asked))).items : await ticked(tx, codes),
    organisations: orgOptions(page, (await handlerChoices(tx, null)).organisations),
  }));
}

/** What became of one matter: done, or why not. */
export type BulkResult = { readonly code: string; readonly refusal: Refusal | null };

/** Accepts or dispatches each matter by itself; one that is refused stops no other. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const name = textOf(form, 'intent') === 'assign' ? 'assign' : 'accept';
  const codes = codesOf(form.getAll('code'));
  const items = await page.services.database.inTransaction(page.actor, (tx) => ticked(tx, codes));
  const results: BulkResult[] = [];
  for (const item of items) {
    const version = Number(textOf(form, `version-${item.code}`)) || undefined;
    const raw = { matterId: item.id, version, leadOrgId: textOf(form, 'leadOrgId') };
    results.push({ code: item.code, refusal: await one(page, name, raw) });
  }
  return { name, results };
}

async function one(
  page: Page,
  name: 'accept' | 'assign',
  raw: Record<string, unknown>,
): Promise<Refusal | null> {
  const prepared = ACTION_COMMANDS[name](raw);
  if (!prepared.ok) return { code: 'matters.no-such-organisation', field: 'leadOrgId' };
  const result = await runCommand(page.services.database, page.actor, prepared.run);
  return result.ok ? null : whoInWords(page, result.refusal);
}
