import { maskPhone } from '#kernel/contact.ts';
import type { Place } from '#modules/registry/contract.ts';
import { phoneOf, unitPlaces } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Finding, JoinRelation } from '../../contract/joining.ts';
import { mayLetIn } from '../../permissions.ts';
import { waitingRequests, waitingSum } from '../../store/joining/requests.ts';

/** Somebody who waits to be let in, as the desk sees it. */
export type WaitingRequest = {
  readonly id: string;
  readonly name: string;
  /** `138****1234`, or null. */
  readonly maskedPhone: string | null;
  readonly place: Place | null;
  readonly unitId: string;
  readonly relation: JoinRelation;
  readonly finding: Finding;
  readonly note: string;
  readonly askedAt: Date;
};

export type JoinQueue = {
  readonly waiting: readonly WaitingRequest[];
  readonly n: number;
  readonly oldest: Date | null;
};

const MOST = 100;

/** The requests that wait, the oldest first, or null for whoever does not decide them. */
export async function joinQueue(tx: Tx): Promise<JoinQueue | null> {
  if (!mayLetIn(tx.actor, 'decide-request').ok) return null;
  const rows = await waitingRequests(tx, MOST);
  const places = await unitPlaces(
    tx,
    rows.map((row) => row.unitId),
  );
  const waiting: WaitingRequest[] = [];
  for (const { id, personId, name, unitId, relation, finding, note, askedAt } of rows) {
    const phone = await phoneOf(tx, personId);
    const place = places.get(unitId) ?? null;
    waiting.push({
      id,
      name,
      unitId,
      relation,
      finding,
      note,
      askedAt,
      place,
      maskedPhone: phone === null ? null : maskPhone(phone),
    });
  }
  return { waiting, ...(await waitingSum(tx)) };
}

/** How many wait for the actor's desk, and since when the oldest does. */
export async function waitingToJoin(tx: Tx): Promise<{ readonly n: number; readonly oldest: Date | null }> {
  return mayLetIn(tx.actor, 'decide-request').ok ? waitingSum(tx) : { n: 0, oldest: null };
}
