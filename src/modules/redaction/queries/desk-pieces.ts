import type { TwoNames } from '#modules/registry/contract.ts';
import { peopleByIds, postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PieceState } from '../contract.ts';
import { visibleOrg } from '../permissions.ts';
import { ownRows, type PieceRow, publishedRows, waitingCount, waitingRows } from '../store/pieces.ts';

const MOST = 50;
const MOST_PUBLISHED = 10;

/** A piece in a list. */
export type PieceLine = {
  readonly id: string;
  readonly subjectKind: string;
  readonly state: PieceState;
  readonly emergency: boolean;
  /** The first words of it; empty for a photo. */
  readonly words: string;
  /** What it is the minutes of, where its first words would not say. */
  readonly about: TwoNames | null;
  readonly openedAt: Date;
  readonly author: string;
  readonly post: { readonly nameZh: string; readonly nameEn: string } | null;
  readonly reviewDueAt: Date | null;
  readonly publishedAt: Date | null;
};

export type DeskPieces = {
  readonly waiting: readonly PieceLine[];
  readonly own: readonly PieceLine[];
  readonly published: readonly PieceLine[];
};

/** What waits for this person's look, what they wrote themselves, and what went out last. */
export async function deskPieces(tx: Tx): Promise<DeskPieces | null> {
  const whose = visibleOrg(tx.actor);
  const { personId } = tx.actor;
  if (whose === 'NONE' || !personId) return null;
  const waiting = await waitingRows(tx, whose, personId, MOST);
  const own = await ownRows(tx, personId, MOST);
  const published = await publishedRows(tx, whose, MOST_PUBLISHED);
  const all = [...waiting, ...own, ...published];
  const posts = await postsByIds(
    tx,
    all.map((row) => row.opened_in_post),
  );
  const people = await peopleByIds(
    tx,
    all.flatMap((row) => row.author_ids.slice(0, 1)),
  );
  const line = (row: PieceRow): PieceLine => ({
    id: row.id,
    subjectKind: row.subject_kind,
    state: row.state,
    emergency: row.emergency,
    about: meetingOf(row.content.facts),
    words: [...(row.content.texts[0]?.text ?? '')].slice(0, 60).join(''),
    openedAt: row.opened_at,
    author: people.get(row.author_ids[0] ?? '')?.name ?? '',
    post: posts.get(row.opened_in_post) ?? null,
    reviewDueAt: row.second_person_id === null ? row.review_due_at : null,
    publishedAt: row.published_at,
  });
  return { waiting: waiting.map(line), own: own.map(line), published: published.map(line) };
}

/** How many pieces wait for this person's look. */
export async function countWaitingForSecond(tx: Tx): Promise<number> {
  const whose = visibleOrg(tx.actor);
  const { personId } = tx.actor;
  return whose === 'NONE' || !personId ? 0 : waitingCount(tx, whose, personId);
}

function meetingOf(facts: PieceRow['content']['facts']): TwoNames | null {
  const fact = facts.find(({ key }) => key === 'meeting');
  return fact && 'zh' in fact ? { nameZh: fact.zh, nameEn: fact.en } : null;
}
