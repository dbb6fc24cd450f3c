import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_SUBJECTS } from '../../contract/meetings.ts';
import type { MoveMeeting } from '../../forms/meetings.ts';
import { meetingLeadsTo } from '../../rules/meeting-lifecycle.ts';
import { updateMeeting } from '../../store/meetings.ts';
import { gather } from '../gather-meeting.part.ts';
import { patchOf } from './move-patch.part.ts';

/**
 * Takes a meeting a step through its life: its agenda is opened and fixed, the notice goes out, it is opened, closed,
 * its minutes are sent round, signed, handed in for publication, archived; or it is postponed or cancelled.
 *
 * @returns refusals: not there; not theirs; changed meanwhile; not possible in this state; and those of each step,
 *   see {@link patchOf}.
 * @source domain brief §4.3
 */
export async function moveMeeting(tx: Tx, input: MoveMeeting): Promise<Result<void>> {
  const gathered = await gather(tx, input.meetingId, input.step);
  if (!gathered.ok) return gathered;
  const { meeting } = gathered.value;
  if (meeting.version !== input.version) return refuse('meetings.changed-meanwhile');
  const to = meetingLeadsTo(input.step, meeting.state);
  if (to === null) return refuse('meetings.not-in-this-state');
  const patch = await patchOf(tx, gathered.value, input);
  if (!patch.ok) return patch;
  await updateMeeting(tx, meeting.id, { ...patch.value, state: to });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: MEETING_SUBJECTS.meeting,
    subjectId: meeting.id,
    kind: `meetings.${input.step}`,
    from: meeting.state,
    to,
    reason: 'reason' in input ? input.reason : null,
    data: { code: meeting.code, startsAt: (patch.value.starts_at ?? meeting.starts_at) as Date },
  });
  return ok();
}
