import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_SUBJECTS } from '../../contract/meetings.ts';
import type { WriteRemarks } from '../../forms/meetings.ts';
import { updateMeeting } from '../../store/meetings.ts';
import { gather } from '../gather-meeting.part.ts';

/** Writes what the meeting asked of everybody and belongs to no item, while it is in session or its minutes are drafted. */
export async function writeRemarks(tx: Tx, input: WriteRemarks): Promise<Result<void>> {
  const gathered = await gather(tx, input.meetingId, 'write-remarks');
  if (!gathered.ok) return gathered;
  const { meeting } = gathered.value;
  if (meeting.version !== input.version) return refuse('meetings.changed-meanwhile');
  if (meeting.state !== 'IN_SESSION' && meeting.state !== 'MINUTES_DRAFT')
    return refuse('meetings.not-in-this-state');
  await updateMeeting(tx, meeting.id, { remarks: input.text });
  await appendEvent(tx, {
    subjectKind: MEETING_SUBJECTS.meeting,
    subjectId: meeting.id,
    kind: 'meetings.write-remarks',
  });
  return ok();
}
