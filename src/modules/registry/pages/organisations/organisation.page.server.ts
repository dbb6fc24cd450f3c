import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { notFound, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { endMembership } from '../../commands/membership/end-membership.ts';
import { enterMembership } from '../../commands/membership/enter-membership.ts';
import { correctOrganisation } from '../../commands/organisations/correct-organisation.ts';
import { replacePropertyCompany } from '../../commands/organisations/replace-property-company.ts';
import { serveEstate } from '../../commands/organisations/serve-estate.ts';
import { stopServing } from '../../commands/organisations/stop-serving.ts';
import { beginHandOver } from '../../commands/terms/begin-hand-over.ts';
import { changeCommitteeRules } from '../../commands/terms/change-committee-rules.ts';
import { enterTerm } from '../../commands/terms/enter-term.ts';
import { recordTermReport } from '../../commands/terms/record-term-report.ts';
import { organisationFile } from '../../queries/organisations/organisation-file.ts';
import { findPeople } from '../../queries/organisations/post-file.ts';
import { dayOf } from '../../rules/day.ts';
import { newPost, typedRules } from './read-forms.page.server.ts';
import { runForm } from './run-form.page.server.ts';

/** One organisation. `?do=` says which form is open, `?who=` whom to look for, `?of=` what it is about. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const asked = new URL(request.url).searchParams;
  const words = (asked.get('who') ?? '').slice(0, 40);
  const known = await page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const file = await organisationFile(tx, params.id ?? '');
      return file && { file, found: file.may.members ? await findPeople(tx, words) : null };
    },
    { now: page.now },
  );
  if (!known) throw notFound();
  return {
    ...known,
    words,
    open: asked.get('do') ?? '',
    of: asked.get('of') ?? '',
    done: asked.get('done'),
    today: dayOf(page.now),
    requestKey: page.newRequestKey(),
  };
}

type Doing = (tx: Tx, organisationId: string, form: FormData) => Promise<Result<unknown>>;

/** What each form of the page does. */
const DOINGS: Readonly<Record<string, Doing>> = {
  correct: (tx, organisationId, form) =>
    correctOrganisation(tx, {
      organisationId,
      version: Number(textOf(form, 'version')),
      nameZh: textOf(form, 'nameZh'),
      nameEn: textOf(form, 'nameEn'),
      dutyPhone: textOf(form, 'dutyPhone'),
      parentId: textOf(form, 'parentId'),
    }),
  serve: (tx, organisationId, form) =>
    serveEstate(tx, {
      organisationId,
      estateId: textOf(form, 'estateId'),
      fromDay: textOf(form, 'fromDay'),
    }),
  stop: (tx, organisationId, form) =>
    stopServing(tx, {
      organisationId,
      estateId: textOf(form, 'estateId'),
      lastDay: textOf(form, 'lastDay'),
      reason: textOf(form, 'reason'),
    }),
  replace: (tx, predecessorId, form) =>
    replacePropertyCompany(tx, {
      predecessorId,
      estateId: textOf(form, 'estateId'),
      successorId: textOf(form, 'successorId'),
      day: textOf(form, 'day'),
      reason: textOf(form, 'reason'),
    }),
  post: newPost,
  term: (tx, organisationId, form) =>
    enterTerm(tx, {
      organisationId,
      number: Number(textOf(form, 'number')),
      fromDay: textOf(form, 'fromDay'),
      toDay: textOf(form, 'toDay'),
      members: Number(textOf(form, 'members')),
    }),
  report: (tx, _organisationId, form) =>
    recordTermReport(tx, { termId: textOf(form, 'termId'), day: textOf(form, 'day') }),
  'hand-over': (tx, _organisationId, form) =>
    beginHandOver(tx, {
      termId: textOf(form, 'termId'),
      version: Number(textOf(form, 'version')),
      lastDay: textOf(form, 'lastDay'),
      reason: textOf(form, 'reason'),
    }),
  rules: (tx, _organisationId, form) => changeCommitteeRules(tx, typedRules(form)),
  member: (tx, organisationId, form) =>
    enterMembership(tx, {
      organisationId,
      personId: textOf(form, 'personId'),
      kind: textOf(form, 'kind'),
      homeUnit: textOf(form, 'homeUnit'),
      contact: textOf(form, 'contact'),
      agreed: textOf(form, 'agreed'),
      fromDay: textOf(form, 'fromDay'),
    }),
  'end-member': (tx, _organisationId, form) =>
    endMembership(tx, { membershipId: textOf(form, 'membershipId'), lastDay: textOf(form, 'lastDay') }),
};

/** `do` names what the form does. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { id = '' } = params;
  const form = await request.formData();
  const what = textOf(form, 'do');
  const run = Object.hasOwn(DOINGS, what) ? DOINGS[what] : undefined;
  if (!run || !isUuid(id)) throw notFound();
  const next =
    what === 'hand-over'
      ? `/desk/hand-over/${textOf(form, 'termId')}`
      : `/desk/registry/organisations/${id}?done=${what}`;
  return runForm(
    page,
    form,
    `organisation-${what}`,
    (tx) => run(tx, id, form),
    () => next,
  );
}
