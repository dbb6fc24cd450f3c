import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PlaceFields } from '../../contract/places.ts';
import { REGISTRY_EVENTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { dayOf } from '../../rules/day.ts';
import { buildingCode, stairwellCode, unitCode } from '../../rules/places/place-codes.ts';
import {
  columnsOf,
  hangingOn,
  type KeptPlace,
  keptPlace,
  placeWithCode,
  updatePlace,
} from '../../store/places/kept-places.ts';
import { codesAround } from './add-place.ts';

export type CorrectPlace = {
  readonly id: string;
  /** The version the correction was made on. */
  readonly version: number;
  readonly fields: PlaceFields;
};

/**
 * Corrects what is written about a place. Its event keeps what was there before. The code of a unit follows
 * its room; the number of a building or entrance stays while units hang on it, because their codes are on
 * paper already.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.place-unknown`, `registry.changed-meanwhile`,
 *   `registry.number-in-use`, `registry.area-unknown`, `registry.code-taken`.
 */
export async function correctPlace(tx: Tx, given: CorrectPlace): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'correct-place');
  if (!may.ok) return may;
  const { kind } = given.fields;
  const before = isUuid(given.id) ? await keptPlace(tx, kind, given.id, true) : null;
  if (!before || before.removed) return refuse('registry.place-unknown');
  if (before.version !== given.version) return refuse('registry.changed-meanwhile');
  const code = await newCode(tx, before, given.fields);
  if (!code.ok) return code;
  await updatePlace(tx, kind, given.id, { ...columnsOf(given.fields), ...code.value });
  await appendEvent(tx, {
    subjectKind: kind,
    subjectId: given.id,
    kind: REGISTRY_EVENTS.placeCorrected,
    data: { before: before.fields, after: given.fields },
  });
  return ok();
}

/** The code that follows from the correction, as a column; nothing where it stays. */
async function newCode(
  tx: Tx,
  before: KeptPlace,
  fields: PlaceFields,
): Promise<Result<{ readonly code?: string }>> {
  const { within } = before;
  let code = before.code;
  if (fields.kind === 'estate' && fields.code !== before.code)
    return refuse('registry.estate-code-stays', { field: 'code' });
  if (fields.kind === 'building') {
    code = buildingCode(fields.number);
    const area = isUuid(fields.managementAreaId)
      ? await keptPlace(tx, 'area', fields.managementAreaId)
      : null;
    if (area?.within.estateId !== within.estateId)
      return refuse('registry.area-unknown', { field: 'managementAreaId' });
  }
  if (fields.kind === 'stairwell') code = stairwellCode(fields.number);
  if (fields.kind === 'unit') code = unitCode(await codesAround(tx, before), fields.unitKind, fields.room);
  if (code === before.code) return ok({});
  if (fields.kind !== 'unit') {
    const hanging = await hangingOn(tx, fields.kind, before.id, dayOf(tx.now));
    const units = hanging.find((one) => one.what === 'unit');
    if (units) return refuse('registry.number-in-use', { field: 'number', params: { n: units.n } });
  }
  const taken = await placeWithCode(tx, fields.kind, code, within.estateId);
  if (taken) return refuse('registry.code-taken', { field: 'code', params: { code } });
  return ok({ code });
}
