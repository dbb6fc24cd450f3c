import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { verifyNeighborhood } from '#platform/audit/verify-neighborhoods.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { forbidden, seeOther } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { recordVerification } from '../../commands/record-verification.ts';
import { mayOversee } from '../../permissions.ts';
import { chainState, trailChoices } from '../../queries/trail-choices.ts';
import { trailList } from '../../queries/trail-list.ts';
import { questionText, readCursor, trailQuestion } from '../../rules/trail-question.ts';

const A_PAGE = 50;

/** Every change and every look at a contact; filters and the cursor are in the address. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const asked = new URL(request.url).searchParams;
  const question = trailQuestion((name) => asked.get(name));
  const after = readCursor(asked.get('after'));
  return page.services.database.inTransaction(page.actor, async (tx) => {
    const found = await trailList(tx, question, after, A_PAGE);
    if (!found.ok) throw forbidden();
    return {
      ...found.value,
      question,
      search: questionText(question),
      isLater: after !== null,
      choices: await trailChoices(tx, question),
      chain: await chainState(tx),
    };
  });
}

/** Checks the chain now, and writes down that it was checked. */
export async function action({ context }: ActionFunctionArgs) {
  const { services, actor } = pageOf(context);
  if (!mayOversee(actor, 'verify-chain').ok) throw forbidden();
  const report = await verifyNeighborhood(services.database, actor.neighborhoodId);
  const recorded = await runCommand(services.database, actor, (tx) => recordVerification(tx, report));
  if (!recorded.ok) throw forbidden();
  return seeOther('/desk/oversight/trail#chain');
}
