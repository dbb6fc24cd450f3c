import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { sayHere } from '../../commands/attendance/say-here.ts';
import { hereForm } from '../../forms/meetings.ts';
import { meetingFile } from '../../queries/meeting-file.ts';
import { deed, send } from '../send.page.server.ts';

/** The meeting whose room's code was scanned. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const file = await page.services.database.inTransaction(
    page.actor,
    (tx) => meetingFile(tx, params.id ?? ''),
    { now: page.now },
  );
  if (!file?.ownSeat) throw notFound();
  return {
    file,
    seat: file.ownSeat,
    isDone: new URL(request.url).searchParams.has('done'),
    requestKey: page.newRequestKey(),
  };
}

/** Says that one's organisation is in the room. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const input = { meetingId: params.id ?? '', roomKey: params.key ?? '' };
  const to = `/desk/meetings/${input.meetingId}/here/${input.roomKey}?done`;
  return send(page, form, 'say-here', deed(hereForm, sayHere), input, to);
}
