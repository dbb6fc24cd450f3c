import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { PieceContent } from '#kernel/approved-piece.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PieceState, PieceSubject } from '../contract.ts';

type Row = Selectable<DB['redaction.piece']>;
/** A piece as it is kept, its content read. */
export type PieceRow = Omit<Row, 'content' | 'state'> & {
  readonly content: PieceContent;
  readonly state: PieceState;
};
export type NewPieceRow = Omit<Insertable<DB['redaction.piece']>, 'neighborhood_id' | 'content'> & {
  readonly content: PieceContent;
};
export type PiecePatch = Omit<Updateable<DB['redaction.piece']>, 'content' | 'neighborhood_id' | 'id'> & {
  readonly content?: PieceContent;
};

const rows = (tx: Tx) =>
  tx
    .schema('redaction')
    .selectFrom('redaction.piece')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);

export async function insertPiece(tx: Tx, { content, ...row }: NewPieceRow): Promise<void> {
  await tx
    .schema('redaction')
    .insertInto('redaction.piece')
    .values({ ...row, content: JSON.stringify(content), neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

export async function updatePiece(tx: Tx, id: string, { content, ...patch }: PiecePatch): Promise<void> {
  await tx
    .schema('redaction')
    .updateTable('redaction.piece')
    .set((e) => ({
      ...patch,
      ...(content ? { content: JSON.stringify(content) } : {}),
      version: e('version', '+', 1),
    }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

export async function pieceRow(tx: Tx, id: string): Promise<PieceRow | undefined> {
  return (await rows(tx).where('id', '=', id).executeTakeFirst()) as unknown as PieceRow | undefined;
}

/** A piece, locked until the transaction ends. */
export async function lockPiece(tx: Tx, id: string): Promise<PieceRow | undefined> {
  return (await rows(tx).where('id', '=', id).forUpdate().executeTakeFirst()) as unknown as
    | PieceRow
    | undefined;
}

/** Pieces of a subject that still count, the latest first, locked. */
export async function lockPiecesOf(tx: Tx, subject: PieceSubject): Promise<PieceRow[]> {
  const found = await rows(tx)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('state', '<>', 'SUPERSEDED')
    .orderBy('opened_at', 'desc')
    .forUpdate()
    .execute();
  return found as unknown as PieceRow[];
}

/** The latest piece of each of these subjects. */
export async function latestPieces(tx: Tx, kind: string, subjectIds: readonly string[]): Promise<PieceRow[]> {
  if (subjectIds.length === 0) return [];
  const found = await rows(tx)
    .distinctOn('subject_id')
    .where('subject_kind', '=', kind)
    .where('subject_id', 'in', [...subjectIds])
    .orderBy('subject_id')
    .orderBy('opened_at', 'desc')
    .execute();
  return found as unknown as PieceRow[];
}

type Whose = 'ALL' | { readonly orgId: string };

const visible = (tx: Tx, whose: Whose) =>
  rows(tx).$if(whose !== 'ALL', (q) => q.where('org_id', '=', (whose as { orgId: string }).orgId));

/** Pieces that wait for a second person, and those that went out alone; never what this person wrote. */
export async function waitingRows(
  tx: Tx,
  whose: Whose,
  personId: string,
  limit: number,
): Promise<PieceRow[]> {
  const found = await visible(tx, whose)
    .where((e) =>
      e.or([
        e('state', '=', 'CHECKED'),
        e.and([e('state', '=', 'PUBLISHED'), e('second_person_id', 'is', null)]),
      ]),
    )
    .where((e) => e.not(e(e.val(personId), '=', e.fn.any('author_ids'))))
    .orderBy('emergency', 'desc')
    .orderBy('checked_at')
    .limit(limit)
    .execute();
  return found as unknown as PieceRow[];
}

/** How many there are of them. */
export async function waitingCount(tx: Tx, whose: Whose, personId: string): Promise<number> {
  const row = await tx
    .schema('redaction')
    .selectFrom('redaction.piece')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .$if(whose !== 'ALL', (q) => q.where('org_id', '=', (whose as { orgId: string }).orgId))
    .where((e) =>
      e.or([
        e('state', '=', 'CHECKED'),
        e.and([e('state', '=', 'PUBLISHED'), e('second_person_id', 'is', null)]),
      ]),
    )
    .where((e) => e.not(e(e.val(personId), '=', e.fn.any('author_ids'))))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** What this person wrote and is not out yet, the latest first. */
export async function ownRows(tx: Tx, personId: string, limit: number): Promise<PieceRow[]> {
  const found = await rows(tx)
    .where('state', 'in', ['DRAFT', 'SENT_BACK', 'CHECKED', 'APPROVED'])
    .where((e) => e(e.val(personId), '=', e.fn.any('author_ids')))
    .orderBy('opened_at', 'desc')
    .limit(limit)
    .execute();
  return found as unknown as PieceRow[];
}

/** What went out last. */
export async function publishedRows(tx: Tx, whose: Whose, limit: number): Promise<PieceRow[]> {
  const found = await visible(tx, whose)
    .where('state', '=', 'PUBLISHED')
    .orderBy('published_at', 'desc')
    .limit(limit)
    .execute();
  return found as unknown as PieceRow[];
}
