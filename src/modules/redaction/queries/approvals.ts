import type { Tx } from '#platform/db/database.ts';
import type { PieceState } from '../contract.ts';
import { latestPieces } from '../store/pieces.ts';

/** How something stands at the gate. */
export type Approval = {
  readonly pieceId: string;
  readonly subjectId: string;
  readonly state: PieceState;
};

/** How these subjects stand at the gate, by the subject's id; those that never came there are left out. */
export async function approvalsOf(
  tx: Tx,
  kind: string,
  subjectIds: readonly string[],
): Promise<Map<string, Approval>> {
  const rows = await latestPieces(tx, kind, subjectIds);
  return new Map(
    rows.map((row) => [row.subject_id, { pieceId: row.id, subjectId: row.subject_id, state: row.state }]),
  );
}
