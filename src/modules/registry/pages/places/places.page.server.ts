import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { addPlace } from '../../commands/places/add-place.ts';
import { mayKeep } from '../../permissions.ts';
import { searchPlaces } from '../../queries/places/place-search.ts';
import { placeTree } from '../../queries/places/place-tree.ts';
import { readPlaceFields } from '../../rules/places/read-fields.ts';

/** The estates, and what `?words=` finds. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const words = (new URL(request.url).searchParams.get('words') ?? '').trim().slice(0, 60);
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => ({
      words,
      estates: await placeTree(tx),
      found: await searchPlaces(tx, words),
      mayKeep: mayKeep(page.actor, 'add-place').ok,
      requestKey: page.newRequestKey(),
    }),
    { now: page.now },
  );
}

/** A new estate. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const fields = readPlaceFields('estate', typedValues(form));
  if (!fields.ok) return formAgain(fields.refusal, form);
  const added = await runCommand(
    page.services.database,
    page.actor,
    (tx) => addPlace(tx, { fields: fields.value, parent: null }),
    {
      now: page.now,
      requestKey: requestKeyFor(page.services.vault, textOf(form, 'requestKey'), textOf(form, 'code')),
      command: 'registry.add-place',
    },
  );
  return added.ok ? seeOther(`/desk/registry/places/estate/${added.value}`) : formAgain(added.refusal, form);
}
