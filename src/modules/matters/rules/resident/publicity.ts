/** What of a matter everybody may see, and where the line is drawn (domain brief §3.12, §4.1). Pure. */
import type { CategoryCode, MatterStatus } from '../../contract.ts';
import { CATEGORIES } from '../intake/categories.ts';

/** How a matter stands in the words of the public board. */
export const PUBLIC_STATES = [
  'UNDER_WAY',
  'PARKED',
  'TO_CONFIRM',
  'CONFIRMED',
  'UNCONFIRMED',
  'EXPLAINED',
] as const;
export type PublicState = (typeof PUBLIC_STATES)[number];

/** Which states of a matter stand behind each public one. What is missing is not published. */
export const STATUSES_OF: Readonly<Record<PublicState, readonly MatterStatus[]>> = {
  UNDER_WAY: ['ACCEPTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_EXTERNAL', 'ESCALATED'],
  PARKED: ['PARKED'],
  TO_CONFIRM: ['DONE_BY_HANDLER', 'FOLLOW_UP'],
  CONFIRMED: ['CLOSED_CONFIRMED'],
  UNCONFIRMED: ['CLOSED_UNCONFIRMED'],
  EXPLAINED: ['CLOSED_EXPLAINED'],
};

/** All states that are published: not before somebody took it up, and never declined, merged or withdrawn ones. */
export const PUBLISHED_STATUSES: readonly MatterStatus[] = PUBLIC_STATES.flatMap(
  (state) => STATUSES_OF[state],
);

/** The public state of a matter, or null when it is not published. */
export function publicStateOf(status: string): PublicState | null {
  return PUBLIC_STATES.find((state) => STATUSES_OF[state].some((s) => s === status)) ?? null;
}

/**
 * `SINGLE` shown one by one · `CONSENT` one by one when the reporter agreed · `COUNT` only ever counted
 * together with others, whatever anybody agreed to.
 */
export type Publication = 'SINGLE' | 'CONSENT' | 'COUNT';

/** How matters of a category are published: A, B, C, E03, G, H singly; D and F only counted (§4.1, "Published"). */
export function publicationOf(category: CategoryCode): Publication {
  const group = category.slice(0, 1);
  if (group === 'D' || group === 'F') return 'COUNT';
  return group === 'E' && category !== 'E03' ? 'CONSENT' : 'SINGLE';
}

/** Codes of the categories that are published in a way. */
export function categoriesPublished(as: Publication): CategoryCode[] {
  return CATEGORIES.filter((c) => publicationOf(c.code) === as).map((c) => c.code);
}

/** Whether this one matter may be shown by itself: not when its reporter took that back (PIPL art. 15). */
export function mayShowSingly(matter: {
  readonly category: CategoryCode;
  readonly publishConsent: boolean;
  readonly publishWithdrawn: boolean;
}): boolean {
  if (matter.publishWithdrawn) return false;
  const publication = publicationOf(matter.category);
  return publication === 'SINGLE' || (publication === 'CONSENT' && matter.publishConsent);
}

/** Fewest households a published place may have, so that none of them can be told from it (§3.12, k < 5). */
export const FEWEST_HOUSEHOLDS = 5;

/** Whether the building may be named: never for D and F, and only where enough households live. */
export function mayNameBuilding(category: CategoryCode, householdsInBuilding: number): boolean {
  return publicationOf(category) !== 'COUNT' && householdsInBuilding >= FEWEST_HOUSEHOLDS;
}

/** A count that may be told; null for "fewer than five". Nought identifies nobody. */
export function tellCount(count: number): number | null {
  return count === 0 || count >= FEWEST_HOUSEHOLDS ? count : null;
}

/** Groups whose matters are only counted. */
export const COUNTED_GROUPS = ['D', 'F'] as const;
/** Groups one may choose on the board. */
export const SHOWN_GROUPS = ['A', 'B', 'C', 'E', 'G', 'H'] as const;
