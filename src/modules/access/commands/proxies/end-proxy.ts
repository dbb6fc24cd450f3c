import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ACCESS_EVENTS, ACCESS_SUBJECTS } from '../../contract/joining.ts';
import { mayLetIn } from '../../permissions.ts';
import { lockedProxy, setEnded } from '../../store/proxies/proxies.ts';

/**
 * Ends a proxy at once: the elder by one call to the desk or by themselves, or the one who acts. The next
 * request of a session that acts for them is only its own again.
 *
 * @returns refusal `access.proxy-unknown`, for everybody whose business it is not, too.
 */
export async function endProxy(tx: Tx, { proxyId }: { readonly proxyId: string }): Promise<Result<void>> {
  const proxy = isUuid(proxyId) ? await lockedProxy(tx, proxyId) : null;
  if (!proxy) return refuse('access.proxy-unknown');
  const by = endedBy(proxy, tx.actor.personId) ?? (mayLetIn(tx.actor, 'record-proxy').ok ? 'STAFF' : null);
  if (!by) return refuse('access.proxy-unknown');
  await setEnded(tx, proxy.id, by);
  await appendEvent(tx, {
    subjectKind: ACCESS_SUBJECTS.proxy,
    subjectId: proxy.id,
    kind: ACCESS_EVENTS.proxyEnded,
    data: { by, principalId: proxy.principalId, proxyId: proxy.proxyId },
  });
  return ok();
}

function endedBy(
  proxy: { readonly principalId: string; readonly proxyId: string },
  personId: string | null,
): 'PRINCIPAL' | 'PROXY' | null {
  if (personId === proxy.principalId) return 'PRINCIPAL';
  return personId === proxy.proxyId ? 'PROXY' : null;
}
