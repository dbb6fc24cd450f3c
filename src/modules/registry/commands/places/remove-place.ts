import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PlaceKind } from '../../contract/places.ts';
import { REGISTRY_EVENTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { dayOf } from '../../rules/day.ts';
import { hangingOn, keptPlace, updatePlace } from '../../store/places/kept-places.ts';

/** Kinds that can be removed; an estate and its management area are the ground the others stand on. */
const MAY_GO: readonly PlaceKind[] = ['building', 'stairwell', 'unit', 'part'];

/** The refusal by what hangs on the place. */
const IN_USE: Readonly<Record<string, (n: number) => ReturnType<typeof refuse>>> = {
  stairwell: (n) => refuse('registry.in-use-entrances', { params: { n } }),
  unit: (n) => refuse('registry.in-use-units', { params: { n } }),
  part: (n) => refuse('registry.in-use-parts', { params: { n } }),
  post: (n) => refuse('registry.in-use-posts', { params: { n } }),
  holder: (n) => refuse('registry.in-use-holders', { params: { n } }),
};

/**
 * Takes a place out of the register: it is no longer offered or counted. What was said about it stays readable.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.place-unknown`, `registry.place-stays`,
 *   `registry.in-use-…` with how many hang on it.
 */
export async function removePlace(
  tx: Tx,
  { kind, id }: { readonly kind: PlaceKind; readonly id: string },
): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'remove-place');
  if (!may.ok) return may;
  if (!MAY_GO.includes(kind)) return refuse('registry.place-stays');
  const place = isUuid(id) ? await keptPlace(tx, kind, id, true) : null;
  if (!place || place.removed) return refuse('registry.place-unknown');
  const [hanging] = await hangingOn(tx, kind, id, dayOf(tx.now));
  if (hanging) return IN_USE[hanging.what]?.(hanging.n) ?? refuse('registry.place-stays');
  await updatePlace(tx, kind, id, { removed_at: tx.now });
  await appendEvent(tx, {
    subjectKind: kind,
    subjectId: id,
    kind: REGISTRY_EVENTS.placeRemoved,
    data: { code: place.code },
  });
  return ok();
}
