import { personConcerned } from '#kernel/actor.ts';
import { PHONE_INDEX } from '#modules/registry/contract.ts';
import { phoneOf } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { MatterStatus } from '../../contract.ts';
import { type NextStep, nextStep } from '../../rules/resident/next-step.ts';
import { waitsForReporter } from '../../rules/resident/own-actions.ts';
import { reportedRows, statusesOf } from '../../store/own-matters.ts';

/** One of one's own matters, as a card. */
export type OwnMatter = {
  readonly code: string;
  /** The words of the reporter. */
  readonly title: string;
  readonly category: string;
  readonly status: MatterStatus;
  readonly submittedAt: Date;
  readonly next: NextStep;
  /** Somebody waits for an answer of the reporter. */
  readonly waitsForMe: boolean;
};

/** A matter reported under one's phone before one was registered; it opens with its query PIN. */
export type ByPhone = { readonly code: string; readonly category: string; readonly submittedAt: Date };

export type OwnMatters = { readonly mine: readonly OwnMatter[]; readonly byPhone: readonly ByPhone[] };

const MOST = 100;

type Row = Awaited<ReturnType<typeof reportedRows>>[number];

/** A stored row as the rule about the next step wants it. */
export function stepping(row: Omit<Row, 'id' | 'code' | 'title' | 'category'>) {
  return {
    ...row,
    status: row.status as MatterStatus,
    anonymous: row.reporterKind === 'ANONYMOUS',
    parkedReviewAt: row.parkedReviewOn ? new Date(`${row.parkedReviewOn}T09:00:00+08:00`) : null,
  };
}

/** What a signed-in person has reported: what waits for them first, then the newest. */
export async function ownMatters(tx: Tx): Promise<OwnMatters> {
  const personId = personConcerned(tx.actor);
  if (personId === null) return { mine: [], byPhone: [] };
  const phone = await phoneOf(tx, personId);
  const index = phone === null ? null : tx.vault.index(PHONE_INDEX, phone);
  const rows = await reportedRows(tx, personId, index, MOST);
  const mains = await statusesOf(
    tx,
    rows.flatMap((row) => (row.mergedIntoId ? [row.mergedIntoId] : [])),
  );
  const own = rows.filter((row) => row.reporterPersonId === personId);
  const mine = own.map((row) => ({
    code: row.code,
    title: row.title,
    category: row.category,
    status: row.status as MatterStatus,
    submittedAt: row.submittedAt,
    next: nextStep(stepping(row), tx.now),
    waitsForMe: waitsForReporter(row.status, mains.get(row.mergedIntoId ?? '') ?? null, row.resolved),
  }));
  return {
    mine: mine.toSorted((a, b) => Number(b.waitsForMe) - Number(a.waitsForMe)),
    byPhone: rows
      .filter((row) => row.reporterPersonId === null)
      .map(({ code, category, submittedAt }) => ({ code, category, submittedAt })),
  };
}

/** How many of one's own matters wait for one's answer; nought for somebody unknown. */
export async function countWaitingForMe(tx: Tx): Promise<number> {
  return (await ownMatters(tx)).mine.filter((one) => one.waitsForMe).length;
}
