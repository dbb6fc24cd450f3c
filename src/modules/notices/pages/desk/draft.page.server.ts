import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { data } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { type FormAgain, forbidden, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { draftPublicNotice } from '../../commands/public/draft-public-notice.ts';
import { shanghaiMoment } from '../../forms/moments.ts';
import { publicNoticeForm } from '../../forms/public.ts';
import { publishes } from '../../permissions.ts';
import { announceChoices } from '../../queries/public/desk-notices.ts';
import { publicNoticeDetail } from '../../queries/public/public-notice-detail.ts';

/** The form of a new notice, or of one in the place of `?replace=<number>`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!publishes(page.actor)) throw forbidden();
  const number = new URL(request.url).searchParams.get('replace');
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const replaces = number ? await publicNoticeDetail(tx, number) : null;
      if (number && !replaces?.mayReplace) throw notFound();
      return { choices: await announceChoices(tx), replaces, requestKey: page.newRequestKey() };
    },
    { now: page.now },
  );
}

/** Brings it to the gate; an emergency in which nothing looks like personal data is out at once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const ticked = { estateIds: form.getAll('estateIds'), buildingIds: form.getAll('buildingIds') };
  const again = (code: string, field: string | undefined, params?: FormAgain['refusals'][0]['params']) =>
    data<FormAgain>(
      {
        refusals: [{ code, ...(field ? { field } : {}), ...(params ? { params } : {}) }],
        values: {
          ...typedValues(form),
          estateIds: ticked.estateIds.join(' '),
          buildingIds: ticked.buildingIds.join(' '),
        },
      },
      { status: 422 },
    );
  const typed = await completed(page, typedValues(form));
  const read = publicNoticeForm.safeParse({
    ...typed,
    ...ticked,
    startsAt: shanghaiMoment(textOf(form, 'startsAt')),
  });
  if (!read.success) return again('notices.check-field', String(read.error.issues[0]?.path[0] ?? 'title'));
  const { database, vault } = page.services;
  const done = await runCommand(database, page.actor, (tx) => draftPublicNotice(tx, read.data), {
    now: page.now,
    requestKey: requestKeyFor(vault, textOf(form, 'requestKey'), JSON.stringify(read.data)),
    command: 'notices.draft-public-notice',
  });
  if (!done.ok) return again(done.refusal.code, done.refusal.field, done.refusal.params);
  const { number, pieceId } = done.value;
  return seeOther(number ? `/desk/public-notices/${number}?done=announced` : `/desk/redaction/${pieceId}`);
}

/** What was left empty and follows from the kind: its shortest period, and the law it stands on. */
async function completed(
  page: Page,
  typed: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const { kinds } = await page.services.database.inTransaction(page.actor, announceChoices, {
    now: page.now,
  });
  const choice = kinds.find(({ kind }) => kind === typed.kind);
  if (!choice) return { ...typed };
  return {
    ...typed,
    days: typed.days || String(choice.days),
    basis: typed.basis || (choice.hasLaw ? page.t(`notices.public.law.${choice.kind}`) : ''),
  };
}
