import type { Tx } from '#platform/db/database.ts';
import { type Day, UNIT_RELATIONS } from '../../contract.ts';
import { mayKeep, mayReadRegister } from '../../permissions.ts';
import { owns } from '../../rules/people/holdings.ts';
import {
  countOwners,
  isCounted,
  lacksSpeaker,
  type OwnedPart,
  type OwnerCount,
  type ParkingPolicy,
} from '../../rules/people/owner-heads.ts';
import { countParts, type OwnedPartRow, ownedPartRows } from '../../store/people/owned-parts.ts';
import { keptPlace } from '../../store/places/kept-places.ts';
import { childrenOf } from '../../store/places/place-children.ts';

/** A unit by its code. */
type UnitRef = { readonly id: string; readonly code: string };

/** The owners of one management area: one assembly of owners. */
export type AreaRoll = {
  /** Null for parts that lie in no management area: in no building of an estate with several areas. */
  readonly area: { readonly id: string; readonly nameZh: string } | null;
  readonly count: OwnerCount;
  /** Parts without an owner, and parts of several owners without one to speak; for keepers only, else empty. */
  readonly ownerless: readonly UnitRef[];
  readonly speakerless: readonly UnitRef[];
};

export type OwnerRoll = {
  readonly estate: { readonly id: string; readonly nameZh: string; readonly nameEn: string };
  readonly day: Day;
  readonly parkingPolicy: ParkingPolicy;
  readonly areas: readonly AreaRoll[];
};

const MOST_AREAS = 100;
/** How many units to look after are listed; the count tells the rest. */
const MOST_LISTED = 50;

type Part = OwnedPart & UnitRef & { readonly areaId: string | null };

/**
 * Heads and areas of an estate's owners on a day, one line a management area. It reads every part of the
 * estate, so pages that open for other reasons give `most` and get null beyond it.
 *
 * @param asked.most most parts to count.
 * @returns null when the estate is not there, the reader may not read the register, or it is larger.
 */
export async function ownerRoll(
  tx: Tx,
  asked: { readonly estateId: string; readonly day: Day; readonly most?: number },
): Promise<OwnerRoll | null> {
  const estate = await keptPlace(tx, 'estate', asked.estateId);
  if (estate?.fields.kind !== 'estate' || !mayReadRegister(tx.actor).ok) return null;
  if (asked.most !== undefined && (await countParts(tx, estate.id, asked.most)) > asked.most) return null;
  const areas = await childrenOf(tx, 'estate', estate.id, 'area', null, MOST_AREAS);
  const only = areas.length === 1 ? areas[0]!.id : null;
  const rows = await ownedPartRows(tx, estate.id, asked.day, UNIT_RELATIONS.filter(owns));
  const parts = partsOf(rows, only);
  const ofArea = Map.groupBy(parts, (part) => part.areaId);
  const { nameZh, nameEn } = estate.fields;
  const lines = [...areas.map(({ id, nameZh: name }) => ({ id, nameZh: name ?? '' })), null];
  const keeps = mayKeep(tx.actor, 'hold-unit').ok;
  return {
    estate: { id: estate.id, nameZh, nameEn },
    day: asked.day,
    parkingPolicy: 'REGISTERED_ONLY',
    areas: lines
      .filter((area) => area !== null || ofArea.has(null))
      .map((area) => areaRoll(area, ofArea.get(area?.id ?? null) ?? [], keeps)),
  };
}

function areaRoll(area: AreaRoll['area'], parts: readonly Part[], keeps: boolean): AreaRoll {
  const listed = (wanted: (part: Part) => boolean) =>
    (keeps ? parts : [])
      .filter((part) => isCounted(part, 'REGISTERED_ONLY') && wanted(part))
      .slice(0, MOST_LISTED)
      .map(({ id, code }) => ({ id, code }));
  return {
    area,
    count: countOwners(parts, 'REGISTERED_ONLY'),
    ownerless: listed((part) => part.owners.length === 0),
    speakerless: listed(lacksSpeaker),
  };
}

/** Rows of parts and owners as parts with their owners. */
function partsOf(rows: readonly OwnedPartRow[], onlyAreaId: string | null): Part[] {
  return [...Map.groupBy(rows, (row) => row.id).values()].map((some) => {
    const { id, code, kind, area, areaSource, managementAreaId } = some[0]!;
    const owners = some.flatMap(({ holderId, relation, isRepresentative }) =>
      holderId && relation ? [{ holderId, relation, isRepresentative: isRepresentative === true }] : [],
    );
    return { id, code, kind, area, areaSource, areaId: managementAreaId ?? onlyAreaId, owners };
  });
}
