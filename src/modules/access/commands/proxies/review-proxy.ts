import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { ACCESS_EVENTS, ACCESS_SUBJECTS } from '../../contract/joining.ts';
import { mayLetIn } from '../../permissions.ts';
import { yearAfter } from '../../rules/proxies/standing.ts';
import { lockedProxy, setReviewed } from '../../store/proxies/proxies.ts';

/**
 * The elder was asked again and still agrees: good for another year.
 *
 * @returns refusals `access.not-the-desk`, `access.proxy-unknown`, `access.consent-words-missing`.
 */
export async function reviewProxy(
  tx: Tx,
  given: { readonly proxyId: string; readonly words: string },
): Promise<Result<void>> {
  const may = mayLetIn(tx.actor, 'record-proxy');
  if (!may.ok) return may;
  const proxy = isUuid(given.proxyId) ? await lockedProxy(tx, given.proxyId) : null;
  if (!proxy) return refuse('access.proxy-unknown');
  const words = given.words.trim().slice(0, 200);
  if (words === '') return refuse('access.consent-words-missing', { field: 'words' });
  const reviewDue = yearAfter(dayOf(tx.now));
  await setReviewed(tx, proxy.id, reviewDue);
  await appendEvent(tx, {
    subjectKind: ACCESS_SUBJECTS.proxy,
    subjectId: proxy.id,
    kind: ACCESS_EVENTS.proxyReviewed,
    reason: words,
    data: { reviewDue },
  });
  return ok();
}
