/** What an estate is made of before it is entered, and whether it hangs together. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { AreaSource, CommonPartKind, TwoNames, UnitKind } from '../../contract.ts';

export type PlannedStairwell = { readonly id?: string; readonly code: string; readonly number: number };
export type PlannedBuilding = {
  readonly id?: string;
  readonly code: string;
  readonly number: number;
  readonly stairwells: readonly PlannedStairwell[];
};
export type PlannedUnit = {
  readonly id?: string;
  /** `ZJ-B03-S08-0502`, unique in the neighborhood. */
  readonly code: string;
  readonly room: string;
  readonly kind: UnitKind;
  /** In 0.01 m². */
  readonly area: number;
  readonly areaSource: AreaSource;
  readonly buildingCode: string | null;
  readonly stairwellCode: string | null;
};
export type PlannedCommonPart = TwoNames & {
  readonly id?: string;
  readonly code: string;
  readonly kind: CommonPartKind;
  /** In 0.01 m², where it is known and matters. */
  readonly area: number | null;
  readonly buildingCode: string | null;
  readonly stairwellCode: string | null;
};
export type EstatePlan = TwoNames & {
  readonly id?: string;
  readonly code: string;
  readonly laneZh: string;
  readonly position: number;
  readonly buildings: readonly PlannedBuilding[];
  readonly units: readonly PlannedUnit[];
  readonly commonParts: readonly PlannedCommonPart[];
};

/**
 * Whether a plan may be entered: names given, each code once, every area above zero, dwellings in a
 * building and stairwell of the plan, and common parts in places of the plan.
 */
export function checkPlan(plan: EstatePlan): Result<void> {
  if (plan.nameZh.trim() === '' || plan.code.trim() === '') return refuse('registry.name-missing');
  const stairwells = plan.buildings.flatMap((b) => b.stairwells.map((s) => ({ ...s, building: b.code })));
  const twice =
    repeated(plan.buildings.map((b) => b.code)) ??
    repeated(stairwells.map((s) => s.code)) ??
    repeated([...plan.units, ...plan.commonParts].map((part) => part.code));
  if (twice) return refuse('registry.code-taken', { field: 'code', params: { code: twice } });
  const flat = plan.units.find((u) => !Number.isInteger(u.area) || u.area <= 0);
  if (flat) return refuse('registry.area-missing', { field: 'area', params: { code: flat.code } });
  const buildingOf = new Map(stairwells.map((s) => [s.code, s.building]));
  const buildings = new Set(plan.buildings.map((b) => b.code));
  const homeless = plan.units.find((u) => u.kind === 'DWELLING' && (!u.buildingCode || !u.stairwellCode));
  if (homeless) return refuse('registry.unit-without-building', { params: { code: homeless.code } });
  for (const part of [...plan.units, ...plan.commonParts]) {
    if (part.buildingCode && !buildings.has(part.buildingCode)) {
      return refuse('registry.building-elsewhere', { field: 'buildingId' });
    }
    if (part.stairwellCode && buildingOf.get(part.stairwellCode) !== part.buildingCode) {
      return refuse('registry.stairwell-elsewhere', { field: 'stairwellId' });
    }
  }
  return ok();
}

function repeated(codes: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const code of codes) {
    if (seen.has(code)) return code;
    seen.add(code);
  }
  return null;
}
