import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { dateKey } from '#kernel/work-calendar.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { forbidden, formAgain, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { recordResolution } from '../commands/record-resolution.ts';
import { recordForm } from '../forms/resolutions.ts';
import { mayRecord } from '../permissions.ts';
import { postChoices } from '../queries/action-detail.ts';
import { mattersNamed } from '../queries/matters-named.ts';

/** Rows of actions a form shows; those left empty count for nothing. */
export const ACTION_ROWS = 4;
const FIELDS = ['task', 'post', 'due', 'measure'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (mayRecord(page.actor)) throw forbidden();
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => ({
      id: tx.newId(),
      posts: await postChoices(tx),
      today: dateKey(page.now),
      requestKey: page.newRequestKey(),
      /** The matter one came from. */
      matter: new URL(request.url).searchParams.get('matter') ?? '',
    }),
    { now: page.now },
  );
}

/** Records the resolution with every row in which something is written. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const rows = Array.from({ length: ACTION_ROWS }, (_, at) => at + 1).filter((n) =>
    FIELDS.some((field) => textOf(form, `${field}${n}`) !== ''),
  );
  const named = await page.services.database.inTransaction(
    page.actor,
    (tx) => mattersNamed(tx, textOf(form, 'matters')),
    { now: page.now },
  );
  if (named.unknown !== null) {
    const params = { typed: named.unknown };
    return formAgain({ code: 'resolutions.no-such-matter', field: 'matters', params }, form);
  }
  const read = recordForm.safeParse({
    matterIds: named.ids,
    id: textOf(form, 'id'),
    meeting: textOf(form, 'meeting'),
    resolvedOn: textOf(form, 'resolvedOn'),
    text: textOf(form, 'text'),
    actions: rows.map((n) => ({
      task: textOf(form, `task${n}`),
      postId: textOf(form, `post${n}`),
      due: textOf(form, `due${n}`),
      measure: textOf(form, `measure${n}`),
      ...afterOf(form, n, rows),
    })),
  });
  if (!read.success) {
    return formAgain(
      { code: 'resolutions.say-what', field: fieldOf(read.error.issues[0]?.path ?? [], rows) },
      form,
    );
  }
  const done = await runCommand(page.services.database, page.actor, (tx) => recordResolution(tx, read.data), {
    now: page.now,
    requestKey: requestKeyFor(page.services.vault, textOf(form, 'requestKey'), read.data.id),
    command: 'resolutions.record',
  });
  return done.ok ? seeOther('/desk/actions') : formAgain(done.refusal, form);
}

/** The earlier row this one waits for, as its place among those that are filled in. */
function afterOf(form: FormData, n: number, rows: readonly number[]): { after?: number } {
  const at = rows.indexOf(Number(textOf(form, `after${n}`)));
  return at < 0 ? {} : { after: at + 1 };
}

/** The field of the page that an issue of the form's schema means. */
function fieldOf(path: readonly PropertyKey[], rows: readonly number[]): string {
  const [first, at, field] = path;
  if (first !== 'actions') return String(first ?? 'text');
  const n = rows[Number(at)] ?? 1;
  return `${field === 'postId' ? 'post' : String(field ?? 'task')}${n}`;
}
