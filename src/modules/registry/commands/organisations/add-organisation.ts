import type { OrgKind } from '#kernel/actor.ts';
import { type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Day, REGISTRY_EVENTS, REGISTRY_SUBJECTS, type TwoNames } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { isDay } from '../../rules/day.ts';
import { insertOrganisation } from '../../store/organisations/new-organisations.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { estateRows } from '../../store/places/places.ts';

export type NewOrganisation = TwoNames & {
  readonly id?: string;
  readonly kind: OrgKind;
  readonly agencyKind?: string | null;
  readonly dutyPhone?: string | null;
  readonly parentId?: string | null;
  readonly position?: number;
  /** Estates it serves from `fromDay` on. */
  readonly estateIds: readonly string[];
  readonly fromDay: Day;
};

/**
 * Enters an organisation and the estates it serves.
 *
 * @returns its id; refusals `registry.not-a-keeper`, `registry.name-missing`, `registry.day-unreadable`,
 * `registry.estate-unknown`, `registry.organisation-unknown` (the parent).
 */
export async function addOrganisation(tx: Tx, given: NewOrganisation): Promise<Result<string>> {
  const may = mayKeep(tx.actor, 'add-organisation');
  if (!may.ok) return may;
  if (given.nameZh.trim() === '') return refuse('registry.name-missing', { field: 'nameZh' });
  if (!isDay(given.fromDay)) return refuse('registry.day-unreadable', { field: 'fromDay' });
  const known = new Set((await estateRows(tx)).map((estate) => estate.id));
  if (given.estateIds.some((id) => !known.has(id))) {
    return refuse('registry.estate-unknown', { field: 'estateIds' });
  }
  if (given.parentId && (await organisationRows(tx, [given.parentId], given.fromDay)).length === 0) {
    return refuse('registry.organisation-unknown', { field: 'parentId' });
  }
  const id = given.id ?? tx.newId();
  const row = {
    id,
    kind: given.kind,
    agency_kind: given.agencyKind ?? null,
    name_zh: given.nameZh.trim(),
    name_en: given.nameEn.trim(),
    duty_phone: given.dutyPhone ?? null,
    parent_id: given.parentId ?? null,
    position: given.position ?? 0,
  };
  await insertOrganisation(tx, row, [...new Set(given.estateIds)], given.fromDay);
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.organisation,
    subjectId: id,
    kind: REGISTRY_EVENTS.organisationAdded,
    data: { kind: given.kind, estateIds: given.estateIds, fromDay: given.fromDay },
  });
  return { ok: true, value: id };
}
