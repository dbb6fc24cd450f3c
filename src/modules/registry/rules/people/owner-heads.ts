/** How many owners there are, and with how much area: the base of every common decision of owners. Pure. */
import type { AreaSource, UnitKind, UnitRelation } from '../../contract.ts';

/**
 * Which parking spaces are exclusive parts with a voice. `REGISTERED_ONLY`: those with a title of their own
 * (Judicial Interpretation on ownership of buildings, art. 2); `NONE`: none, where an estate's rules say so.
 * Places on common ground are common parts (Civil Code art. 275, 278) and never units.
 */
export const PARKING_POLICIES = ['REGISTERED_ONLY', 'NONE'] as const;
export type ParkingPolicy = (typeof PARKING_POLICIES)[number];

/** An exclusive part with its owners on one day; area in 0.01 m². */
export type OwnedPart = {
  readonly kind: UnitKind;
  readonly area: number;
  readonly areaSource: AreaSource;
  /** Owning relations only; empty when the register names no owner. */
  readonly owners: readonly PartOwner[];
};

export type PartOwner = {
  /** The person or organisation. */
  readonly holderId: string;
  readonly relation: UnitRelation;
  readonly isRepresentative: boolean;
};

export type OwnerCount = {
  readonly heads: number;
  /** 0.01 m² */
  readonly area: number;
  /** Exclusive parts that count. */
  readonly parts: number;
  /** Parking spaces the policy leaves out. */
  readonly leftOut: number;
  /** Parts whose owner the register does not name; each is a head, because somebody owns it. */
  readonly ownerless: number;
  /** Parts of several owners who have not agreed on one to speak for them. */
  readonly speakerless: number;
};

/** Whether a part counts at all. */
export function isCounted(part: Pick<OwnedPart, 'kind' | 'areaSource'>, policy: ParkingPolicy): boolean {
  if (part.kind !== 'PARKING') return true;
  return policy === 'REGISTERED_ONLY' && part.areaSource === 'REGISTRY';
}

/** Whether several own a part and nobody speaks for them. */
export function lacksSpeaker(part: Pick<OwnedPart, 'owners'>): boolean {
  return part.owners.length > 1 && !part.owners.some((owner) => owner.isRepresentative);
}

/**
 * Counts the owners of one management area. One exclusive part is one head, but all parts of one holder
 * together are one: a buyer of several, and the developer with everything unsold or not yet handed over.
 * Co-owners of a part are one head together; the same people owning two parts together are one buyer.
 *
 * @source Civil Code art. 278; Judicial Interpretation on ownership of buildings (2020), art. 8 and 9;
 *   domain brief §3.1.
 */
export function countOwners(parts: Iterable<OwnedPart>, policy: ParkingPolicy): OwnerCount {
  const buyers = new Set<string>();
  let [area, counted, leftOut, ownerless, speakerless] = [0, 0, 0, 0, 0];
  for (const part of parts) {
    if (!isCounted(part, policy)) {
      leftOut++;
      continue;
    }
    counted++;
    area += part.area;
    if (part.owners.length === 0) ownerless++;
    else buyers.add(buyerOf(part.owners));
    if (lacksSpeaker(part)) speakerless++;
  }
  return { heads: buyers.size + ownerless, area, parts: counted, leftOut, ownerless, speakerless };
}

/** One key for the same people, in whatever order they were entered. */
function buyerOf(owners: readonly PartOwner[]): string {
  return [...new Set(owners.map((owner) => owner.holderId))].toSorted().join('+');
}
