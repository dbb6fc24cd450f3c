import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { forbidden, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { askTopic } from '../../commands/agenda/ask-topic.ts';
import { settleTopic } from '../../commands/agenda/settle-topic.ts';
import { settleTopicForm, topicForm } from '../../forms/meetings.ts';
import { deskMeetings } from '../../queries/meeting-list.ts';
import { deed, send } from '../send.page.server.ts';

const DEEDS = { 'ask-topic': deed(topicForm, askTopic), 'settle-topic': deed(settleTopicForm, settleTopic) };

/** Meetings to come, minutes in the making, meetings held, and what the own organisation asked for. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const seen = await page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const meetings = await deskMeetings(tx);
      return meetings && { ...meetings, newId: tx.newId() };
    },
    { now: page.now },
  );
  if (!seen) throw forbidden();
  return {
    ...seen,
    isDone: new URL(request.url).searchParams.has('done'),
    requestKey: page.newRequestKey(),
  };
}

/** Asks for a topic, or takes one back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const what = textOf(form, 'do') === 'settle-topic' ? 'settle-topic' : 'ask-topic';
  return send(page, form, what, DEEDS[what], typedValues(form), '/desk/meetings?done');
}
