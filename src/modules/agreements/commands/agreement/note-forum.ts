import { findPersonalData } from '#kernel/personal-data.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { AGREEMENT_SUBJECT } from '../../contract/agreement.ts';
import { FORUM_EVENTS } from '../../contract/forums.ts';
import type { NoteForum } from '../../forms/forums.ts';
import { mayAgree } from '../../permissions.ts';
import { answerFits, forumFits } from '../../rules/agreement/heard.ts';
import { lockAgreement } from '../../store/agreements.ts';
import {
  answerOpinion,
  forumById,
  forumsOf,
  insertForum,
  insertOpinion,
  lockOpinion,
} from '../../store/forums.ts';

const EVENTS = {
  'note-forum': FORUM_EVENTS.noted,
  'note-opinion': FORUM_EVENTS.opinionNoted,
  'answer-opinion': FORUM_EVENTS.opinionAnswered,
} as const;

/**
 * Writes down that a forum was asked about the draft (or why it was not), what was said there, and what became of
 * it; an answer may be changed until signing opens. Everybody will read it: no phone, room or plate.
 *
 * @returns refusals: not the general branch; signing has opened; neither held nor a reason; in the future; no such
 *   forum or opinion; personal data; no reason for what was not taken up.
 * @source seed S8–S9; domain brief §4.5
 */
export async function noteForum(tx: Tx, input: NoteForum): Promise<Result<void>> {
  const may = mayAgree(tx.actor, 'note-forum');
  if (!may.ok) return may;
  const row = await lockAgreement(tx, input.agreementId);
  if (!row) return refuse('agreements.agreement-not-found');
  if (row.state !== 'DRAFTING' && row.state !== 'CONSULTING')
    return refuse('agreements.agreement-sealed-already');
  const done = await write(tx, input);
  if (!done.ok) return done;
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: AGREEMENT_SUBJECT,
    subjectId: row.id,
    kind: EVENTS[input.step],
    data: done.value,
  });
  return ok();
}

async function write(tx: Tx, input: NoteForum): Promise<Result<Record<string, string>>> {
  switch (input.step) {
    case 'note-forum': {
      const fits = forumFits(input, dateKey(tx.now));
      if (!fits.ok) return fits;
      const id = tx.newId();
      const { agreementId, kind, heldOn, attended, whyNot } = input;
      const noted = { noted_at: tx.now, noted_by_post_id: tx.actor.post?.postId ?? '' };
      const forum = { held_on: heldOn, attended, why_not: whyNot, ...noted };
      await insertForum(tx, { id, agreement_id: agreementId, kind, ...forum });
      return ok({ forumId: id, kind });
    }
    case 'note-opinion': {
      const forum = await forumById(tx, input.forumId);
      if (forum?.agreement_id !== input.agreementId || forum.held_on === null)
        return refuse('agreements.forum-not-found');
      const plain = namesNobody(input.said, 'said');
      if (!plain.ok) return plain;
      const id = tx.newId();
      await insertOpinion(tx, { id, forum_id: forum.id, said: input.said, noted_at: tx.now });
      return ok({ forumId: forum.id, opinionId: id });
    }
    case 'answer-opinion': {
      const opinion = await lockOpinion(tx, input.opinionId);
      if (!opinion || !(await forumsOf(tx, input.agreementId)).some(({ id }) => id === opinion.forum_id))
        return refuse('agreements.forum-not-found');
      const { answer, reason } = input;
      const fits = answerFits(answer, reason);
      if (!fits.ok) return fits;
      const plain = namesNobody(reason, 'reason');
      if (!plain.ok) return plain;
      await answerOpinion(tx, opinion.id, answer, reason || null);
      return ok({ opinionId: opinion.id, answer });
    }
  }
}

function namesNobody(text: string, field: string): Result<void> {
  return findPersonalData(text).length > 0
    ? refuse('agreements.names-somebody', { field, source: 'PIPL art. 25' })
    : ok();
}
