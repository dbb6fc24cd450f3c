import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { type Result, refuse } from '#kernel/result.ts';
import { forbidden, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { formTeam } from '../../commands/teams/form-team.ts';
import { TEAM_KINDS } from '../../contract.ts';
import { findPeople } from '../../queries/organisations/post-file.ts';
import { teamList } from '../../queries/organisations/team-file.ts';
import { dayOf } from '../../rules/day.ts';
import { soundNames, soundText } from '../../rules/organisations/typed.ts';
import { runForm } from '../organisations/run-form.page.server.ts';

/** All teams; `?do=form` opens the form for another one, `?who=` looks for its leader. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const asked = new URL(request.url).searchParams;
  const words = (asked.get('who') ?? '').slice(0, 40);
  const known = await page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const list = await teamList(tx);
      if (!list.ok) return null;
      return { list: list.value, found: list.value.mayForm ? await findPeople(tx, words) : null };
    },
    { now: page.now },
  );
  if (!known) throw forbidden();
  return {
    ...known,
    words,
    open: asked.get('do') ?? '',
    today: dayOf(page.now),
    requestKey: page.newRequestKey(),
  };
}

/** Forms a team with its leader; members join on its page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  return runForm(
    page,
    form,
    'form-team',
    async (tx): Promise<Result<string>> => {
      const kind = TEAM_KINDS.find((one) => one === textOf(form, 'kind'));
      if (!kind) return refuse('registry.choose-one', { field: 'kind' });
      const names = soundNames({ nameZh: textOf(form, 'nameZh'), nameEn: textOf(form, 'nameEn') });
      if (!names.ok) return names;
      const zh = soundText(textOf(form, 'scheduleZh'), 'scheduleZh');
      if (!zh.ok) return zh;
      const en = soundText(textOf(form, 'scheduleEn'), 'scheduleEn');
      if (!en.ok) return en;
      return formTeam(tx, {
        kind,
        ...names.value,
        scheduleZh: zh.value,
        scheduleEn: en.value || zh.value,
        organisationId: textOf(form, 'organisationId') || null,
        fromDay: textOf(form, 'fromDay'),
        members: [{ personId: textOf(form, 'personId'), isLeader: true }],
      });
    },
    (id) => `/desk/registry/teams/${id}?done=form`,
  );
}
