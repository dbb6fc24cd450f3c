import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { forbidden, formAgain, notFound, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { closeCards } from '../../commands/joining/close-cards.ts';
import { cardsOf } from '../../queries/joining/cards-of.ts';

/** Entrances, and the cards of `?stairwell=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, actor, now } = pageOf(context);
  const asked = new URL(request.url).searchParams;
  const stairwell = asked.get('stairwell') ?? '';
  const found = await services.database.inTransaction(
    actor,
    (tx) => cardsOf(tx, isUuid(stairwell) ? stairwell : null),
    { now },
  );
  if (!found) throw forbidden();
  return { ...found, closed: asked.get('closed') };
}

/** Closes the cards of an entrance. Making them answers with the sheet: `cards-sheet.page.server.ts`. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const stairwellId = textOf(form, 'stairwell');
  if (!isUuid(stairwellId)) throw notFound();
  const closed = await runCommand(
    page.services.database,
    page.actor,
    (tx) => closeCards(tx, { stairwellId }),
    {
      now: page.now,
    },
  );
  if (!closed.ok) return formAgain(closed.refusal, form);
  return seeOther(`/desk/access/cards?stairwell=${stairwellId}&closed=${closed.value}`);
}
