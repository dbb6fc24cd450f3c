/** How urgent a matter is, from its category and its words (domain brief §3.14). Pure. */
import type { CategoryCode, Level, MatterKind } from '../../contract.ts';
import { categoryOf } from './categories.ts';
import { DANGER_WORDS, OUTAGE_WORDS, UNTOLD_WORDS, URGENT_WORDS, WHOLE_WORDS } from './danger-words.ts';
import { contains } from './word-match.ts';

export type LevelFacts = {
  readonly category: CategoryCode;
  readonly text: string;
  readonly conflictOnSite: boolean;
  /** An organisation asks for help (S19). */
  readonly orgRequest: boolean;
  readonly chronic: boolean;
  readonly kind: MatterKind;
};

/** Why the level is what it is; words under `level-reason.<code>`. */
export type LevelReason =
  | 'category'
  | 'danger-words'
  | 'urgent-words'
  | 'conflict'
  | 'organisation'
  | 'chronic'
  | 'enquiry';
export type LevelOf = { readonly level: Level; readonly because: readonly LevelReason[] };

/** Categories in which no word of gas, say, means danger: praise and ideas about it. */
function isCalm(facts: LevelFacts): boolean {
  return facts.kind === 'PRAISE' || (facts.category.startsWith('H') && facts.kind === 'SUGGESTION');
}

/** Back-flow and the like, or an outage that meets a whole house or came unannounced. */
function isUrgent(text: string): boolean {
  const any = (words: readonly string[]) => words.some((word) => contains(text, word));
  return any(URGENT_WORDS) || (any(OUTAGE_WORDS) && (any(WHOLE_WORDS) || any(UNTOLD_WORDS)));
}

function higher(a: Level, b: Level): Level {
  const rank: readonly Level[] = ['P0', 'P1', 'P2A', 'P2', 'P3'];
  return rank.indexOf(a) <= rank.indexOf(b) ? a : b;
}

/** The level, the highest that anything asks for, and why. */
export function levelOf(facts: LevelFacts): LevelOf {
  const text = facts.text.normalize('NFKC').toLowerCase();
  const because: LevelReason[] = [];
  let level: Level = categoryOf(facts.category)?.level ?? 'P2';
  because.push('category');
  if (facts.kind === 'ENQUIRY') {
    level = 'P2A';
    because.push('enquiry');
  }
  if (facts.chronic && level === 'P2') {
    level = 'P3';
    because.push('chronic');
  }
  const raise = (to: Level, reason: LevelReason) => {
    level = higher(to, level);
    because.push(reason);
  };
  if (facts.orgRequest) raise('P1', 'organisation');
  if (facts.conflictOnSite) raise('P1', 'conflict');
  if (!isCalm(facts) && isUrgent(text)) raise('P1', 'urgent-words');
  if (!isCalm(facts) && DANGER_WORDS.some((word) => contains(text, word))) raise('P0', 'danger-words');
  return { level, because };
}
