import { maskName } from '#kernel/contact.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { peopleByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { RequestKind, RequestState } from '../contract.ts';
import { requestRows, requestRowsOf } from '../store/requests.ts';

/** A request as its person or the desk reads it. */
export type RequestView = {
  readonly id: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly text: string;
  readonly askedAt: Date;
  /** `2026-12-11`. */
  readonly dueOn: string;
  readonly isLate: boolean;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly version: number;
};

type Row = Awaited<ReturnType<typeof requestRowsOf>>[number];

function viewOf(tx: Tx, row: Row): RequestView {
  const state = row.state as RequestState;
  return {
    id: row.id,
    kind: row.kind as RequestKind,
    state,
    text: row.text,
    askedAt: row.askedAt,
    dueOn: row.dueOn,
    isLate: state === 'ASKED' && row.dueOn < dateKey(tx.now),
    answer: row.answer,
    answeredAt: row.answeredAt,
    version: row.version,
  };
}

/** The actor's own requests, the newest first. */
export async function myRequests(tx: Tx): Promise<RequestView[]> {
  if (tx.actor.personId === null) return [];
  return (await requestRowsOf(tx, tx.actor.personId)).map((row) => viewOf(tx, row));
}

/** Requests of the desk with whose they are: the name in full while it has to be found, masked afterwards. */
export async function deskRequests(tx: Tx): Promise<(RequestView & { name: string; personId: string })[]> {
  const rows = await requestRows(tx, 100);
  const people = await peopleByIds(
    tx,
    rows.map(({ personId }) => personId),
  );
  return rows.map((row) => {
    const name = people.get(row.personId)?.name ?? '';
    return {
      ...viewOf(tx, row),
      personId: row.personId,
      name: row.state === 'ASKED' ? name : maskName(name),
    };
  });
}
