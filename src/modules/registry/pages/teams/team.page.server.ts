import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { notFound, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { addTeamMember } from '../../commands/teams/add-team-member.ts';
import { changeTeamLeader } from '../../commands/teams/change-team-leader.ts';
import { correctTeam } from '../../commands/teams/correct-team.ts';
import { endTeamMember } from '../../commands/teams/end-team-member.ts';
import { teamFile } from '../../queries/organisations/team-file.ts';
import { dayOf } from '../../rules/day.ts';
import { runForm } from '../organisations/run-form.page.server.ts';

/** One team. `?do=` says which form is open, `?who=` whom to look for. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const asked = new URL(request.url).searchParams;
  const words = (asked.get('who') ?? '').slice(0, 40);
  const file = await page.services.database.inTransaction(
    page.actor,
    (tx) => teamFile(tx, params.id ?? '', words),
    { now: page.now },
  );
  if (!file) throw notFound();
  return {
    file,
    words,
    open: asked.get('do') ?? '',
    done: asked.get('done'),
    today: dayOf(page.now),
    requestKey: page.newRequestKey(),
  };
}

type Doing = (tx: Tx, teamId: string, form: FormData) => Promise<Result<unknown>>;

/** What each form of the page does. */
const DOINGS: Readonly<Record<string, Doing>> = {
  'correct-team': (tx, teamId, form) =>
    correctTeam(tx, {
      teamId,
      version: Number(textOf(form, 'version')),
      nameZh: textOf(form, 'nameZh'),
      nameEn: textOf(form, 'nameEn'),
      scheduleZh: textOf(form, 'scheduleZh'),
      scheduleEn: textOf(form, 'scheduleEn'),
    }),
  join: (tx, teamId, form) =>
    addTeamMember(tx, {
      teamId,
      personId: textOf(form, 'personId'),
      estateId: textOf(form, 'estateId') || null,
      fromDay: textOf(form, 'fromDay'),
    }),
  leave: (tx, teamId, form) =>
    endTeamMember(tx, { teamId, personId: textOf(form, 'personId'), lastDay: textOf(form, 'lastDay') }),
  lead: (tx, teamId, form) => changeTeamLeader(tx, { teamId, personId: textOf(form, 'personId') }),
};

/** `do` names what the form does. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { id = '' } = params;
  const form = await request.formData();
  const what = textOf(form, 'do');
  const run = Object.hasOwn(DOINGS, what) ? DOINGS[what] : undefined;
  if (!run || !isUuid(id)) throw notFound();
  const next = `/desk/registry/teams/${id}?done=${what}`;
  return runForm(
    page,
    form,
    `team-${what}`,
    (tx) => run(tx, id, form),
    () => next,
  );
}
