/** What is kept of a row between the preview and its commit, encrypted. */
import type { AreaSource, UnitKind, UnitRelation } from '../../contract.ts';
import type { KnownUnit } from './compare-unit.ts';
import type { RowReason } from './fields.ts';

/** A place as it is told in a preview. */
export type ToldPlace = {
  readonly estate: string;
  readonly building: number | null;
  readonly stairwell: number | null;
  readonly room: string;
};

/** Somebody who would begin to hold a unit. */
export type DetailBeginning = {
  readonly name: string;
  /** Digits. */
  readonly phone: string | null;
  readonly relation: UnitRelation;
  readonly speaks: boolean;
  /** Who it is, when the person or organisation holds the unit already in another relation. */
  readonly personId: string | null;
  readonly organisationId: string | null;
};

export type UnitDetail = {
  readonly place: ToldPlace;
  readonly ids: {
    readonly estateId: string;
    readonly buildingId: string | null;
    readonly stairwellId: string | null;
    readonly code: string;
  };
  readonly kind: UnitKind;
  readonly unitId: string | null;
  readonly area: { readonly from: number | null; readonly to: number } | null;
  readonly areaSource: AreaSource;
  readonly begins: readonly DetailBeginning[];
  readonly ends: readonly {
    readonly holdingId: string;
    readonly name: string;
    readonly relation: UnitRelation;
  }[];
  readonly phones: readonly { readonly personId: string; readonly name: string; readonly phone: string }[];
  readonly names: readonly { readonly personId: string; readonly from: string; readonly to: string }[];
  readonly notes: readonly RowReason[];
  /** The row as it was uploaded, to be given back should it not be taken in after all. */
  readonly cells: readonly string[];
  /** What the register held when the row was compared; when it holds something else by then, the row waits. */
  readonly stamp: string;
};

/** A row that was not taken in: why, and its cells, to be given back. */
export type RejectedDetail = { readonly reasons: readonly RowReason[]; readonly cells: readonly string[] };

/** The state of a unit as one text. */
export function stampOf(known: KnownUnit | null): string {
  if (!known) return 'none';
  const holders = known.holders.map((h) => [h.holdingId, h.relation, h.phoneIndex, h.name].join('|')).sort();
  return [known.unitId, known.area, ...holders].join('\n');
}
