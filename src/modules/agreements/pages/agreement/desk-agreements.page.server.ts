import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { mayAgree } from '../../permissions.ts';
import { agreementLines, publicAgreements } from '../../queries/agreement/agreements.ts';

/** Every agreement for whoever drafts them, for others what everybody may read; and the id of the next one. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const mayDraft = mayAgree(page.actor, 'draft-agreement').ok;
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => ({
      agreements: await (mayDraft ? agreementLines(tx) : publicAgreements(tx)),
      mayDraft,
      nextId: tx.newId(),
    }),
    { now: page.now },
  );
}
