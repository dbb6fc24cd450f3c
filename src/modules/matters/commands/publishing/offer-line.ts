import { openPiece } from '#modules/redaction/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { LINE_SUBJECT } from '../../contract.ts';
import type { MatterRow } from '../../store/rows.ts';

const MOST = 120;

/** Brings the line a handler wrote for the public to the gate; the board shows it once a second person has looked. */
export async function offerLine(tx: Tx, row: MatterRow, line: string): Promise<void> {
  const { post } = tx.actor;
  if (!post) return;
  const opened = await openPiece(tx, {
    subject: { kind: LINE_SUBJECT, id: row.id },
    orgId: post.orgId,
    content: {
      texts: [{ field: 'line', text: line, most: MOST }],
      facts: [
        { key: 'matter', zh: row.code, en: row.code },
        { key: 'category', words: `category.${row.category}` },
      ],
      payload: {},
    },
  });
  if (!opened.ok) throw new Error(`the gate refused a line: ${opened.refusal.code}`);
}
