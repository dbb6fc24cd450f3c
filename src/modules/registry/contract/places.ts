/** Places as they are kept: each kind with the fields that may be corrected. Pure. */
import type { AreaSource, CommonPartKind, TwoNames, UnitKind } from '../contract.ts';

/** Kinds of places, from large to small. */
export const PLACE_KINDS = ['estate', 'area', 'building', 'stairwell', 'unit', 'part'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What is written about a place. Areas in 0.01 m². */
export type PlaceFields =
  | ({ readonly kind: 'estate'; readonly code: string; readonly laneZh: string } & TwoNames)
  | { readonly kind: 'area'; readonly nameZh: string }
  | { readonly kind: 'building'; readonly number: number; readonly managementAreaId: string }
  | { readonly kind: 'stairwell'; readonly number: number }
  | {
      readonly kind: 'unit';
      readonly room: string;
      readonly unitKind: UnitKind;
      readonly area: number;
      readonly areaSource: AreaSource;
    }
  | ({ readonly kind: 'part'; readonly partKind: CommonPartKind; readonly area: number | null } & TwoNames);

/** A place in the place it lies in. */
export type PlaceWithin = {
  readonly estateId: string;
  readonly buildingId: string | null;
  readonly stairwellId: string | null;
};
