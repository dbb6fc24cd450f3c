import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { dateKey } from '#kernel/work-calendar.ts';
import { textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { planMeeting } from '../../commands/life/plan-meeting.ts';
import { planSeries } from '../../commands/life/plan-series.ts';
import { planForm, seriesForm } from '../../forms/meetings.ts';
import { seatChoices } from '../../queries/body-seats.ts';
import { deskMeetings } from '../../queries/meeting-list.ts';
import { rulesToday } from '../../queries/rules-today.ts';
import { deed, send } from '../send.page.server.ts';

/** The bodies one convenes, and who may write the record. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const seen = await page.services.database.inTransaction(
    page.actor,
    async (tx) => ({
      bodies: (await deskMeetings(tx))?.convenes ?? [],
      organisations: await seatChoices(tx),
      rules: await rulesToday(tx),
      newId: tx.newId(),
    }),
    { now: page.now },
  );
  return {
    ...seen,
    ownPostId: page.actor.post?.postId ?? '',
    month: dateKey(page.now).slice(0, 7),
    requestKey: page.newRequestKey(),
  };
}

/** Plans one meeting, or the months to come. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const typed = typedValues(form);
  if (textOf(form, 'do') === 'plan-series')
    return send(page, form, 'plan-series', deed(seriesForm, planSeries), typed, '/desk/meetings?done');
  const input = { ...typed, isAdHoc: typed.isAdHoc === 'yes', adHocReason: typed.adHocReason ?? '' };
  const to = `/desk/meetings/${textOf(form, 'id')}`;
  return send(page, form, 'plan-meeting', deed(planForm, planMeeting), input, to);
}
