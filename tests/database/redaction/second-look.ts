import type { Actor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { LINE_SUBJECT } from '#modules/matters/contract.ts';
import { draftWorksNotice } from '#modules/notices/facade.server.ts';
import { type DraftNotice, draftForm } from '#modules/notices/forms/publish.ts';
import { approvePiece } from '#modules/redaction/commands/approve-piece.ts';
import { approvalsOf } from '#modules/redaction/facade.server.ts';
import { type PieceDetail, pieceDetail } from '#modules/redaction/queries/piece-detail.ts';
import type { Publishers } from '#platform/http/services.ts';
import { modulePublishers } from '#web/publishers.ts';
import { does, type SmallNeighborhood } from '../small-neighborhood.ts';
import type { TestDatabase } from '../test-database.ts';

/** The number under which the test's organisations answer, published as theirs. */
export const DUTY_PHONE = '021-55550001';

export async function publishDutyPhone(t: TestDatabase, n: SmallNeighborhood): Promise<void> {
  await t.ownerPool.query('update registry.organisation set duty_phone = $1 where neighborhood_id = $2', [
    DUTY_PHONE,
    n.id,
  ]);
}

/** A piece as somebody sees it; it must be there. */
export async function pieceAs(t: TestDatabase, actor: Actor, pieceId: string): Promise<PieceDetail> {
  const piece = await t.database.inTransaction(actor, (tx) => pieceDetail(tx, pieceId));
  if (!piece) throw new Error(`no piece ${pieceId} for ${actor.role}`);
  return piece;
}

/** Somebody approves what they see on the page. */
export async function approves(
  t: TestDatabase,
  second: Actor,
  pieceId: string,
  publishers: Publishers = modulePublishers,
) {
  const { seal } = await pieceAs(t, second, pieceId);
  return does(t, second, (tx) => approvePiece(tx, { pieceId, seal }, publishers));
}

/** One person drafts a notice, another approves it: its id and number. */
export async function announced(
  t: TestDatabase,
  by: Actor,
  second: Actor,
  notice: Partial<DraftNotice>,
): Promise<Result<{ readonly id: string; readonly number: string }>> {
  const drafted = await does(t, by, (tx) => draftWorksNotice(tx, draftForm.parse(notice)));
  if (!drafted.ok) return drafted;
  if (drafted.value.number === null) {
    const approved = await approves(t, second, drafted.value.pieceId);
    if (!approved.ok) return approved;
  }
  const { rows } = await t.ownerPool.query(
    'select n.id, n.number from notices.works_notice n join redaction.piece p on p.subject_id = n.id where p.id = $1',
    [drafted.value.pieceId],
  );
  return { ok: true, value: rows[0] as { id: string; number: string } };
}

/** Somebody approves the line for the public that a handler wrote. */
export async function approvesLine(t: TestDatabase, second: Actor, matterId: string) {
  const found = await t.database.inTransaction(second, (tx) => approvalsOf(tx, LINE_SUBJECT, [matterId]));
  const piece = found.get(matterId);
  if (!piece) throw new Error('no line was handed in');
  return approves(t, second, piece.pieceId);
}
