import { readPaperCode } from '#kernel/paper-code.ts';
import type { Tx } from '#platform/db/database.ts';
import { SLIP_CODE } from '../../contract/appraisal.ts';
import { appraisalById } from '../../store/appraisal/appraisals.ts';
import { appraisalOfCode } from '../../store/appraisal/slips.ts';
import { appraisalViews, type PublicAppraisal } from './appraisal-views.ts';

/** What a slip with this code scores; null when the code is none, was used, or scoring is over. */
export async function slipToScore(tx: Tx, typed: string): Promise<PublicAppraisal | null> {
  const code = readPaperCode(typed);
  const id = code ? await appraisalOfCode(tx, tx.vault.index(SLIP_CODE, code)) : undefined;
  const row = id ? await appraisalById(tx, id) : undefined;
  if (row?.state !== 'OPEN') return null;
  return (await appraisalViews(tx, [row]))[0] ?? null;
}
