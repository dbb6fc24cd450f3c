import { addDays } from '#kernel/work-calendar.ts';
import { askTopic } from '#modules/meetings/commands/agenda/ask-topic.ts';
import { putOnAgenda } from '#modules/meetings/commands/agenda/put-on-agenda.ts';
import { recordAttendance } from '#modules/meetings/commands/attendance/record-attendance.ts';
import { replyInvitation } from '#modules/meetings/commands/attendance/reply-invitation.ts';
import { constituteBody } from '#modules/meetings/commands/bodies/constitute-body.ts';
import { moveMeeting } from '#modules/meetings/commands/life/move-meeting.ts';
import { planMeeting } from '#modules/meetings/commands/life/plan-meeting.ts';
import { reviewMinutes } from '#modules/meetings/commands/minutes/review-minutes.ts';
import { writeRemarks } from '#modules/meetings/commands/minutes/write-remarks.ts';
import { concludeItem } from '#modules/meetings/commands/session/conclude-item.ts';
import { resolveItem } from '#modules/meetings/commands/session/resolve-item.ts';
import { takeItem } from '#modules/meetings/commands/session/take-item.ts';
import { writeItem } from '#modules/meetings/commands/session/write-item.ts';
import { writePosition } from '#modules/meetings/commands/session/write-position.ts';
import { type MeetingStep, MINUTES_SUBJECT } from '#modules/meetings/contract/meetings.ts';
import { candidates } from '#modules/meetings/queries/candidates.ts';
import { itemsOf } from '#modules/meetings/store/agenda.ts';
import { seatsOn } from '#modules/meetings/store/bodies.ts';
import { meetingById } from '#modules/meetings/store/meetings.ts';
import { approvalsOf } from '#modules/redaction/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { DEMO_TODAY } from '../../clock.ts';
import { demoId } from '../../neighborhood/ids.ts';
import type { PostKey } from '../../neighborhood/staff-posts/staff.ts';
import { approveAsSecond } from '../second-look.ts';
import { type Lived, matterOf, type Stage, type Step, when } from '../step.ts';
import { climbedFor } from './climbed-for.ts';
import { ALL_SEATS, JOINT_MEETINGS, type JointMeeting, titleFrom } from './joint-meetings.ts';
import { RESOLVED } from './resolutions.ts';
import type { DemoResolution } from './resolved.ts';

const BODY = demoId('body/joint-meeting');
const SECRETARY: PostKey = 'RC-DESK-1';
/** What stands on December's open agenda already, by how it begins (brief §6.7). */
const DECEMBER = ['小区门口内外交界', '城市花园 6 个松动井盖', '城市花园地库照明'];

/** The joint meeting of the year: constituted in January, twelve times held, its next agenda open (brief §6.2). */
export function yearOfMeetings(stage: Stage): void {
  const { demo } = stage;
  push(stage, 'body/joint-meeting', '2026-01-08 18:30', 'GB-SEC', (tx) =>
    constituteBody(tx, {
      id: BODY,
      kind: 'JOINT_MEETING',
      nameZh: '联席会议',
      nameEn: 'Joint meeting',
      parentBodyId: null,
      constitutedOn: '2026-01-08',
      seats: ALL_SEATS.map((post) => ({ postId: demo.post(post), alternatePostIds: [] })),
    }),
  );
  for (const meeting of JOINT_MEETINGS) held(stage, meeting);
  const december = demoId('meeting/2026-12-16');
  planned(stage, december, '2026-12-16', { at: '2026-11-16 10:00', place: '居委会会议室' });
  move(stage, december, '2026-11-17 09:00', 'open-agenda');
  for (const [at, title] of DECEMBER.entries())
    push(stage, `agenda-item/december/${at}`, `2026-11-19 10:1${at}`, SECRETARY, async (tx) => {
      const waiting = await candidates(tx, BODY);
      const found = waiting.find((one) => one.title.startsWith(title));
      if (!found) throw new Error(`nothing called ${title} waits for December`);
      return putOnAgenda(
        tx,
        {
          ...found,
          meetingId: december,
          id: demoId(`agenda-item/december/${at}`),
          question: found.question || '谁来办，哪天办好？',
          minutes: 15,
          facts: '',
          guests: '',
          lateReason: '',
        },
        waiting,
      );
    });
  push(stage, 'topic/charging', '2026-11-12 15:00', 'OC-CS-HEAD', (tx) =>
    askTopic(tx, {
      id: demoId('topic/garage-lamps'),
      bodyId: BODY,
      title: '城市花园地库照明换灯',
      question: '换感应灯的钱从公共收益出，先在哪一区试？',
      background: '地库三分之一的灯常暗，业委会看过两家的灯。',
    }),
  );
}

