import { ok, type Result, refuse } from '#kernel/result.ts';
import { openPiece } from '#modules/redaction/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { OBJECTION_SUBJECT, PUBLIC_NOTICE_EVENTS, PUBLIC_NOTICE_SUBJECT } from '../../contract/public.ts';
import type { AnswerInput } from '../../forms/public.ts';
import { mayDoPublic } from '../../permissions.ts';
import { publicLeadsTo } from '../../rules/public/public-lifecycle.ts';
import { lockObjection, updateObjection } from '../../store/objections.ts';
import { lockPublic } from '../../store/public-notices.ts';
import { namesObjector } from './unnamed.part.ts';

/**
 * The receiver answers an objection. Whoever made it reads the answer at once; everybody reads it, with the gist
 * of the objection and without the name, when a second person has looked at it. Answered anew only until then.
 *
 * @source domain brief §4.13
 */
export async function answerObjection(
  tx: Tx,
  input: AnswerInput,
): Promise<Result<{ readonly pieceId: string }>> {
  const row = await lockObjection(tx, input.objectionId);
  const notice = row ? await lockPublic(tx, row.notice_id) : undefined;
  if (!row || !notice) return refuse('notices.not-found');
  const may = mayDoPublic(tx.actor, 'answer-objection', {
    issuerOrgId: notice.issuer_org_id,
    isInScope: false,
  });
  const { post } = tx.actor;
  if (may || !post) return may ? { ok: false, refusal: may } : refuse('notices.not-found');
  if (row.published_at) return refuse('notices.answered-already');
  const { gist, answer, outcome } = input;
  if (publicLeadsTo('answer-objection', notice.state) === null && notice.state !== 'SUPERSEDED')
    return refuse('notices.not-now');
  const named = await namesObjector(tx, row, [gist, answer]);
  if (named) return { ok: false, refusal: named };
  await updateObjection(tx, row.id, {
    outcome,
    answer,
    answered_at: row.answered_at ?? tx.now,
    answered_by_post_id: post.postId,
  });
  await appendEvent(tx, {
    subjectKind: PUBLIC_NOTICE_SUBJECT,
    subjectId: notice.id,
    kind: PUBLIC_NOTICE_EVENTS.objectionAnswered,
    data: { number: notice.number, n: row.n, objectionId: row.id, outcome },
  });
  const opened = await openPiece(tx, {
    subject: { kind: OBJECTION_SUBJECT, id: row.id },
    orgId: post.orgId,
    content: {
      texts: [
        { field: 'gist', text: gist, most: 1000 },
        { field: 'noticeAnswer', text: answer, most: 1000 },
      ],
      facts: [
        { key: 'notice', zh: notice.number, en: notice.number },
        { key: 'outcome', words: `notices.public.outcome.${outcome}` },
      ],
      payload: {},
    },
  });
  return opened.ok ? ok({ pieceId: opened.value.pieceId }) : opened;
}
