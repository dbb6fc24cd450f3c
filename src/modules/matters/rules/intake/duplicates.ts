/** Reports of the same thing, and things that come back again and again (domain brief §4.1, §4.2, S28). Pure. */
import { dateKey } from '#kernel/work-calendar.ts';
import type { MatterStatus } from '../../contract.ts';

export type Draft = {
  readonly category: string | null;
  readonly text: string;
  readonly estateId: string;
  readonly buildingId: string | null;
  readonly stairwellId: string | null;
  readonly commonPartId: string | null;
};
export type Candidate = Draft & { readonly id: string; readonly submittedAt: Date };
/** Why two reports may be the same: the place, the kind of problem, the words. */
export type DuplicateReason = 'SAME_PLACE' | 'SAME_BUILDING' | 'SAME_CATEGORY' | 'SIMILAR_WORDS';
export type Duplicate = {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
};

const WINDOW_DAYS = 14;
const DAY = 86_400_000;
/** From which score on a report is shown as "perhaps the same". */
const ENOUGH = 50;

function wordPairs(text: string): Set<string> {
  const characters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ];
  return new Set(characters.slice(1).map((c, i) => characters[i]! + c));
}

/** Share of pairs of characters two texts have in common, in percent (Dice). */
export function similarity(a: string, b: string): number {
  const left = wordPairs(a);
  const right = wordPairs(b);
  if (left.size + right.size === 0) return 0;
  const common = [...left].filter((pair) => right.has(pair)).length;
  return Math.floor((200 * common) / (left.size + right.size));
}

function samePlace(a: Draft, b: Draft): boolean {
  if (a.commonPartId && a.commonPartId === b.commonPartId) return true;
  return a.stairwellId !== null && a.stairwellId === b.stairwellId;
}

function compare(draft: Draft, other: Candidate): Duplicate {
  const reasons: DuplicateReason[] = [];
  let score = 0;
  if (samePlace(draft, other)) {
    reasons.push('SAME_PLACE');
    score += 35;
  } else if (draft.buildingId !== null && draft.buildingId === other.buildingId) {
    reasons.push('SAME_BUILDING');
    score += 20;
  }
  if (draft.category !== null && draft.category === other.category) {
    reasons.push('SAME_CATEGORY');
    score += 30;
  }
  const alike = similarity(draft.text, other.text);
  if (alike >= 25) {
    reasons.push('SIMILAR_WORDS');
    score += Math.min(50, alike);
  }
  return { id: other.id, score, reasons };
}

/** The open reports of the last two weeks in the same estate that may be about the same, the likeliest first. */
export function likelyDuplicates(
  draft: Draft,
  candidates: readonly Candidate[],
  now: Date,
  most = 5,
): Duplicate[] {
  return candidates
    .filter(
      (c) => c.estateId === draft.estateId && now.getTime() - c.submittedAt.getTime() <= WINDOW_DAYS * DAY,
    )
    .map((c) => compare(draft, c))
    .filter((d) => d.score >= ENOUGH)
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

type Where = Omit<Draft, 'text' | 'category'> & { readonly category: string };
export type Earlier = Where & { readonly status: MatterStatus; readonly submittedAt: Date };

/** Days within which problems that come back are counted, and how often makes one chronic (§4.2). */
export const CHRONIC_WINDOW_DAYS = 90;
const CHRONIC_TIMES = 3;
/** One fault that thirty people report is one fault; what was declined or taken back is none. */
const NOT_COUNTED: readonly MatterStatus[] = ['MERGED', 'DECLINED', 'WITHDRAWN'];

/**
 * Whether a new report makes its problem chronic: the third time within 90 days that its category comes up at
 * its place (§4.2). Reports of one day count as one time: neighbours who tell of the same fault do not make it
 * an old one.
 */
export function isChronic(draft: Where, history: readonly Earlier[], now: Date): boolean {
  const place = (w: Where) => w.commonPartId ?? w.stairwellId ?? w.buildingId ?? w.estateId;
  const before = history.filter(
    (h) =>
      h.category === draft.category &&
      place(h) === place(draft) &&
      !NOT_COUNTED.includes(h.status) &&
      now.getTime() - h.submittedAt.getTime() <= CHRONIC_WINDOW_DAYS * DAY,
  );
  return new Set([now, ...before.map((h) => h.submittedAt)].map(dateKey)).size >= CHRONIC_TIMES;
}
