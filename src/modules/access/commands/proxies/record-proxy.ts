import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { peopleByIds } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { ACCESS_EVENTS, ACCESS_SUBJECTS } from '../../contract/joining.ts';
import type { ConsentKind } from '../../contract/proxies.ts';
import { mayLetIn } from '../../permissions.ts';
import { yearAfter } from '../../rules/proxies/standing.ts';
import { insertProxy, proxyRows } from '../../store/proxies/proxies.ts';

export type RecordProxy = {
  readonly principalId: string;
  readonly proxyId: string;
  readonly consentKind: ConsentKind;
  /** What was read out and answered, or where the paper lies. */
  readonly consentWords: string;
};

const LONGEST = 500;
/** Whom one person may act for at once: a family and its elders, not a business. */
const MOST_PRINCIPALS = 8;

/**
 * Writes down that a person agreed to somebody acting for them. Looked at again in a year.
 *
 * @returns refusals `access.not-the-desk`, `access.proxy-person-unknown`, `access.proxy-oneself`,
 *   `access.proxy-is-recorder`,
 *   `access.consent-words-missing`, `access.proxy-already`, `access.proxy-too-many`.
 */
export async function recordProxy(tx: Tx, given: RecordProxy): Promise<Result<string>> {
  const may = mayLetIn(tx.actor, 'record-proxy');
  if (!may.ok) return may;
  const { principalId, proxyId, consentKind } = given;
  const known =
    isUuid(principalId) && isUuid(proxyId) ? await peopleByIds(tx, [principalId, proxyId]) : new Map();
  if (!known.has(principalId)) return refuse('access.proxy-person-unknown', { field: 'principal' });
  if (!known.has(proxyId)) return refuse('access.proxy-person-unknown', { field: 'proxy' });
  if (principalId === proxyId) return refuse('access.proxy-oneself', { field: 'proxy' });
  // Who writes the consent down is a witness of it, not the one it is given to.
  if (proxyId === tx.actor.personId) return refuse('access.proxy-is-recorder', { field: 'proxy' });
  const consentWords = given.consentWords.trim().slice(0, LONGEST);
  if (consentWords === '') return refuse('access.consent-words-missing', { field: 'consentWords' });
  const others = await proxyRows(tx, { proxyId });
  if (others.some((one) => one.principalId === principalId))
    return refuse('access.proxy-already', { field: 'proxy' });
  if (others.length >= MOST_PRINCIPALS) {
    return refuse('access.proxy-too-many', { field: 'proxy', params: { most: MOST_PRINCIPALS } });
  }
  const id = tx.newId();
  const reviewDue = yearAfter(dayOf(tx.now));
  await insertProxy(tx, { id, principalId, proxyId, consentKind, consentWords, reviewDue });
  await appendEvent(tx, {
    subjectKind: ACCESS_SUBJECTS.proxy,
    subjectId: id,
    kind: ACCESS_EVENTS.proxyRecorded,
    data: { principalId, proxyId, consentKind, reviewDue },
  });
  return ok(id);
}
