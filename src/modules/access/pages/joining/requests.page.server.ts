import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { type Refusal, refuse } from '#kernel/result.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { forbidden, formAgain, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { decideRequest } from '../../commands/joining/decide-request.ts';
import { REFUSAL_REASONS } from '../../contract/joining.ts';
import { joinQueue } from '../../queries/joining/join-queue.ts';

/** Who waits to be let in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, actor, now } = pageOf(context);
  const queue = await services.database.inTransaction(actor, joinQueue, { now });
  if (!queue) throw forbidden();
  const done = Number(new URL(request.url).searchParams.get('done'));
  return { queue, done: Number.isInteger(done) ? done : 0 };
}

/** Lets everybody ticked in, or refuses one. Each is decided by itself: one that cannot be stops no other. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const refusing = textOf(form, 'refuse');
  const ids = refusing ? [refusing] : form.getAll('request').filter((one) => typeof one === 'string');
  if (ids.length === 0) return formAgain(refuse('access.tick-somebody').refusal, form);
  const because = REFUSAL_REASONS.find((one) => one === textOf(form, `because-${refusing}`));
  if (refusing && !because) return formAgain(refuse('access.say-why').refusal, form);
  const refusals: Refusal[] = [];
  for (const requestId of ids) {
    const decision = because
      ? ({ requestId, admit: false, because, text: textOf(form, `text-${requestId}`) } as const)
      : ({ requestId, admit: true } as const);
    const done = await runCommand(page.services.database, page.actor, (tx) => decideRequest(tx, decision), {
      now: page.now,
    });
    if (!done.ok) refusals.push(done.refusal);
  }
  if (refusals.length > 0) return formAgain(refusals, form);
  return seeOther(`/desk/access/requests?done=${ids.length}`);
}
