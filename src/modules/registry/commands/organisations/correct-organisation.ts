import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS } from '../../contract/organisations.ts';
import { REGISTRY_SUBJECTS, type TwoNames } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { dayOf } from '../../rules/day.ts';
import { soundNames, soundPhone } from '../../rules/organisations/typed.ts';
import { lockedOrganisation, updateOrganisation } from '../../store/organisations/kept-organisations.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';

export type CorrectOrganisation = TwoNames & {
  readonly organisationId: string;
  readonly version: number;
  /** A published office or duty number; empty: none. */
  readonly dutyPhone: string;
  /** The organisation it is part of; empty: none. */
  readonly parentId: string;
};

/**
 * Puts names, duty number or parent right. The kind stays: another kind is another organisation.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.organisation-unknown`, `registry.changed-meanwhile`,
 *   `registry.name-missing`, `registry.name-too-long`, `registry.duty-phone-unreadable`, `registry.part-of-itself`.
 */
export async function correctOrganisation(tx: Tx, given: CorrectOrganisation): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'add-organisation');
  if (!may.ok) return may;
  const before = isUuid(given.organisationId) ? await lockedOrganisation(tx, given.organisationId) : null;
  if (!before) return refuse('registry.organisation-unknown');
  if (before.version !== given.version) return refuse('registry.changed-meanwhile');
  const names = soundNames(given);
  if (!names.ok) return names;
  const dutyPhone = soundPhone(given.dutyPhone);
  if (!dutyPhone.ok) return dutyPhone;
  const parentId = given.parentId || null;
  const fits = await fittingParent(tx, before.id, parentId);
  if (!fits.ok) return fits;
  await updateOrganisation(tx, before.id, {
    name_zh: names.value.nameZh,
    name_en: names.value.nameEn,
    duty_phone: dutyPhone.value,
    parent_id: parentId,
  });
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.organisation,
    subjectId: before.id,
    kind: ORGANISATION_EVENTS.corrected,
    data: {
      before: { nameZh: before.nameZh, nameEn: before.nameEn, parentId: before.parentId },
      parentId,
      dutyPhoneChanged: before.dutyPhone !== dutyPhone.value,
    },
  });
  return ok();
}

/** The parent exists and is not part of the organisation itself, however far up. */
async function fittingParent(tx: Tx, id: string, parentId: string | null): Promise<Result<void>> {
  if (parentId === null) return ok();
  const all = new Map((await organisationRows(tx, 'ALL', dayOf(tx.now))).map((org) => [org.id, org]));
  if (!all.has(parentId)) return refuse('registry.organisation-unknown', { field: 'parentId' });
  for (let up: string | null = parentId, steps = 0; up !== null && steps <= all.size; steps++) {
    if (up === id) return refuse('registry.part-of-itself', { field: 'parentId' });
    up = all.get(up)?.parentId ?? null;
  }
  return ok();
}
