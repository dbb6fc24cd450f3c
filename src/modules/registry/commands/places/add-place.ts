import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PlaceFields, PlaceKind, PlaceWithin } from '../../contract/places.ts';
import { REGISTRY_EVENTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { buildingCode, commonPartCode, stairwellCode, unitCode } from '../../rules/places/place-codes.ts';
import {
  columnsOf,
  insertPlace,
  type KeptPlace,
  keptPlace,
  placeWithCode,
  updatePlace,
} from '../../store/places/kept-places.ts';
import { commonPartRowsOfEstate, estateRows } from '../../store/places/places.ts';

/** A place and the smallest place it lies in; an estate lies in none. */
export type NewPlace = {
  readonly fields: PlaceFields;
  readonly parent: { readonly kind: PlaceKind; readonly id: string } | null;
};

/** What each kind may lie in. */
const LIES_IN: Readonly<Record<PlaceKind, readonly PlaceKind[]>> = {
  estate: [],
  area: ['estate'],
  building: ['estate'],
  stairwell: ['building'],
  unit: ['stairwell', 'building', 'estate'],
  part: ['stairwell', 'building', 'estate'],
};

/**
 * Enters one place. A building, entrance, unit or common part that was removed comes back with what is
 * written now, so that its history goes on.
 *
 * @returns its id; refusals `registry.not-a-keeper`, `registry.place-unknown`, `registry.area-unknown`,
 *   `registry.unit-without-building`, `registry.code-taken`.
 */
export async function addPlace(tx: Tx, { fields, parent }: NewPlace): Promise<Result<string>> {
  const may = mayKeep(tx.actor, 'add-place');
  if (!may.ok) return may;
  const around = await parentOf(tx, fields.kind, parent);
  if (!around.ok) return around;
  if (fields.kind === 'unit' && fields.unitKind === 'DWELLING' && parent?.kind !== 'stairwell') {
    return refuse('registry.unit-without-building', { params: { code: fields.room } });
  }
  if (fields.kind === 'building' && !(await isAreaOf(tx, fields.managementAreaId, around.value?.id))) {
    return refuse('registry.area-unknown', { field: 'managementAreaId' });
  }
  const code = await codeOf(tx, fields, around.value);
  const taken =
    code === null ? null : await placeWithCode(tx, fields.kind, code, around.value?.within.estateId ?? '');
  if (taken && !taken.removed)
    return refuse('registry.code-taken', { field: 'code', params: { code: code ?? '' } });
  const columns = {
    ...columnsOf(fields),
    ...(code === null ? {} : { code }),
    ...(await withinColumns(tx, fields, around.value)),
  };
  const id = taken?.id ?? tx.newId();
  if (taken) await updatePlace(tx, fields.kind, id, { ...columns, removed_at: null });
  else await insertPlace(tx, fields.kind, { id, ...columns });
  if (fields.kind === 'estate') await firstArea(tx, id, fields.nameZh);
  await appendEvent(tx, {
    subjectKind: fields.kind,
    subjectId: id,
    kind: REGISTRY_EVENTS.placeAdded,
    data: { code, fields, parent },
  });
  return ok(id);
}

async function parentOf(
  tx: Tx,
  kind: PlaceKind,
  parent: NewPlace['parent'],
): Promise<Result<KeptPlace | null>> {
  if (LIES_IN[kind].length === 0) return ok(null);
  const fits = parent !== null && LIES_IN[kind].includes(parent.kind) && isUuid(parent.id);
  const found = fits ? await keptPlace(tx, parent.kind, parent.id) : null;
  return found && !found.removed ? ok(found) : refuse('registry.place-unknown');
}

async function isAreaOf(tx: Tx, areaId: string, estateId: string | undefined): Promise<boolean> {
  const area = isUuid(areaId) ? await keptPlace(tx, 'area', areaId) : null;
  return area !== null && area.within.estateId === estateId;
}

/** One management area comes with every estate (domain brief §2). */
async function firstArea(tx: Tx, estateId: string, nameZh: string): Promise<void> {
  await insertPlace(tx, 'area', { id: tx.newId(), estate_id: estateId, name_zh: nameZh });
}

async function codeOf(tx: Tx, fields: PlaceFields, around: KeptPlace | null): Promise<string | null> {
  switch (fields.kind) {
    case 'estate':
      return fields.code;
    case 'area':
      return null;
    case 'building':
      return buildingCode(fields.number);
    case 'stairwell':
      return stairwellCode(fields.number);
    case 'unit':
      return unitCode(await codesAround(tx, around), fields.unitKind, fields.room);
    case 'part': {
      const estateId = around?.within.estateId ?? '';
      const taken = (await commonPartRowsOfEstate(tx, estateId, [], true)).map((part) => part.code);
      return commonPartCode((await codesAround(tx, around)).estate, fields.partKind, new Set(taken));
    }
  }
}

/** The codes of the places around a unit. */
export async function codesAround(tx: Tx, around: Pick<KeptPlace, 'within'> | null) {
  const code = async (kind: PlaceKind, id: string | null | undefined) =>
    id ? ((await keptPlace(tx, kind, id))?.code ?? null) : null;
  const within: Partial<PlaceWithin> = around?.within ?? {};
  return {
    estate: (await code('estate', within.estateId)) ?? '',
    building: await code('building', within.buildingId),
    stairwell: await code('stairwell', within.stairwellId),
  };
}

async function withinColumns(tx: Tx, fields: PlaceFields, around: KeptPlace | null) {
  const within = around?.within;
  if (!within) return { position: await nextPosition(tx) };
  if (fields.kind === 'area' || fields.kind === 'building') return { estate_id: within.estateId };
  if (fields.kind === 'stairwell') return { estate_id: within.estateId, building_id: within.buildingId };
  return {
    estate_id: within.estateId,
    building_id: within.buildingId,
    stairwell_id: within.stairwellId,
  };
}

async function nextPosition(tx: Tx): Promise<number> {
  return (await estateRows(tx)).length + 1;
}
