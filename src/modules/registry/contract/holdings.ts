/** Who holds or lives in a unit, from when to when. Pure. */
import type { Day, UnitKind, UnitRelation } from '../contract.ts';

/** Why a holding ended. */
export const END_REASONS = ['SOLD', 'MOVED_OUT', 'DEATH', 'WRONG_ENTRY', 'OTHER'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** A part of a unit: 1/4. */
export type Share = { readonly numerator: number; readonly denominator: number };

export type Holding = {
  readonly id: string;
  readonly unitId: string;
  readonly relation: UnitRelation;
  readonly share: Share | null;
  readonly isRepresentative: boolean;
  readonly fromDay: Day;
  readonly toDay: Day | null;
  readonly endedBecause: EndReason | null;
  readonly personId: string | null;
  readonly organisationId: string | null;
};

/** A holding with the name the reader may see; null when they may see none. */
export type NamedHolding = Holding & { readonly name: string | null };

/** A unit somebody holds. */
export type HeldUnit = Holding & {
  readonly code: string;
  readonly room: string;
  readonly unitKind: UnitKind;
  readonly estateId: string;
};
