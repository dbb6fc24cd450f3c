import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { forbidden, formAgain, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { endProxy } from '../../commands/proxies/end-proxy.ts';
import { recordProxy } from '../../commands/proxies/record-proxy.ts';
import { reviewProxy } from '../../commands/proxies/review-proxy.ts';
import { CONSENT_KINDS } from '../../contract/proxies.ts';
import { peopleOffered } from '../../queries/proxies/people-offered.ts';
import { proxyList } from '../../queries/proxies/proxies.ts';

/** The proxies, and whom `?principal=` and `?proxy=` find. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const asked = new URL(request.url).searchParams;
  const words = {
    principal: (asked.get('principal') ?? '').trim(),
    proxy: (asked.get('proxy') ?? '').trim(),
  };
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const proxies = await proxyList(tx);
      if (!proxies) throw forbidden();
      return {
        proxies,
        words,
        principals: await peopleOffered(tx, words.principal),
        others: await peopleOffered(tx, words.proxy),
        done: asked.get('done'),
        requestKey: page.newRequestKey(),
      };
    },
    { now: page.now },
  );
}

/** `do`: record, review or end. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const what = textOf(form, 'do');
  const command = COMMANDS[what];
  if (!command) return formAgain(refuse('access.proxy-unknown').refusal, form);
  const done = await runCommand(page.services.database, page.actor, (tx) => command.run(tx, form), {
    now: page.now,
    requestKey: requestKeyFor(
      page.services.vault,
      textOf(form, 'requestKey'),
      JSON.stringify(typedValues(form)),
    ),
    command: command.name,
  });
  return done.ok ? seeOther(`/desk/access/proxies?done=${what}`) : formAgain(done.refusal, form);
}

type Run = (tx: Tx, form: FormData) => Promise<Result<unknown>>;

const COMMANDS: Readonly<Record<string, { readonly name: string; readonly run: Run }>> = {
  record: {
    name: 'access.record-proxy',
    run: async (tx, form) => {
      const consentKind = CONSENT_KINDS.find((one) => one === textOf(form, 'consentKind'));
      if (!consentKind) return refuse('access.say-how', { field: 'consentKind' });
      return recordProxy(tx, {
        principalId: textOf(form, 'principalId'),
        proxyId: textOf(form, 'proxyId'),
        consentKind,
        consentWords: textOf(form, 'consentWords'),
      });
    },
  },
  review: {
    name: 'access.review-proxy',
    run: (tx, form) => reviewProxy(tx, { proxyId: textOf(form, 'id'), words: textOf(form, 'words') }),
  },
  end: { name: 'access.end-proxy', run: (tx, form) => endProxy(tx, { proxyId: textOf(form, 'id') }) },
};
