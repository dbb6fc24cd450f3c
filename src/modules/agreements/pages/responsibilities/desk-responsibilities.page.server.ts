import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { nameResponsible } from '../../commands/agreement/name-responsible.ts';
import { nameResponsibleForm } from '../../forms/forums.ts';
import { mayAgree } from '../../permissions.ts';
import { draftChoices } from '../../queries/agreement/draft-choices.ts';
import { responsibilityMatrix } from '../../queries/responsibilities/matrix.ts';

/** Who answers for what, with names; a head may name the post for each duty of the own organisation. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const ownOrgId = mayAgree(page.actor, 'name-responsible').ok ? (page.actor.post?.orgId ?? null) : null;
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => ({
      matrix: await responsibilityMatrix(tx),
      ownOrgId,
      posts: ownOrgId ? (await draftChoices(tx, [ownOrgId])).posts : [],
      requestKey: page.newRequestKey(),
    }),
    { now: page.now },
  );
}

/** Names the post for one duty. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { services, actor, now } = pageOf(context);
  const form = await request.formData();
  const values = typedValues(form);
  const input = nameResponsibleForm.safeParse(values);
  if (!input.success) return formAgain({ code: 'agreements.say-what', field: 'postId' }, form);
  const requestKey = requestKeyFor(services.vault, textOf(form, 'requestKey'), JSON.stringify(values));
  const options = { now, requestKey, command: 'agreements.name-responsible' };
  const done = await runCommand(services.database, actor, (tx) => nameResponsible(tx, input.data), options);
  return done.ok ? seeOther('/desk/responsibilities') : formAgain(done.refusal, form);
}
