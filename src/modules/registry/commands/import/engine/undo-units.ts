import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { eventsNaming } from '#platform/audit/read-events.ts';
import { accountsOfPeople } from '#platform/auth/accounts.ts';
import type { Tx } from '#platform/db/database.ts';
import { REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../../contract.ts';
import {
  type ImportBatch,
  type ImportPlan,
  lockRegister,
  updateBatch,
} from '../../../store/import/batches.ts';
import { dependents, placesInUse } from '../../../store/import/dependents.ts';
import {
  deleteRows,
  insertHoldingsBulk,
  storedAreas,
  storedHoldings,
  storedPeople,
  updateAreas,
  updateLastDays,
  updatePeople,
} from '../../../store/import/register-bulk.ts';
import { deleteEffects, deleteStaging, effectAt, effectSteps } from '../../../store/import/staging.ts';
import { phoneOf, sealedPerson, type UnitsEffect } from './commit-units.ts';

type PlacesEffect = { readonly kind: 'PLACES'; readonly plan: ImportPlan; readonly areas: readonly string[] };

/**
 * Takes a committed import back in one transaction: what it changed is as before, what it made is gone. When
 * anything depends on what it made, or somebody has changed it since, nothing happens and the batch says why.
 */
export async function undoImportWhole(tx: Tx, batch: ImportBatch): Promise<void> {
  await lockRegister(tx);
  const steps = await effectSteps(tx, batch.id);
  const effects = [];
  for (let step = 0; step < steps; step++) {
    effects.push((await effectAt(tx, batch.id, step)) as PlacesEffect | UnitsEffect);
  }
  const free = await mayUndo(tx, batch, effects);
  if (!free.ok) return updateBatch(tx, batch.id, { state: 'COMMITTED', refusal: free.refusal });
  for (const effect of effects.reverse()) {
    if (effect.kind === 'UNITS') await takeBack(tx, effect);
    else await removePlaces(tx, effect);
  }
  await deleteEffects(tx, batch.id);
  await deleteStaging(tx, batch.id, 'NOTHING');
  await updateBatch(tx, batch.id, { state: 'UNDONE', endedAt: tx.now, refusal: null });
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.importBatch,
    subjectId: batch.id,
    kind: REGISTRY_EVENTS.importUndone,
    from: 'COMMITTED',
    to: 'UNDONE',
  });
}

async function mayUndo(
  tx: Tx,
  batch: ImportBatch,
  effects: readonly (PlacesEffect | UnitsEffect)[],
): Promise<Result<void>> {
  const rows = effects.filter((effect) => effect.kind === 'UNITS');
  for (const effect of rows) {
    const changed = await changedSince(tx, effect);
    if (changed > 0) return refuse('registry.import-changed-since', { params: { n: changed } });
  }
  const made = {
    units: rows.flatMap((effect) => effect.units),
    people: rows.flatMap((effect) => effect.people),
    holdings: rows.flatMap((effect) => effect.holdings),
  };
  const places = effects.find((effect) => effect.kind === 'PLACES');
  const { estates = [], buildings = [], stairwells = [] } = places?.plan ?? {};
  const madePlaces = [...estates, ...buildings, ...stairwells].map(({ id }) => id);
  const since = batch.committedAt ?? tx.now;
  const used =
    (await dependents(tx, made)) +
    (await accountsOfPeople(tx, made.people)) +
    (await eventsNaming(tx, new Set([...made.units, ...made.people, ...madePlaces]), since));
  if (used > 0) return refuse('registry.import-in-use', { params: { n: used } });
  const occupied = places ? await placesInUse(tx, places.plan, made.units) : 0;
  return occupied > 0 ? refuse('registry.import-in-use', { params: { n: occupied } }) : ok();
}

/** How many things the import changed that have been changed again. */
async function changedSince(tx: Tx, effect: UnitsEffect): Promise<number> {
  const areas = await storedAreas(
    tx,
    effect.areas.map(({ before }) => before.id),
  );
  const people = new Map(
    (
      await storedPeople(
        tx,
        effect.persons.map(({ before }) => before.id),
      )
    ).map((row) => [row.id, row]),
  );
  const ids = [...effect.holdings, ...effect.ended.map(({ before }) => before.id)];
  const holdings = new Map((await storedHoldings(tx, ids)).map((row) => [row.id, row]));
  const changed = [
    ...effect.areas.map(({ before, after }) => areas.get(before.id)?.area !== after),
    ...effect.persons.map(({ before, after }) => {
      const now = people.get(before.id);
      return !now || now.name !== after.name || phoneOf(tx, now) !== after.phone;
    }),
    ...effect.ended.map(({ before, after }) => holdings.get(before.id)?.to_day !== after),
    ...effect.holdings.map((id) => holdings.get(id)?.to_day !== null),
  ];
  return changed.filter(Boolean).length;
}

async function takeBack(tx: Tx, effect: UnitsEffect): Promise<void> {
  await deleteRows(tx, 'unit_holder', effect.holdings);
  await insertHoldingsBulk(tx, effect.removed);
  await updateLastDays(
    tx,
    effect.ended.map(({ before }) => before),
  );
  await updateAreas(
    tx,
    effect.areas.map(({ before }) => before),
  );
  await updatePeople(
    tx,
    effect.persons.map(({ before }) => sealedPerson(tx, before)),
  );
  await deleteRows(tx, 'unit', effect.units);
  await deleteRows(tx, 'person', effect.people);
}

async function removePlaces(tx: Tx, { plan, areas }: PlacesEffect): Promise<void> {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  await deleteRows(tx, 'stairwell', ids(plan.stairwells));
  await deleteRows(tx, 'building', ids(plan.buildings));
  await deleteRows(tx, 'management_area', areas);
  await deleteRows(tx, 'estate', ids(plan.estates));
}
