/** What must hold of the people and organisations of one unit. Pure. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { EndReason, Share } from '../../contract/holdings.ts';
import { type Day, OWNING_RELATIONS, type UnitRelation } from '../../contract.ts';
import { isDay } from '../day.ts';

/** Finest share that is kept; the register of titles knows no finer one in practice. */
export const MOST_PARTS = 10_000;

/** A holding as far as these rules look at it. */
export type HoldingFacts = {
  /** The person or organisation. */
  readonly holderId: string;
  readonly relation: UnitRelation;
  readonly share: Share | null;
  readonly isRepresentative: boolean;
  readonly fromDay: Day;
  readonly toDay: Day | null;
};

const overlaps = (a: HoldingFacts, b: HoldingFacts): boolean =>
  (a.toDay === null || a.toDay >= b.fromDay) && (b.toDay === null || b.toDay >= a.fromDay);

/** Whether a relation makes somebody one of the unit's owners, the developer among them. */
export function owns(relation: UnitRelation): boolean {
  return OWNING_RELATIONS.includes(relation) || relation.startsWith('DEVELOPER');
}

/**
 * A share from `1/4` or `25%`; empty is none.
 *
 * @returns refusal `registry.share-unreadable`.
 */
export function readShare(typed: string): Result<Share | null> {
  const plain = typed.normalize('NFKC').replace(/\s/g, '');
  if (plain === '') return ok(null);
  const percent = /^(\d{1,3})(?:\.(\d{1,2}))?%$/.exec(plain);
  const parts = /^(\d{1,5})[/:](\d{1,5})$/.exec(plain);
  const numerator = percent
    ? Number(percent[1]) * 100 + Number((percent[2] ?? '').padEnd(2, '0'))
    : Number(parts?.[1]);
  const denominator = percent ? MOST_PARTS : Number(parts?.[2]);
  const fits = numerator >= 1 && numerator <= denominator && denominator <= MOST_PARTS;
  return fits ? ok({ numerator, denominator }) : refuse('registry.share-unreadable', { field: 'share' });
}

/** Whether shares add up to more than the whole, in integers. */
export function exceedsWhole(shares: readonly Share[]): boolean {
  let numerator = 0n;
  let denominator = 1n;
  for (const share of shares) {
    numerator = numerator * BigInt(share.denominator) + BigInt(share.numerator) * denominator;
    denominator *= BigInt(share.denominator);
  }
  return numerator > denominator;
}

/**
 * Whether one more holding fits beside those the unit has: days in order, nobody twice in the same way at the
 * same time, shares within the whole, one agreed representative, and one sole owner.
 *
 * @returns refusals `registry.day-unreadable`, `registry.ends-before-start`, `registry.holds-already`,
 *   `registry.owner-is-sole`, `registry.shares-exceed`, `registry.representative-is-owner`,
 *   `registry.one-representative`.
 */
export function mayHold(added: HoldingFacts, others: readonly HoldingFacts[]): Result<void> {
  if (!isDay(added.fromDay)) return refuse('registry.day-unreadable', { field: 'fromDay' });
  if (added.toDay !== null && !isDay(added.toDay))
    return refuse('registry.day-unreadable', { field: 'toDay' });
  if (added.toDay !== null && added.toDay < added.fromDay) {
    return refuse('registry.ends-before-start', { field: 'toDay', params: { day: added.fromDay } });
  }
  const meanwhile = others.filter((other) => overlaps(added, other));
  if (meanwhile.some((other) => other.holderId === added.holderId && other.relation === added.relation)) {
    return refuse('registry.holds-already', { field: 'relation' });
  }
  if (added.isRepresentative && !OWNING_RELATIONS.includes(added.relation)) {
    return refuse('registry.representative-is-owner', { field: 'isRepresentative' });
  }
  if (added.isRepresentative && meanwhile.some((other) => other.isRepresentative)) {
    return refuse('registry.one-representative', { field: 'isRepresentative' });
  }
  return owns(added.relation) ? mayOwn(added, meanwhile) : ok();
}

function mayOwn(added: HoldingFacts, meanwhile: readonly HoldingFacts[]): Result<void> {
  const owners = meanwhile.filter((other) => owns(other.relation));
  const isSole = (one: HoldingFacts) => one.relation !== 'CO_OWNER';
  if (owners.some((owner) => isSole(owner) || isSole(added))) {
    return refuse('registry.owner-is-sole', { field: 'relation' });
  }
  const shares = [added, ...owners].map((one) => one.share).filter((share) => share !== null);
  return exceedsWhole(shares) ? refuse('registry.shares-exceed', { field: 'share' }) : ok();
}

/**
 * Whether a holding may end on a day, which still belongs to it.
 *
 * @returns refusals `registry.day-unreadable`, `registry.holding-ended`, `registry.ends-before-start`.
 */
export function mayEndHolding(
  holding: Pick<HoldingFacts, 'fromDay' | 'toDay'>,
  lastDay: Day,
  because: EndReason,
): Result<void> {
  if (!isDay(lastDay)) return refuse('registry.day-unreadable', { field: 'lastDay' });
  if (holding.toDay !== null) return refuse('registry.holding-ended', { params: { day: holding.toDay } });
  // What was never true has no day on which it was.
  if (because !== 'WRONG_ENTRY' && lastDay < holding.fromDay) {
    return refuse('registry.ends-before-start', { field: 'lastDay', params: { day: holding.fromDay } });
  }
  return ok();
}

/** The day before, in the calendar. */
export function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
