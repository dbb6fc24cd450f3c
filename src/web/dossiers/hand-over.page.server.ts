import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { type Result, refuse } from '#kernel/result.ts';
import { openMattersOf } from '#modules/matters/facade.server.ts';
import { liveNoticesOf } from '#modules/notices/facade.server.ts';
import type { OpenWork } from '#modules/registry/contract/terms.ts';
import { acceptHandOver, peopleByIds, termFile } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';

/** Everything on the sheet: the committee, and what is open in every module. */
async function sheetOf(tx: Tx, termId: string) {
  const file = await termFile(tx, termId);
  if (!file) return null;
  const orgId = file.organisation.id;
  const accepted = file.term.acceptedByPersonId;
  return {
    file,
    matters: await openMattersOf(tx, orgId),
    notices: await liveNoticesOf(tx, orgId),
    acceptedBy: accepted ? ((await peopleByIds(tx, [accepted])).get(accepted) ?? null) : null,
  };
}

/** The hand-over sheet of a term. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const sheet = await page.services.database.inTransaction(
    page.actor,
    (tx) => sheetOf(tx, params.term ?? ''),
    { now: page.now },
  );
  if (!sheet) throw notFound();
  return {
    sheet,
    done: new URL(request.url).searchParams.has('done'),
    printedAt: page.now,
    requestKey: page.newRequestKey(),
  };
}

/** The new director accepts: the list as it is at this moment is kept with the term. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { term: termId = '' } = params;
  const form = await request.formData();
  const { database, vault } = page.services;
  const done = await runCommand(
    database,
    page.actor,
    async (tx): Promise<Result<void>> => {
      const sheet = await sheetOf(tx, termId);
      if (!sheet) return refuse('registry.term-unknown');
      const version = Number(textOf(form, 'version'));
      return acceptHandOver(tx, { termId, version, openWork: openWorkOf(sheet) });
    },
    {
      now: page.now,
      requestKey: requestKeyFor(vault, textOf(form, 'requestKey'), JSON.stringify(typedValues(form))),
      command: 'registry.accept-hand-over',
    },
  );
  return done.ok ? seeOther(`/desk/hand-over/${termId}?done=1`) : formAgain(done.refusal, form);
}

type Sheet = NonNullable<Awaited<ReturnType<typeof sheetOf>>>;

/** What is kept of the sheet: codes and titles, no names of residents. */
function openWorkOf({ file, matters, notices }: Sheet): OpenWork[] {
  return [
    ...matters.map(
      (matter): OpenWork => ({
        kind: matter.leads ? 'MATTER_LED' : 'MATTER_SHARED',
        label: matter.code,
      }),
    ),
    ...notices.map((notice): OpenWork => ({ kind: 'NOTICE', label: `${notice.number} ${notice.title}` })),
    ...file.teams.map((team): OpenWork => ({ kind: 'TEAM', label: team.nameZh })),
  ];
}
