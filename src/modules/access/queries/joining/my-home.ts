import type { Place } from '#modules/registry/contract.ts';
import { homesOf, unitPlaces } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import type { JoinState, RefusalReason } from '../../contract/joining.ts';
import type { ProxyView } from '../../contract/proxies.ts';
import { requestsOf } from '../../store/joining/requests.ts';
import { principalsOf, proxiesOf } from '../proxies/proxies.ts';

export type MyRequest = {
  readonly id: string;
  readonly place: Place | null;
  readonly state: JoinState;
  readonly askedAt: Date;
  readonly refusedBecause: RefusalReason | null;
  readonly refusedText: string | null;
};

/** Where one lives as far as the program knows, what one has asked for, and who acts for whom. */
export type MyHome = {
  readonly homes: readonly Place[];
  readonly requests: readonly MyRequest[];
  /** Elders one may act for. */
  readonly principals: readonly ProxyView[];
  /** People who may act for oneself. */
  readonly proxies: readonly ProxyView[];
};

/** One's own home page; of the person signed in, never of an elder they act for. */
export async function myHome(tx: Tx, personId: string): Promise<MyHome> {
  const requests = await requestsOf(tx, personId);
  const places = await unitPlaces(
    tx,
    requests.map((one) => one.unitId),
  );
  return {
    homes: await homesOf(tx, personId, dayOf(tx.now)),
    requests: requests.map(({ id, unitId, state, askedAt, refusedBecause, refusedText }) => ({
      id,
      state,
      askedAt,
      refusedBecause,
      refusedText,
      place: places.get(unitId) ?? null,
    })),
    principals: await principalsOf(tx, personId),
    proxies: await proxiesOf(tx, personId),
  };
}
