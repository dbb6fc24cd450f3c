import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { mayKeepRules } from '../../permissions.ts';
import { publicRules, rulesVersions } from '../../queries/rules/rules-of-procedure.ts';

/** Every version for whoever drafts them, for others what everybody may read; and the id of the next one. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const mayDraft = mayKeepRules(page.actor, 'draft-rules').ok;
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => ({
      versions: await (mayDraft ? rulesVersions(tx) : publicRules(tx)),
      mayDraft,
      nextId: tx.newId(),
    }),
    { now: page.now },
  );
}
