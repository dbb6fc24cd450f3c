import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { forbidden, notFound, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { hidePhoto, offerPhoto } from '../../../commands/publishing/offer-photo.ts';
import { dossier } from '../../../queries/desk/dossier.ts';

/** There is nothing to read here: the photos are on the matter. */
export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(`/desk/matters/${params.code ?? ''}`);
}

/** Brings a photo to the gate, or takes it off the public pages. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { database } = page.services;
  const code = params.code ?? '';
  const form = await request.formData();
  const fileId = textOf(form, 'fileId');
  const matter = await database.inTransaction(page.actor, (tx) => dossier(tx, code), { now: page.now });
  if (!matter || !isUuid(fileId)) throw notFound();
  const input = { matterId: matter.row.id, fileId };
  const back = `/desk/matters/${code}`;
  if (textOf(form, 'intent') === 'hide') {
    const hidden = await runCommand(database, page.actor, (tx) => hidePhoto(tx, input));
    if (!hidden.ok) throw hidden.refusal.code === 'matters.not-found' ? notFound() : forbidden();
    return seeOther(back);
  }
  const offered = await runCommand(database, page.actor, (tx) => offerPhoto(tx, input));
  if (!offered.ok) throw offered.refusal.code === 'matters.not-found' ? notFound() : forbidden();
  return seeOther(`/desk/redaction/${offered.value.pieceId}`);
}
