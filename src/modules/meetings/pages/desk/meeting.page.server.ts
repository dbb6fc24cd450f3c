import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { makePicture } from '#platform/files/pictures.ts';
import { notFound, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { changeAgenda } from '../../commands/agenda/change-agenda.ts';
import { putOnAgenda } from '../../commands/agenda/put-on-agenda.ts';
import { settleTopic } from '../../commands/agenda/settle-topic.ts';
import { keepAttendanceSheet } from '../../commands/attendance/keep-attendance-sheet.ts';
import { replyInvitation } from '../../commands/attendance/reply-invitation.ts';
import { moveMeeting } from '../../commands/life/move-meeting.ts';
import { addAddendum } from '../../commands/minutes/add-addendum.ts';
import { minutesSheet } from '../../commands/minutes/minutes-text.part.ts';
import { reviewMinutes } from '../../commands/minutes/review-minutes.ts';
import { writeRemarks } from '../../commands/minutes/write-remarks.ts';
import { MEETING_STEPS } from '../../contract/meetings.ts';
import {
  addendumForm,
  agendaForm,
  changeAgendaForm,
  moveForm,
  remarksForm,
  replyForm,
  reviewForm,
  settleTopicForm,
  sheetForm,
} from '../../forms/meetings.ts';
import { seatChoices } from '../../queries/body-seats.ts';
import { candidates } from '../../queries/candidates.ts';
import { meetingFile } from '../../queries/meeting-file.ts';
import { AGENDA_STATES } from '../../rules/meeting-lifecycle.ts';
import { type Deed, deed, send } from '../send.page.server.ts';

/** A meeting with its agenda, what waits for it, and what the reader may do now. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const seen = await page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const file = await meetingFile(tx, params.id ?? '');
      if (!file) return null;
      const isOpen = AGENDA_STATES.includes(file.state) && file.may.includes('put-on-agenda');
      return {
        file,
        waiting: isOpen ? await candidates(tx, file.body.id) : [],
        organisations: isOpen ? await seatChoices(tx) : [],
        isOpen,
        minutes: file.closedAt && file.isInside ? await minutesSheet(tx, file.id) : null,
        newId: tx.newId(),
      };
    },
    { now: page.now },
  );
  if (!seen) throw notFound();
  return {
    ...seen,
    isDone: new URL(request.url).searchParams.has('done'),
    requestKey: page.newRequestKey(),
  };
}

/** What each button of the page does. */
function deedOf(what: string, bodyId: string): Deed | null {
  if ((MEETING_STEPS as readonly string[]).includes(what)) return deed(moveForm, moveMeeting);
  switch (what) {
    case 'put-on-agenda':
      return deed(agendaForm, async (tx, input) => putOnAgenda(tx, input, await candidates(tx, bodyId)));
    case 'change-agenda':
      return deed(changeAgendaForm, changeAgenda);
    case 'settle-topic':
      return deed(settleTopicForm, settleTopic);
    case 'reply-invitation':
      return deed(replyForm, replyInvitation);
    case 'review-minutes':
      return deed(reviewForm, reviewMinutes);
    case 'write-remarks':
      return deed(remarksForm, writeRemarks);
    case 'add-addendum':
      return deed(addendumForm, addAddendum);
    default:
      return null;
  }
}

/** Takes the meeting a step further, or works on its agenda, answers or minutes. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const typed = typedValues(form);
  const what = textOf(form, 'do');
  const meetingId = params.id ?? '';
  const done =
    what === 'keep-attendance-sheet' ? await sheetDeed(form) : deedOf(what, await bodyIdOf(page, meetingId));
  if (!done) throw notFound();
  const input = {
    ...typed,
    meetingId,
    step: what,
    agrees: typed.agrees !== 'no',
    sourceId: typed.sourceId || null,
    leadOrgId: typed.leadOrgId || null,
    lateReason: typed.lateReason ?? '',
    facts: typed.facts ?? '',
    options: typed.options ?? '',
    note: typed.note ?? '',
    text: typed.text ?? '',
  };
  return send(page, form, what, done, input, `/desk/meetings/${meetingId}?done`);
}

/** The photo of the list, drawn anew; what is no picture is refused in words. */
async function sheetDeed(form: FormData): Promise<Deed> {
  const file = form.get('sheet');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const picture = await makePicture(bytes, 'sheet');
  return deed(sheetForm, async (tx, input) =>
    picture.ok ? keepAttendanceSheet(tx, input, picture.value) : picture,
  );
}

async function bodyIdOf(page: Page, meetingId: string): Promise<string> {
  const file = await page.services.database.inTransaction(page.actor, (tx) => meetingFile(tx, meetingId), {
    now: page.now,
  });
  if (!file) throw notFound();
  return file.body.id;
}
