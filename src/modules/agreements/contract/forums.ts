/** Who was heard before the agreement was signed, and what became of what they said. Pure. */

/** Enlarged meeting, owners' committees, the companies' heads, residents' representatives: in the order of the seed (S8). */
export const FORUM_KINDS = ['ENLARGED', 'OWNERS', 'COMPANIES', 'RESIDENTS'] as const;
export type ForumKind = (typeof FORUM_KINDS)[number];

/** Taken up, in part, or not. */
export const OPINION_ANSWERS = ['TAKEN', 'PARTLY', 'NOT_TAKEN'] as const;
export type OpinionAnswer = (typeof OPINION_ANSWERS)[number];

export const FORUM_EVENTS = {
  noted: 'agreements.forum-noted',
  opinionNoted: 'agreements.forum-opinion-noted',
  opinionAnswered: 'agreements.forum-opinion-answered',
} as const;
