import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { refuse } from '#kernel/result.ts';
import { type Limit, takeHit } from '#platform/http/rate-limit.ts';
import { formAgain, seeOther, textOf } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { pinFits } from '../../queries/resident/pin-check.ts';
import { readCode, readPin } from '../../rules/resident/typed-code.ts';
import { proofOf } from '../report/report.page.server.ts';

/** Tries for one code, and from one address. A PIN has a million values. */
const TRIES_PER_CODE: Limit = { name: 'lookup-code', hits: 10, seconds: 3600 };
const TRIES_PER_ADDRESS: Limit = { name: 'lookup-address', hits: 60, seconds: 3600 };

export function loader({ request }: LoaderFunctionArgs) {
  return { code: readCode(new URL(request.url).searchParams.get('code') ?? '') ?? '' };
}

/** Code and PIN, or one and the same refusal whatever was wrong with them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const code = readCode(textOf(form, 'matter')) ?? '';
  const pin = readPin(textOf(form, 'pin')) ?? '';
  if (!(await mayTry(page, code))) return formAgain(refuse('matters.lookup-too-often').refusal, form, 429);
  const fits = await page.services.database.inTransaction(page.actor, (tx) => pinFits(tx, code, pin), {
    now: page.now,
  });
  if (!fits) return formAgain(refuse('matters.code-or-pin-wrong', { field: 'pin' }).refusal, form);
  return seeOther(`/m/${code}`, { 'set-cookie': proofOf(page, code, request.headers.get('cookie')) });
}

async function mayTry({ services, neighborhood, clientAddress, now }: Page, code: string): Promise<boolean> {
  const subject = (text: string) => services.vault.index('rate-limit', text).slice(0, 22);
  // What can be no code is no try at one, and must not use up the tries of others.
  const key = subject(`${neighborhood.id}/${code}`);
  if (code !== '' && !(await takeHit(services.database, TRIES_PER_CODE, key, now))) return false;
  if (/^(127\.|::1$)/.test(clientAddress)) return true;
  return takeHit(services.database, TRIES_PER_ADDRESS, subject(clientAddress), now);
}