type Run = (tx: Tx, lived: Lived) => ReturnType<Step['run']>;

/** A step that has happened until the demo's day. */
function push({ demo, steps }: Stage, key: string, at: string, post: PostKey, run: Run): void {
  if (when(at) > DEMO_TODAY) return;
  steps.push({ key, at: when(at), actor: demo.actorInPost(post), run });
}

type Simple = Exclude<MeetingStep, 'postpone-meeting' | 'cancel-meeting' | 'set-new-day'>;

function move(stage: Stage, id: string, at: string, step: Simple, post: PostKey = 'GB-SEC'): void {
  push(stage, `meeting/${id}/${step}`, at, post, async (tx) => {
    const { version } = await meetingOf(tx, id);
    return moveMeeting(tx, { meetingId: id, version, step });
  });
}

async function meetingOf(tx: Tx, id: string) {
  const meeting = await meetingById(tx, id);
  if (!meeting) throw new Error(`the demo has no meeting ${id}`);
  return meeting;
}

type Plan = { readonly at: string; readonly place: string; readonly adHoc?: string };

function planned(stage: Stage, id: string, day: string, { at, place, adHoc = '' }: Plan): void {
  push(stage, `meeting/${id}/planned`, at, 'GB-SEC', (tx) =>
    planMeeting(tx, {
      id,
      bodyId: BODY,
      startsAt: `${day}T19:00`,
      minutes: 90,
      place,
      secretaryPostId: stage.demo.post(SECRETARY),
      isAdHoc: adHoc !== '',
      adHocReason: adHoc,
    }),
  );
}

/** One meeting from its plan to its published minutes. */
function held(stage: Stage, meeting: JointMeeting): void {
  const { day, adHoc } = meeting;
  const id = demoId(`meeting/${day}`);
  // The first one could not be planned before the body was there.
  const before = (days: number, time: string) => {
    const earlier = addDays(day, -days);
    return `${earlier < '2026-01-09' ? '2026-01-09' : earlier} ${time}`;
  };
  const adHocDay = before(1, '');
  const times = adHoc
    ? {
        plan: `${adHocDay}15:00`,
        open: `${adHocDay}15:05`,
        put: `${adHocDay}15:1`,
        fix: `${adHocDay}15:30`,
        notice: `${adHocDay}15:40`,
      }
    : {
        plan: before(14, '10:00'),
        open: before(13, '11:00'),
        put: before(9, '09:4'),
        fix: before(7, '16:00'),
        notice: before(6, '10:00'),
      };
  planned(stage, id, day, { at: times.plan, place: '居委会会议室', ...(adHoc ? { adHoc } : {}) });
  move(stage, id, times.open, 'open-agenda');
  const resolved = RESOLVED.map((resolution, n) => ({ resolution, n })).filter(
    ({ resolution }) => `2026-${resolution.day}` === day,
  );
  for (const [at, { resolution, n }] of resolved.entries())
    put(stage, id, `${times.put}${at}`, n, resolution);
  move(stage, id, times.fix, 'fix-agenda');
  move(stage, id, times.notice, 'send-notice');
  inSession(stage, id, meeting, resolved);
  afterwards(stage, id, meeting);
}

const itemId = (n: number) => demoId(`agenda-item/${n + 1}`);

function put(stage: Stage, meetingId: string, at: string, n: number, resolution: DemoResolution): void {
  const brief = titleFrom(resolution);
  push(stage, `agenda-item/${n + 1}`, at, SECRETARY, async (tx, lived) => {
    const climbed = await climbedFor(tx, BODY, resolution, lived);
    return putOnAgenda(
      tx,
      {
        meetingId,
        id: itemId(n),
        source: climbed ? 'ESCALATION' : 'CHAIR',
        sourceId: climbed?.sourceId ?? null,
        title: brief.title,
        question: brief.question,
        background: brief.background,
        minutes: 15,
        facts: brief.facts,
        leadOrgId: null,
        guests: '',
        lateReason: '',
      },
      climbed ? [climbed] : [],
    );
  });
}

type Numbered = { readonly resolution: DemoResolution; readonly n: number };

