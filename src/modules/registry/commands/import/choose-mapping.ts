import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ChooseMapping } from '../../forms/choose-mapping.ts';
import { mayKeep } from '../../permissions.ts';
import { isDay } from '../../rules/day.ts';
import { type Mapping, UNIT_FIELDS } from '../../rules/import/fields.ts';
import { fingerprint } from '../../rules/import/header.ts';
import { batchById, rememberMapping, updateBatch } from '../../store/import/batches.ts';
import { deleteStaging } from '../../store/import/staging.ts';
import { estateRows } from '../../store/places/places.ts';
import { NOTHING_DONE } from './engine/work-on-import.ts';
import { HEADINGS_INDEX } from './upload-sheet.ts';

/**
 * Says what the columns of an uploaded sheet mean, and has its rows compared with the register. Remembered
 * for the next sheet with the same headings. May be done again until the import is committed.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.import-unknown`, `registry.import-already-decided`,
 * `registry.import-field-twice`, `registry.import-fields-missing`, `registry.day-unreadable`,
 * `registry.estate-unknown`.
 */
export async function chooseMapping(tx: Tx, given: ChooseMapping): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'import-register');
  if (!may.ok) return may;
  const batch = await batchById(tx, given.batchId, true);
  if (!batch) return refuse('registry.import-unknown');
  if (!['MAPPING', 'PREVIEWED'].includes(batch.state)) return refuse('registry.import-already-decided');
  const mapping = batch.headings.map(
    (_, at) => UNIT_FIELDS.find((field) => field === given.mapping[at]) ?? null,
  );
  const sound = checkMapping(mapping);
  if (!sound.ok) return sound;
  if (!isDay(given.fromDay)) return refuse('registry.day-unreadable', { field: 'fromDay' });
  if (given.estateId && !(await estateRows(tx)).some((estate) => estate.id === given.estateId)) {
    return refuse('registry.estate-unknown', { field: 'estateId' });
  }
  await deleteStaging(tx, batch.id, 'PIECES');
  await rememberMapping(tx, tx.vault.index(HEADINGS_INDEX, fingerprint(batch.headings)), batch.kind, mapping);
  await updateBatch(tx, batch.id, {
    ...NOTHING_DONE,
    state: 'READING',
    refusal: null,
    headRows: given.headRows,
    mapping,
    settings: {
      estateId: given.estateId ?? null,
      estateName: given.estateName ?? '',
      areaSource: given.areaSource,
      fromDay: given.fromDay,
    },
  });
  return ok();
}

/** Each field once, and those without which no row can be placed. */
function checkMapping(mapping: Mapping): Result<void> {
  const fields = mapping.filter((field) => field !== null);
  const twice = fields.find((field, at) => fields.indexOf(field) !== at);
  if (twice) {
    const column = mapping.lastIndexOf(twice);
    return refuse('registry.import-field-twice', {
      field: `column-${column}`,
      params: { column: column + 1 },
    });
  }
  const has = (...some: string[]) => fields.some((field) => some.includes(field));
  if (!has('room', 'address')) return refuse('registry.import-fields-missing');
  return ok();
}
