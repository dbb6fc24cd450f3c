import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { notFound, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { recordAttendance } from '../../commands/attendance/record-attendance.ts';
import { writeRemarks } from '../../commands/minutes/write-remarks.ts';
import { concludeItem } from '../../commands/session/conclude-item.ts';
import { deferItem } from '../../commands/session/defer-item.ts';
import { recuse } from '../../commands/session/recuse.ts';
import { resolveItem } from '../../commands/session/resolve-item.ts';
import { takeItem } from '../../commands/session/take-item.ts';
import { writeItem } from '../../commands/session/write-item.ts';
import { writePosition } from '../../commands/session/write-position.ts';
import {
  ACTION_ROWS,
  attendanceForm,
  concludeForm,
  deferForm,
  positionForm,
  recuseForm,
  remarksForm,
  resolveForm,
  takeItemForm,
  writeItemForm,
} from '../../forms/meetings.ts';
import { seatChoices } from '../../queries/body-seats.ts';
import { meetingFile } from '../../queries/meeting-file.ts';
import { type Deed, deed, send } from '../send.page.server.ts';

const ACTION_FIELDS = ['task', 'post', 'due', 'measure'] as const;

/** The room: the item that is called, or the one asked for by `?item=`. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const seen = await page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const file = await meetingFile(tx, params.id ?? '');
      if (!file?.isInside) return null;
      const writes = file.may.includes('write-item');
      return { file, writes, organisations: writes ? await seatChoices(tx) : [], newId: tx.newId() };
    },
    { now: page.now },
  );
  if (!seen) throw notFound();
  const url = new URL(request.url);
  const asked = seen.file.items.find((item) => item.id === url.searchParams.get('item'));
  const now = seen.file.items.find(({ state }) => state === 'IN_DISCUSSION');
  return {
    ...seen,
    item: asked ?? now ?? seen.file.items[0] ?? null,
    isDone: url.searchParams.has('done'),
    requestKey: page.newRequestKey(),
  };
}

const DEEDS: Readonly<Record<string, Deed>> = {
  'record-attendance': deed(attendanceForm, recordAttendance),
  'take-item': deed(takeItemForm, takeItem),
  'write-item': deed(writeItemForm, writeItem),
  'write-position': deed(positionForm, writePosition),
  recuse: deed(recuseForm, recuse),
  'defer-item': deed(deferForm, deferItem),
  'conclude-item': deed(concludeForm, concludeItem),
  'resolve-item': deed(resolveForm, resolveItem),
  'write-remarks': deed(remarksForm, writeRemarks),
};

/** Records what happens in the room. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const what = textOf(form, 'do');
  const done = DEEDS[what];
  if (!done) throw notFound();
  const typed = typedValues(form);
  const meetingId = params.id ?? '';
  const input = {
    ...typed,
    meetingId,
    text: typed.text ?? '',
    isReservation: typed.isReservation === 'yes',
    isNamed: typed.isNamed === 'yes',
    seats: form
      .getAll('seatId')
      .map(String)
      .map((seatId) => ({ seatId, presence: textOf(form, `presence-${seatId}`) }))
      .filter(({ presence }) => presence !== ''),
    signedSeatIds: form.getAll('signedSeatIds').map(String),
    actions: actionsIn(form),
  };
  const back = typed.itemId && what !== 'take-item' ? `&item=${typed.itemId}` : '';
  return send(page, form, what, done, input, `/desk/meetings/${meetingId}/session?done=${what}${back}`);
}

/** The rows in which something is written. */
function actionsIn(form: FormData) {
  return Array.from({ length: ACTION_ROWS }, (_, at) => at + 1)
    .filter((n) => ACTION_FIELDS.some((field) => textOf(form, `${field}${n}`) !== ''))
    .map((n) => ({
      task: textOf(form, `task${n}`),
      postId: textOf(form, `post${n}`),
      due: textOf(form, `due${n}`),
      measure: textOf(form, `measure${n}`),
    }));
}
