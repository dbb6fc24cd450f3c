import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, notFound, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { objectToNotice } from '../commands/public/object-to-notice.ts';
import { objectForm } from '../forms/public.ts';
import { noticeDetail } from '../queries/notice-detail.ts';
import { publicNoticeDetail } from '../queries/public/public-notice-detail.ts';

/** A works notice or a public notice by its number. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const number = params.number ?? '';
  const read = async (tx: Tx) => ({
    works: await noticeDetail(tx, number),
    published: await publicNoticeDetail(tx, number),
  });
  const { works, published } = await page.services.database.inTransaction(page.actor, read, {
    now: page.now,
  });
  if (!works && !published) throw notFound();
  const mayObject = published?.mayObject === true;
  if (!mayObject) page.share();
  const done = new URL(request.url).searchParams.get('done') !== null;
  return { works, published, done, requestKey: mayObject ? page.newRequestKey() : '' };
}

/** Somebody who lives there objects. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const number = params.number ?? '';
  const read = objectForm.safeParse({ number, objection: textOf(form, 'objection') });
  if (!read.success) return formAgain({ code: 'notices.check-field', field: 'objection' }, form);
  const { database, vault } = page.services;
  const done = await runCommand(database, page.actor, (tx) => objectToNotice(tx, read.data), {
    now: page.now,
    requestKey: requestKeyFor(vault, textOf(form, 'requestKey'), JSON.stringify(read.data)),
    command: 'notices.object-to-notice',
  });
  if (!done.ok && done.refusal.code === 'notices.not-found') throw notFound();
  return done.ok ? seeOther(`/notices/${number}?done`) : formAgain(done.refusal, form);
}
