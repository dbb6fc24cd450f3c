import { randomUUID } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { putOnAgenda } from '#modules/meetings/commands/agenda/put-on-agenda.ts';
import { recordAttendance } from '#modules/meetings/commands/attendance/record-attendance.ts';
import { constituteBody } from '#modules/meetings/commands/bodies/constitute-body.ts';
import { moveMeeting } from '#modules/meetings/commands/life/move-meeting.ts';
import { planMeeting } from '#modules/meetings/commands/life/plan-meeting.ts';
import type { MeetingStep } from '#modules/meetings/contract/meetings.ts';
import { agendaForm, moveForm, planForm } from '#modules/meetings/forms/meetings.ts';
import { candidates } from '#modules/meetings/queries/candidates.ts';
import type { Tx } from '#platform/db/database.ts';
import { withRules } from '../agreements/adopted-rules.ts';
import { does, good, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import type { TestDatabase } from '../test-database.ts';

/** Thursday 2026-04-16 at seven in the evening, and the Wednesday of the week before, when it is prepared. */
export const EVENING = new Date('2026-04-16T11:00:00Z');
export const BEFORE = new Date('2026-04-08T02:00:00Z');
export const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);

const SEATED = ['GB', 'RC', 'OC', 'PC', 'HO'] as const;

/** A joint meeting of five organisations, and ways to take a meeting of it further. */
export async function jointMeeting(t: TestDatabase) {
  const n = await smallNeighborhood(t);
  await withRules(t, n);
  const bodyId = randomUUID();
  good(
    await does(
      t,
      n.as.GB,
      (tx) =>
        constituteBody(tx, {
          id: bodyId,
          kind: 'JOINT_MEETING',
          nameZh: '联席会议',
          nameEn: 'Joint meeting',
          parentBodyId: null,
          constitutedOn: '2026-01-09',
          seats: SEATED.map((org) => ({ postId: n.as[org].post!.postId, alternatePostIds: [] })),
        }),
      at('2026-01-09 10:00'),
    ),
  );
  return { n, bodyId, ...meetingsOf(t, n, bodyId) };
}
export type JointMeeting = Awaited<ReturnType<typeof jointMeeting>>;

function meetingsOf(t: TestDatabase, n: SmallNeighborhood, bodyId: string) {
  const versionOf = async (table: 'meeting' | 'agenda_item', id: string): Promise<number> =>
    (await t.ownerPool.query(`select version from meetings.${table} where id = $1`, [id])).rows[0].version;
  const plan = async (more = {}, now = BEFORE, actor: Actor = n.as.GB) => {
    const id = randomUUID();
    const input = planForm.parse({
      id,
      bodyId,
      startsAt: '2026-04-16T19:00',
      minutes: 90,
      place: '居委会会议室',
      secretaryPostId: n.as.RC.post!.postId,
      isAdHoc: false,
      adHocReason: '',
      ...more,
    });
    return { id, done: await does(t, actor, (tx) => planMeeting(tx, input), now) };
  };
  const move = async (
    meetingId: string,
    step: MeetingStep,
    now = BEFORE,
    more = {},
    actor: Actor = n.as.GB,
  ): Promise<Result<void>> => {
    const version = await versionOf('meeting', meetingId);
    const input = moveForm.parse({ meetingId, version, step, ...more });
    return does(t, actor, (tx) => moveMeeting(tx, input), now);
  };
  const put = async (meetingId: string, more = {}, now = BEFORE, actor: Actor = n.as.RC) => {
    const id = randomUUID();
    const input = agendaForm.parse({
      meetingId,
      id,
      source: 'CHAIR',
      sourceId: null,
      title: '水管改造期间停车',
      question: '施工期间车停到哪里？',
      background: '八十六个车位被占。',
      minutes: 20,
      facts: '',
      leadOrgId: null,
      guests: '',
      lateReason: '',
      ...more,
    });
    const run = async (tx: Tx) => putOnAgenda(tx, input, await candidates(tx, bodyId));
    return { id, done: await does(t, actor, run, now) };
  };
  return { versionOf, plan, move, put, ...sessionsOf(t, n, bodyId, { plan, move, put }) };
}

type Steps = {
  readonly plan: () => Promise<{ id: string; done: Result<unknown> }>;
  readonly move: (id: string, step: MeetingStep, now?: Date) => Promise<Result<void>>;
  readonly put: (id: string, more?: object) => Promise<{ id: string; done: Result<void> }>;
};

function sessionsOf(t: TestDatabase, n: SmallNeighborhood, bodyId: string, { plan, move, put }: Steps) {
  /** Everybody of the list is there, the others are not. */
  const there = async (meetingId: string, present: readonly string[], now = EVENING) => {
    const { rows } = await t.ownerPool.query('select id, org_id from meetings.seat where body_id = $1', [
      bodyId,
    ]);
    const orgs = present.map((org) => n.org[org as 'GB']);
    const seats = rows.map((row) => ({
      seatId: row.id as string,
      presence: orgs.includes(row.org_id) ? ('PRESENT' as const) : ('ABSENT' as const),
    }));
    good(await does(t, n.as.RC, (tx) => recordAttendance(tx, { meetingId, seats }), now));
  };
  /** A meeting in session with one item besides the first; these organisations are there. */
  const inSession = async (present: readonly string[] = SEATED, more = {}) => {
    const { id, done } = await plan();
    good(done);
    good(await move(id, 'open-agenda'));
    const { id: itemId, done: put1 } = await put(id, more);
    good(put1);
    good(await move(id, 'fix-agenda'));
    good(await move(id, 'send-notice'));
    good(await move(id, 'open-session', EVENING));
    await there(id, present);
    return { id, itemId };
  };
  return { there, inSession };
}
