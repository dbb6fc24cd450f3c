import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { addPlace } from '../../commands/places/add-place.ts';
import { correctPlace } from '../../commands/places/correct-place.ts';
import { removePlace } from '../../commands/places/remove-place.ts';
import type { PlaceKind } from '../../contract/places.ts';
import { ownerRoll } from '../../queries/people/owner-roll.ts';
import { isPlaceKind, placeFile } from '../../queries/places/place-file.ts';
import { dayOf } from '../../rules/day.ts';
import { readPlaceFields } from '../../rules/places/read-fields.ts';

/** Estates up to this many parts show their owners' figures at once; larger ones on the page for it. */
const MOST_COUNTED = 5_000;
const PAGED: readonly PlaceKind[] = ['building', 'stairwell', 'unit', 'part'];

/** One place. `?unit=`, `?part=` … say where the list of that kind goes on. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { kind, id = '' } = params;
  if (!isPlaceKind(kind) || !isUuid(id)) throw notFound();
  const asked = new URL(request.url).searchParams;
  const after = Object.fromEntries(PAGED.flatMap((one) => (asked.has(one) ? [[one, asked.get(one)]] : [])));
  const today = dayOf(page.now);
  const { place, roll } = await page.services.database.inTransaction(
    page.actor,
    async (tx) => ({
      place: await placeFile(tx, kind, id, after),
      roll: kind === 'estate' ? await ownerRoll(tx, { estateId: id, day: today, most: MOST_COUNTED }) : null,
    }),
    { now: page.now },
  );
  if (!place) throw notFound();
  const turning = asked.has('part');
  return { place, roll, today, turning, done: asked.get('done'), requestKey: page.newRequestKey() };
}

/** `do`: correct, add (with `kind`) or remove. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { kind, id = '' } = params;
  if (!isPlaceKind(kind) || !isUuid(id)) throw notFound();
  const form = await request.formData();
  const what = textOf(form, 'do');
  const done = await change(page, { kind, id }, what, form);
  if (!done.ok) return formAgain(done.refusal, form);
  return seeOther(what === 'remove' ? done.value : `/desk/registry/places/${kind}/${id}?done=${what}`);
}

type Spot = { readonly kind: PlaceKind; readonly id: string };

/** Does it and says where to go when the place itself is gone. */
async function change(page: Page, spot: Spot, what: string, form: FormData): Promise<Result<string>> {
  const { database, vault } = page.services;
  const typed = typedValues(form);
  const options = (command: string) => ({
    now: page.now,
    requestKey: requestKeyFor(vault, textOf(form, 'requestKey'), JSON.stringify(typed)),
    command,
  });
  if (what === 'remove') {
    const away = '/desk/registry/places';
    const removed = await runCommand(
      database,
      page.actor,
      (tx) => removePlace(tx, spot),
      options('registry.remove-place'),
    );
    return removed.ok ? { ok: true, value: away } : removed;
  }
  const kind = what === 'add' ? textOf(form, 'kind') : spot.kind;
  if (!isPlaceKind(kind)) throw notFound();
  const fields = readPlaceFields(kind, typed);
  if (!fields.ok) return fields;
  if (what === 'add') {
    return runCommand(
      database,
      page.actor,
      (tx) => addPlace(tx, { fields: fields.value, parent: spot }),
      options('registry.add-place'),
    );
  }
  const version = Number(textOf(form, 'version'));
  const corrected = await runCommand(
    database,
    page.actor,
    (tx) => correctPlace(tx, { id: spot.id, version, fields: fields.value }),
    options('registry.correct-place'),
  );
  return corrected.ok ? { ok: true, value: spot.id } : corrected;
}
