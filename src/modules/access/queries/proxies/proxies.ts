import { peopleByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import type { ProxyView } from '../../contract/proxies.ts';
import { mayLetIn } from '../../permissions.ts';
import { mayAct, standingOn } from '../../rules/proxies/standing.ts';
import { type ProxyRow, proxyRows } from '../../store/proxies/proxies.ts';

/** Whom a person may act for today, by name. */
export async function principalsOf(tx: Tx, personId: string): Promise<ProxyView[]> {
  const views = await viewsOf(tx, await proxyRows(tx, { proxyId: personId }));
  return views.filter((view) => mayAct(view.standing));
}

/** Who may act for a person, suspended ones too: theirs to end. */
export async function proxiesOf(tx: Tx, personId: string): Promise<ProxyView[]> {
  return viewsOf(tx, await proxyRows(tx, { principalId: personId }));
}

/** All proxies of the neighborhood for the desk, the review longest due first; null for everybody else. */
export async function proxyList(tx: Tx): Promise<ProxyView[] | null> {
  if (!mayLetIn(tx.actor, 'record-proxy').ok) return null;
  return viewsOf(tx, await proxyRows(tx));
}

async function viewsOf(tx: Tx, rows: readonly ProxyRow[]): Promise<ProxyView[]> {
  if (rows.length === 0) return [];
  const people = await peopleByIds(
    tx,
    rows.flatMap((row) => [row.principalId, row.proxyId]),
  );
  const nameOf = (id: string) => people.get(id)?.name ?? '';
  const today = dayOf(tx.now);
  return rows.map((row) => ({
    ...row,
    principalName: nameOf(row.principalId),
    proxyName: nameOf(row.proxyId),
    standing: standingOn(today, row.reviewDue),
  }));
}
