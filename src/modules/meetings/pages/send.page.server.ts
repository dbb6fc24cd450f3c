import type { z } from 'zod';
import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, notFound, seeOther, textOf } from '#web/page/answers.ts';
import type { Page } from '#web/page/page-context.ts';

/** One thing a form of a meeting's page asks for: how it is read, and who does it. */
export type Deed<T = unknown> = {
  readonly form: z.ZodType<T>;
  readonly run: (tx: Tx, input: T) => Promise<Result<unknown>>;
};

/** Keeps the type of the form and of what is run together. */
export function deed<T>(form: z.ZodType<T>, run: (tx: Tx, input: T) => Promise<Result<unknown>>): Deed {
  return { form, run } as Deed;
}

/**
 * Reads a form, runs its command once, and leads on; what is wrong is shown again with what was typed.
 *
 * @param fields names of the page where they differ from those of the form: `startsAt` → `day`
 */
export async function send(
  page: Page,
  form: FormData,
  command: string,
  { form: schema, run }: Deed,
  input: unknown,
  done: string,
) {
  const read = schema.safeParse(input);
  if (!read.success) {
    const path = read.error.issues[0]?.path ?? [];
    if (['meetingId', 'itemId', 'version'].includes(String(path[0]))) throw notFound();
    return formAgain({ code: 'meetings.say-what', field: fieldOf(path) }, form);
  }
  const answer = await runCommand(page.services.database, page.actor, (tx) => run(tx, read.data), {
    now: page.now,
    requestKey: requestKeyFor(
      page.services.vault,
      textOf(form, 'requestKey'),
      `${command}\n${JSON.stringify(read.data)}`,
    ),
    command: `meetings.${command}`,
  });
  if (answer.ok) return seeOther(done);
  if (answer.refusal.code === 'meetings.not-found') throw notFound();
  return formAgain(answer.refusal, form);
}

/** The field of the page an issue of a form means: `actions.0.due` is `due1`. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [first, at, field] = path;
  if (first === 'actions')
    return `${field === 'postId' ? 'post' : String(field ?? 'task')}${Number(at ?? 0) + 1}`;
  return String(first ?? '');
}
