import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ORG_KINDS } from '#kernel/actor.ts';
import { type Result, refuse } from '#kernel/result.ts';
import { forbidden, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { addOrganisation } from '../../commands/organisations/add-organisation.ts';
import { organisationList } from '../../queries/organisations/organisation-list.ts';
import { dayOf } from '../../rules/day.ts';
import { soundNames, soundPhone } from '../../rules/organisations/typed.ts';
import { runForm } from './run-form.page.server.ts';

/** All organisations; `?do=add` shows the form for another one. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const list = await page.services.database.inTransaction(page.actor, organisationList, { now: page.now });
  if (!list.ok) throw forbidden();
  return {
    ...list.value,
    adds: new URL(request.url).searchParams.get('do') === 'add',
    today: dayOf(page.now),
    requestKey: page.newRequestKey(),
  };
}

/** Adds an organisation. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  return runForm(
    page,
    form,
    'add-organisation',
    async (tx): Promise<Result<string>> => {
      const kind = ORG_KINDS.find((one) => one === textOf(form, 'kind'));
      if (!kind) return refuse('registry.choose-one', { field: 'kind' });
      const names = soundNames({ nameZh: textOf(form, 'nameZh'), nameEn: textOf(form, 'nameEn') });
      if (!names.ok) return names;
      const dutyPhone = soundPhone(textOf(form, 'dutyPhone'));
      if (!dutyPhone.ok) return dutyPhone;
      return addOrganisation(tx, {
        kind,
        ...names.value,
        dutyPhone: dutyPhone.value,
        parentId: textOf(form, 'parentId') || null,
        estateIds: form.getAll('estateIds').map(String),
        fromDay: textOf(form, 'fromDay'),
      });
    },
    (id) => `/desk/registry/organisations/${id}?done=add`,
  );
}