function inSession(stage: Stage, id: string, meeting: JointMeeting, resolved: readonly Numbered[]): void {
  const { day, away = [] } = meeting;
  const { demo } = stage;
  for (const post of away)
    push(stage, `meeting/${id}/reply/${post}`, `${addDays(day, -1)} 16:30`, post, (tx) =>
      replyInvitation(tx, { meetingId: id, reply: 'NOT_COMING', note: '另有值班' }),
    );
  move(stage, id, `${day} 18:50`, 'open-session', SECRETARY);
  push(stage, `meeting/${id}/attendance`, `${day} 18:58`, SECRETARY, async (tx) => {
    const seats = await seatsOn(tx, [BODY], day);
    const absent = new Set(away.map((post) => demo.post(post)));
    return recordAttendance(tx, {
      meetingId: id,
      seats: seats.map((seat) => ({
        seatId: seat.id,
        presence: absent.has(seat.post_id) ? 'EXCUSED' : 'PRESENT',
      })),
    });
  });
  push(stage, `meeting/${id}/earlier`, `${day} 19:08`, SECRETARY, async (tx) => {
    const [first] = await itemsOf(tx, id);
    if (!first) throw new Error(`meeting ${id} has no first item`);
    const { id: firstId, version } = first;
    return concludeItem(tx, {
      meetingId: id,
      itemId: firstId,
      version,
      outcome: 'NOTED',
      text: meeting.earlier,
    });
  });
  for (const [at, one] of resolved.entries()) talkedAbout(stage, id, day, 12 + at * 9, one);
  push(stage, `meeting/${id}/remarks`, `${day} 20:47`, SECRETARY, async (tx) => {
    const { version } = await meetingOf(tx, id);
    return writeRemarks(tx, { meetingId: id, version, text: meeting.remarks });
  });
  move(stage, id, `${day} 20:50`, 'close-session', SECRETARY);
}

/** One item: called, heard, written down, resolved. */
function talkedAbout(stage: Stage, meetingId: string, day: string, minute: number, one: Numbered): void {
  const { demo } = stage;
  const { resolution, n } = one;
  const item = itemId(n);
  const at = (more: number) => {
    const whole = 19 * 60 + minute + more;
    return `${day} ${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  };
  const brief = titleFrom(resolution);
  const versionOf = async (tx: Tx) =>
    (await itemsOf(tx, meetingId)).find(({ id }) => id === item)?.version ?? 0;
  push(stage, `${item}/taken`, at(0), SECRETARY, async (tx) =>
    takeItem(tx, { meetingId, itemId: item, version: await versionOf(tx) }),
  );
  for (const [post, text, isReservation] of brief.positions)
    push(stage, `${item}/position/${post}`, at(3), post, (tx) =>
      writePosition(tx, {
        meetingId,
        itemId: item,
        text,
        isReservation: isReservation ?? false,
        isNamed: false,
        version: 0,
      }),
    );
  for (const [field, text] of brief.texts)
    push(stage, `${item}/${field}`, at(5), SECRETARY, (tx) =>
      writeItem(tx, { meetingId, itemId: item, field, text, version: 0 }),
    );
  const name = `resolution/${n + 1}`;
  push(stage, name, at(8), SECRETARY, async (tx, lived) =>
    resolveItem(tx, {
      meetingId,
      itemId: item,
      version: await versionOf(tx),
      resolutionId: demoId(name),
      meetingTitle: resolution.meeting,
      text: resolution.text,
      matterIds: (resolution.from ?? []).map((story) => matterOf(lived, story)),
      actions: resolution.actions.map(({ task, post, due, measure, after }, order) => ({
        id: demoId(`${name}/${order + 1}`),
        task,
        postId: demo.post(post),
        due,
        measure,
        ...(after ? { after } : {}),
      })),
    }),
  );
}

/** The minutes: sent round the next day, signed once the period is over, published after a second look. */
function afterwards(stage: Stage, id: string, { day, signed }: JointMeeting): void {
  move(stage, id, `${addDays(day, 1)} 15:00`, 'send-minutes', SECRETARY);
  for (const post of ['RC-HEAD', 'PC-ZJ-MGR', 'OC-ZJ-HEAD'] as const)
    push(stage, `meeting/${id}/review/${post}`, `${addDays(day, 1)} 16:20`, post, (tx) =>
      reviewMinutes(tx, { meetingId: id, agrees: true, text: '' }),
    );
  move(stage, id, `${signed} 10:00`, 'sign-minutes');
  move(stage, id, `${signed} 11:00`, 'publish-minutes', SECRETARY);
  push(stage, `meeting/${id}/second-look`, `${signed} 14:20`, 'RC-HEAD', async (tx) => {
    const found = (await approvalsOf(tx, MINUTES_SUBJECT, [id])).get(id);
    return approveAsSecond(tx, found?.pieceId ?? '');
  });
}
