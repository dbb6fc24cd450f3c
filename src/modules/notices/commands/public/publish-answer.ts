import { type ApprovedPiece, pieceText } from '#kernel/approved-piece.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Publishers } from '#platform/http/services.ts';
import { OBJECTION_SUBJECT, PUBLIC_NOTICE_EVENTS, PUBLIC_NOTICE_SUBJECT } from '../../contract/public.ts';
import { lockObjection, objectionsTo, updateObjection } from '../../store/objections.ts';
import { lockPublic } from '../../store/public-notices.ts';
import { turn } from './turn-notices.ts';
import { namesObjector } from './unnamed.part.ts';

/** What the gate calls when a second person has approved an answer. */
export const OBJECTION_PUBLISHERS: Publishers = { [OBJECTION_SUBJECT]: publishAnswer };

/**
 * Publishes an objection with its answer and without the name. The last one concludes a notice whose period
 * is over.
 */
async function publishAnswer(tx: Tx, piece: ApprovedPiece): Promise<Result<void>> {
  const row = await lockObjection(tx, piece.subjectId);
  const notice = row ? await lockPublic(tx, row.notice_id) : undefined;
  if (!row || !notice || !row.answered_at) return refuse('notices.not-found');
  const gist = pieceText(piece.content, 'gist');
  const answer = pieceText(piece.content, 'noticeAnswer');
  const named = await namesObjector(tx, row, [gist, answer]);
  if (named) return { ok: false, refusal: named };
  await updateObjection(tx, row.id, {
    answer,
    public_objection: gist,
    public_answer: answer,
    published_at: tx.now,
  });
  await appendEvent(tx, {
    subjectKind: PUBLIC_NOTICE_SUBJECT,
    subjectId: notice.id,
    kind: PUBLIC_NOTICE_EVENTS.answerPublished,
    data: { number: notice.number, n: row.n, objectionId: row.id, outcome: row.outcome },
  });
  const open = (await objectionsTo(tx, notice.id)).filter((one) => one.published_at === null).length;
  await turn(tx, notice, open);
  await tx.publicPagesChanged();
  return ok();
}
