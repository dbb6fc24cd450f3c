/** Whether everybody was heard before signing opens, and answered (seed S8–S9; domain brief §4.5). Pure. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import { FORUM_KINDS, type ForumKind, type OpinionAnswer } from '../../contract/forums.ts';

/**
 * Signing opens when each of the four kinds of forum was held, or it was said why not, and each opinion has its
 * answer.
 */
export function everybodyHeard(
  forums: readonly { readonly kind: ForumKind }[],
  answers: readonly (OpinionAnswer | null)[],
): Result<void> {
  const held = new Set(forums.map(({ kind }) => kind));
  const missing = FORUM_KINDS.find((kind) => !held.has(kind));
  if (missing) return missingForum(missing);
  const open = answers.filter((answer) => answer === null).length;
  return open > 0 ? refuse('agreements.opinions-open', { params: { n: open }, source: 'seed S9' }) : ok();
}

function missingForum(kind: ForumKind): Result<void> {
  const source = 'seed S8';
  switch (kind) {
    case 'ENLARGED':
      return refuse('agreements.forum-missing-enlarged', { source });
    case 'OWNERS':
      return refuse('agreements.forum-missing-owners', { source });
    case 'COMPANIES':
      return refuse('agreements.forum-missing-companies', { source });
    case 'RESIDENTS':
      return refuse('agreements.forum-missing-residents', { source });
  }
}

/** Whether a forum says when it was held, not in the future, and with how many; or why it was not held. */
export function forumFits(
  forum: {
    readonly heldOn: string | null;
    readonly attended: number | null;
    readonly whyNot: string | null;
  },
  today: string,
): Result<void> {
  if (forum.whyNot !== null)
    return forum.heldOn === null && forum.attended === null
      ? ok()
      : refuse('agreements.forum-held-or-not', { field: 'whyNot' });
  if (forum.heldOn === null || forum.attended === null)
    return refuse('agreements.forum-held-or-not', { field: forum.heldOn === null ? 'heldOn' : 'attended' });
  return forum.heldOn > today ? refuse('agreements.forum-not-yet', { field: 'heldOn' }) : ok();
}

/** An opinion not taken up, or in part, is answered with a reason. */
export function answerFits(answer: OpinionAnswer, reason: string): Result<void> {
  return answer !== 'TAKEN' && reason === '' ? refuse('agreements.why-not-taken', { field: 'reason' }) : ok();
}
