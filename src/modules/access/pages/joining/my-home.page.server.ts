import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { type Result, refuse } from '#kernel/result.ts';
import { chooseActingFor } from '#platform/auth/sessions.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { formAgain, requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { leaveHome } from '../../commands/joining/leave-home.ts';
import { withdrawRequest } from '../../commands/joining/withdraw-request.ts';
import { endProxy } from '../../commands/proxies/end-proxy.ts';
import { myHome } from '../../queries/joining/my-home.ts';
import { principalsOf } from '../../queries/proxies/proxies.ts';

/** One's homes, requests and proxies. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { personId } = requireSession(page);
  const home = await page.services.database.inTransaction(page.actor, (tx) => myHome(tx, personId), {
    now: page.now,
  });
  return { home, done: new URL(request.url).searchParams.get('done') };
}

/** `do`: withdraw, leave, end-proxy, act-for or act-self. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { publicId } = requireSession(page);
  const form = await request.formData();
  const id = textOf(form, 'id');
  switch (textOf(form, 'do')) {
    case 'act-self':
      await chooseActingFor(page.services.database, publicId, null);
      return seeOther('/my-home');
    case 'act-for':
      return (await actFor(page, publicId, id))
        ? seeOther('/')
        : formAgain(refuse('access.proxy-unknown').refusal, form);
    case 'withdraw':
      return done(page, form, 'withdrawn', (tx) => withdrawRequest(tx, { requestId: id }));
    case 'leave':
      return done(page, form, 'left', (tx) => leaveHome(tx, { unitId: id }));
    case 'end-proxy':
      return done(page, form, 'proxy-ended', (tx) => endProxy(tx, { proxyId: id }));
    default:
      return seeOther('/my-home');
  }
}

async function actFor(page: Page, publicId: string, principalId: string): Promise<boolean> {
  const { personId } = requireSession(page);
  const mine = await page.services.database.inTransaction(page.actor, (tx) => principalsOf(tx, personId), {
    now: page.now,
  });
  if (!mine.some((one) => one.principalId === principalId)) return false;
  await chooseActingFor(page.services.database, publicId, principalId);
  return true;
}

async function done(page: Page, form: FormData, what: string, command: (tx: Tx) => Promise<Result<unknown>>) {
  const result = await runCommand(page.services.database, page.actor, command, { now: page.now });
  return result.ok ? seeOther(`/my-home?done=${what}`) : formAgain(result.refusal, form);
}
