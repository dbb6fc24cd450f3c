import { readPaperCode } from '#kernel/paper-code.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { SLIP_CODE } from '../../contract/appraisal.ts';
import type { CastSlip } from '../../forms/appraisal.ts';
import { isSlip } from '../../rules/appraisal/results.ts';
import { updateAppraisal } from '../../store/appraisal/appraisals.ts';
import { insertSlip, takeCode } from '../../store/appraisal/slips.ts';
import { appraisalFor } from './appraisal-for.part.ts';

/**
 * Takes in a slip: by whoever holds it, without signing in, or by those who count when it was ticked on paper. The code
 * is gone with it, the slip keeps scores alone, and no event is written: nothing may say who scored what, or when.
 *
 * @param fromPaper those who count type in a paper slip; only they may call one void.
 * @returns refusals: a code that is none, was used, or whose appraisal is over; not theirs to count; nothing ticked.
 * @source domain brief §4.3 "anonymous scoring"; §4.14 edge "duplicate codes"
 */
export async function castSlip(
  tx: Tx,
  input: CastSlip,
  fromPaper: boolean,
): Promise<Result<{ appraisalId: string }>> {
  const code = readPaperCode(input.code);
  const appraisalId = code ? await takeCode(tx, tx.vault.index(SLIP_CODE, code)) : undefined;
  if (!appraisalId) return refuse('meetings.no-such-slip', { field: 'code' });
  const found = await appraisalFor(tx, fromPaper ? 'enter-slip' : 'cast-slip', appraisalId, null);
  if (!found.ok) return found;
  const { row } = found.value;
  if (fromPaper && input.isVoid) {
    await updateAppraisal(tx, row.id, { slips_void: row.slips_void + 1 });
    return ok({ appraisalId });
  }
  if (!isSlip(input.scores, row.criteria.length))
    return refuse('meetings.nothing-ticked', { field: 'score1' });
  await insertSlip(tx, row.id, input.scores);
  return ok({ appraisalId });
}
