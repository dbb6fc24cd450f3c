import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { evidenceCommitment } from '../../commands/commitments/evidence-commitment.ts';
import { judgeCommitment } from '../../commands/commitments/judge-commitment.ts';
import { takeCommitment } from '../../commands/commitments/take-commitment.ts';
import { evidenceForm, judgeForm, takeCommitmentForm } from '../../forms/agreement.ts';
import { mayAgree } from '../../permissions.ts';
import { currentAgreement } from '../../queries/agreement/agreements.ts';
import { draftChoices } from '../../queries/agreement/draft-choices.ts';
import { inForce } from '../../rules/agreement/agreement-lifecycle.ts';

/** What one's own organisation has to show, and what others have shown that one may confirm. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const own = page.actor.post?.orgId;
  const mayTake = mayAgree(page.actor, 'take-commitment').ok;
  const { agreement, posts } = await page.services.database.inTransaction(
    page.actor,
    async (tx) => ({
      agreement: await currentAgreement(tx),
      posts: mayTake && own ? (await draftChoices(tx, [own])).posts : [],
    }),
    { now: page.now },
  );
  const bound = agreement?.parties.find(
    ({ orgId, standing, lastDay }) => orgId === own && standing === 'SIGNED' && lastDay === null,
  );
  const times = (agreement?.parties ?? []).flatMap((party) =>
    party.commitments.flatMap((commitment) =>
      commitment.instances.map((instance) => ({
        ...instance,
        orgId: party.orgId,
        nameZh: party.nameZh,
        nameEn: party.nameEn,
        promise: commitment.promise,
        measure: commitment.measure,
        measuredBy: commitment.measuredBy,
      })),
    ),
  );
  const mayShow = mayAgree(page.actor, 'evidence-commitment').ok;
  const mayJudge = mayAgree(page.actor, 'judge-commitment').ok;
  return {
    toShow: mayShow
      ? times.filter(
          ({ orgId, standing, measuredBy }) =>
            orgId === own && measuredBy === null && (standing === 'ACTIVE' || standing === 'MISSED'),
        )
      : [],
    waiting: times.filter(({ orgId, standing }) => orgId === own && standing === 'EVIDENCED'),
    toJudge: mayJudge ? times.filter(({ orgId, standing }) => orgId !== own && standing === 'EVIDENCED') : [],
    /** A party that signed may take on more, or something else instead. */
    taking:
      agreement && bound && mayTake && inForce(agreement.standing)
        ? {
            agreementId: agreement.id,
            posts,
            running: bound.commitments
              .filter(({ state }) => state === 'ACTIVE')
              .map(({ id, promise }) => ({ id, promise })),
          }
        : null,
    requestKey: page.newRequestKey(),
  };
}

/** The own organisation takes on something more. */
async function take({ services, actor, now }: Page, form: FormData) {
  const values = typedValues(form);
  const input = takeCommitmentForm.safeParse({ ...values, organisationId: actor.post?.orgId });
  if (!input.success) {
    const field = String(input.error.issues[0]?.path[0] ?? 'promise');
    return formAgain({ code: 'agreements.say-what', field }, form);
  }
  const requestKey = requestKeyFor(services.vault, textOf(form, 'requestKey'), JSON.stringify(values));
  const options = { now, requestKey, command: 'agreements.take-commitment' };
  const done = await runCommand(services.database, actor, (tx) => takeCommitment(tx, input.data), options);
  return done.ok ? seeOther('/desk/commitments') : formAgain(done.refusal, form);
}

/** Shows what was done, or says whether it was. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { services, actor, now } = pageOf(context);
  const form = await request.formData();
  const values = typedValues(form);
  if (textOf(form, 'do') === 'take-commitment') return take(pageOf(context), form);
  const shows = textOf(form, 'do') === 'evidence-commitment';
  const requestKey = requestKeyFor(services.vault, textOf(form, 'requestKey'), JSON.stringify(values));
  const options = { now, requestKey, command: `agreements.${shows ? 'evidence' : 'judge'}-commitment` };
  const evidence = evidenceForm.safeParse(values);
  const verdict = judgeForm.safeParse({ ...values, verdict: textOf(form, 'do') });
  if (shows ? !evidence.success : !verdict.success)
    return formAgain({ code: 'agreements.say-what', field: shows ? 'evidence' : 'note' }, form);
  const done = await runCommand(
    services.database,
    actor,
    (tx) => (shows ? evidenceCommitment(tx, evidence.data!) : judgeCommitment(tx, verdict.data!)),
    options,
  );
  return done.ok ? seeOther('/desk/commitments') : formAgain(done.refusal, form);
}
