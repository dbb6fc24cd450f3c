import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { refuse } from '#kernel/result.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { type Limit, takeHit } from '#platform/http/rate-limit.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, requireSession, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { joinHome } from '../../commands/joining/join-home.ts';
import { JOIN_RELATIONS } from '../../contract/joining.ts';
import { homeOfRoom, joinChoices } from '../../queries/joining/join-choices.ts';

/** Tries with codes by person and by address; 25^8 codes are not guessed at this pace. */
const TRIES: Limit = { name: 'card-code', hits: 12, seconds: 3600 };
const TRIES_PER_ADDRESS: Limit = { name: 'card-code-address', hits: 60, seconds: 3600 };

/** The form to join a home; with `?c=` the card was scanned. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const code = (new URL(request.url).searchParams.get('c') ?? '').slice(0, 20);
  if (!page.session) return { code, signedIn: false as const };
  const mayTry = code === '' || (await takeTry(page));
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => ({
      code,
      signedIn: true as const,
      name: page.session?.name ?? '',
      requestKey: page.newRequestKey(),
      ...(await joinChoices(tx, mayTry ? code : '')),
    }),
    { now: page.now },
  );
}

/** Joins the home of the card, or the one chosen. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  const form = await request.formData();
  const code = textOf(form, 'code');
  if (code !== '' && !(await takeTry(page)))
    return formAgain(refuse('access.too-many-tries').refusal, form, 429);
  const relation = JOIN_RELATIONS.find((one) => one === textOf(form, 'relation'));
  if (!relation) return formAgain(refuse('access.say-how', { field: 'relation' }).refusal, form);
  const joined = await runCommand(
    page.services.database,
    page.actor,
    async (tx) => {
      const unitId = code === '' ? await homeOfRoom(tx, textOf(form, 'stairwell'), textOf(form, 'room')) : '';
      if (unitId === null) return refuse('access.home-unknown', { field: 'room' });
      return joinHome(tx, { unitId, code, relation, name: textOf(form, 'name'), note: textOf(form, 'note') });
    },
    {
      now: page.now,
      requestKey: requestKeyFor(
        page.services.vault,
        textOf(form, 'requestKey'),
        JSON.stringify(typedValues(form)),
      ),
      command: 'access.join-home',
    },
  );
  if (!joined.ok) return formAgain(joined.refusal, form);
  return seeOther(`/my-home?done=${joined.value.kind === 'IN' ? 'in' : 'asked'}`);
}

async function takeTry({ services, session, clientAddress, now }: Page): Promise<boolean> {
  const own = await takeHit(services.database, TRIES, session?.personId ?? '', now);
  if (!own || /^(127\.|::1$)/.test(clientAddress)) return own;
  const subject = services.vault.index('rate-limit', clientAddress).slice(0, 22);
  return takeHit(services.database, TRIES_PER_ADDRESS, subject, now);
}
