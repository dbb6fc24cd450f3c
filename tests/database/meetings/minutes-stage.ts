import { randomUUID } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import { MEETING_PUBLISHERS } from '#modules/meetings/commands/minutes/publish-approved-minutes.ts';
import { resolveItem } from '#modules/meetings/commands/session/resolve-item.ts';
import { writeItem } from '#modules/meetings/commands/session/write-item.ts';
import { writePosition } from '#modules/meetings/commands/session/write-position.ts';
import { MINUTES_SUBJECT } from '#modules/meetings/contract/meetings.ts';
import { resolveForm } from '#modules/meetings/forms/meetings.ts';
import { approvePiece } from '#modules/redaction/commands/approve-piece.ts';
import { approvalsOf } from '#modules/redaction/facade.server.ts';
import { pieceDetail } from '#modules/redaction/queries/piece-detail.ts';
import { does, good } from '../small-neighborhood.ts';
import type { TestDatabase } from '../test-database.ts';
import { at, type JointMeeting } from './a-meeting.ts';

export const LATE = at('2026-04-16 20:45');
export const NEXT = at('2026-04-17 10:00');
/** Two working days later: Friday evening, then Monday and Tuesday. */
export const OVER = at('2026-04-22 09:01');

/** Minutes of a joint meeting, taken as far as a test asks for. */
export function minutesOn(t: TestDatabase, m: JointMeeting) {
  const as = (who: keyof JointMeeting['n']['as']): Actor => m.n.as[who];
  /** A meeting that resolved something, with a reservation; its minutes are drafted. */
  const drafted = async (situation = '八十六个车位被占，四十三户上门听过。') => {
    const { id, itemId } = await m.inSession();
    const wrote = { meetingId: id, itemId, field: 'SITUATION' as const, text: situation, version: 0 };
    good(await does(t, as('RC'), (tx) => writeItem(tx, wrote), LATE));
    const said = { meetingId: id, itemId, text: '夜里太晚', isReservation: true, isNamed: false, version: 0 };
    good(await does(t, as('OC'), (tx) => writePosition(tx, said), LATE));
    const own = { ...said, text: '可出接驳车', isReservation: false, isNamed: true };
    good(await does(t, as('PC'), (tx) => writePosition(tx, own), LATE));
    const input = resolveForm.parse({
      meetingId: id,
      itemId,
      version: await m.versionOf('agenda_item', itemId),
      resolutionId: randomUUID(),
      meetingTitle: '4 月 16 日联席会议',
      text: '施工期间免费开放滨江停车场。',
      actions: [{ task: '开放车位', postId: as('HO').post!.postId, due: '4月20日', measure: '首批停进去' }],
    });
    good(await does(t, as('RC'), (tx) => resolveItem(tx, input), LATE));
    good(await m.move(id, 'close-session', LATE, {}, as('RC')));
    return { id, itemId };
  };
  const signed = async (situation?: string) => {
    const made = await drafted(situation);
    good(await m.move(made.id, 'send-minutes', NEXT, {}, as('RC')));
    good(await m.move(made.id, 'sign-minutes', OVER));
    return made;
  };
  /** The second person approves the public version. */
  const approved = async (id: string) => {
    const done = await does(
      t,
      as('GB'),
      async (tx) => {
        const found = (await approvalsOf(tx, MINUTES_SUBJECT, [id])).get(id)!;
        const piece = (await pieceDetail(tx, found.pieceId))!;
        return approvePiece(tx, { pieceId: piece.id, seal: piece.seal }, MEETING_PUBLISHERS);
      },
      OVER,
    );
    good(done);
  };
  return { drafted, signed, approved };
}
