import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import type { Page } from '#web/page/page-context.ts';

/**
 * Runs the command a form stands for, once however often it is sent, and goes on to `next`; a refusal shows the
 * form again.
 */
export async function runForm<T>(
  page: Page,
  form: FormData,
  command: string,
  run: (tx: Tx) => Promise<Result<T>>,
  next: (value: T) => string,
) {
  const { database, vault } = page.services;
  const done = await runCommand(database, page.actor, run, {
    now: page.now,
    requestKey: requestKeyFor(vault, textOf(form, 'requestKey'), JSON.stringify(typedValues(form))),
    command: `registry.${command}`,
  });
  return done.ok ? seeOther(next(done.value)) : formAgain(done.refusal, form);
}
