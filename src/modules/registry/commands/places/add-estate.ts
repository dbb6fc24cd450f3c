import { type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { checkPlan, type EstatePlan } from '../../rules/places/estate-plan.ts';
import { neighborhoodRow } from '../../store/places/neighborhood.ts';
import { insertEstate, type NewEstateRows, takenPlaceCode } from '../../store/places/new-places.ts';
import { estateRows } from '../../store/places/places.ts';

/**
 * Enters an estate whole: buildings, stairwells, units, common parts, and its management area (one to an
 * estate unless changed later).
 *
 * @returns the estate's id; refusals `registry.not-a-keeper`, `registry.not-founded`, `registry.code-taken`
 * and those of {@link checkPlan}.
 */
export async function addEstate(tx: Tx, plan: EstatePlan): Promise<Result<string>> {
  const may = mayKeep(tx.actor, 'add-estate');
  if (!may.ok) return may;
  const sound = checkPlan(plan);
  if (!sound.ok) return sound;
  if (!(await neighborhoodRow(tx))) return refuse('registry.not-founded');
  const estates = await estateRows(tx);
  const sameCode = estates.some((estate) => estate.code === plan.code) ? plan.code : null;
  const codes = [...plan.units, ...plan.commonParts].map((part) => part.code);
  const taken = sameCode ?? (await takenPlaceCode(tx, codes));
  if (taken) return refuse('registry.code-taken', { field: 'code', params: { code: taken } });
  const rows = rowsOf(tx, plan);
  await insertEstate(tx, rows);
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.estate,
    subjectId: rows.estate.id,
    kind: REGISTRY_EVENTS.estateAdded,
    data: {
      code: plan.code,
      buildings: rows.buildings.length,
      stairwells: rows.stairwells.length,
      units: rows.units.length,
      commonParts: rows.commonParts.length,
    },
  });
  return { ok: true, value: rows.estate.id };
}

function rowsOf(tx: Tx, plan: EstatePlan): NewEstateRows {
  const estate_id = plan.id ?? tx.newId();
  const management_area_id = tx.newId();
  const buildings = plan.buildings.map((b) => ({ id: b.id ?? tx.newId(), code: b.code, number: b.number }));
  const buildingIds = new Map(buildings.map((b) => [b.code, b.id]));
  const stairwells = plan.buildings.flatMap((b) =>
    b.stairwells.map((s) => ({
      id: s.id ?? tx.newId(),
      code: s.code,
      number: s.number,
      building_id: buildingIds.get(b.code)!,
      estate_id,
    })),
  );
  const stairwellIds = new Map(stairwells.map((s) => [s.code, s.id]));
  const within = (part: { buildingCode: string | null; stairwellCode: string | null }) => ({
    estate_id,
    building_id: part.buildingCode === null ? null : buildingIds.get(part.buildingCode)!,
    stairwell_id: part.stairwellCode === null ? null : stairwellIds.get(part.stairwellCode)!,
  });
  return {
    estate: {
      id: estate_id,
      code: plan.code,
      name_zh: plan.nameZh,
      name_en: plan.nameEn,
      lane_zh: plan.laneZh,
      position: plan.position,
    },
    managementArea: { id: management_area_id, estate_id, name_zh: plan.nameZh },
    buildings: buildings.map((b) => ({ ...b, estate_id, management_area_id })),
    stairwells,
    units: plan.units.map((u) => ({
      id: u.id ?? tx.newId(),
      ...within(u),
      code: u.code,
      room: u.room,
      kind: u.kind,
      area: u.area,
      area_source: u.areaSource,
    })),
    commonParts: plan.commonParts.map((p) => ({
      id: p.id ?? tx.newId(),
      ...within(p),
      code: p.code,
      kind: p.kind,
      name_zh: p.nameZh,
      name_en: p.nameEn,
      area: p.area,
    })),
  };
}
