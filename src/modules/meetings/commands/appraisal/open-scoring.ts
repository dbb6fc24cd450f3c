import { paperCodeFrom } from '#kernel/paper-code.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { unforeseeableBytes } from '#platform/vault/random-bytes.ts';
import { APPRAISAL_EVENTS, APPRAISAL_SUBJECT, SLIP_CODE } from '../../contract/appraisal.ts';
import type { OpenScoring } from '../../forms/appraisal.ts';
import { updateAppraisal } from '../../store/appraisal/appraisals.ts';
import { insertCodes } from '../../store/appraisal/slips.ts';
import { appraisalFor } from './appraisal-for.part.ts';

/** Most slips of one appraisal. */
const MOST_SLIPS = 2000;

/**
 * Opens scoring with a number of slips, each with a code that is good once; more slips may follow while it is open.
 * Who draws which slip is written down nowhere.
 *
 * @returns the codes, the only time they are known; refusals: not theirs to convene, or their own work; before the
 *   day; not possible in this state; changed meanwhile; too many slips.
 * @source domain brief §4.3 "anonymous scoring"; §4.14 "one per household link/paper code"
 */
export async function openScoring(tx: Tx, input: OpenScoring): Promise<Result<readonly string[]>> {
  const found = await appraisalFor(tx, 'open-scoring', input.id, input.version);
  if (!found.ok) return found;
  const { row, to } = found.value;
  const day = dateKey(row.starts_at);
  if (dateKey(tx.now) < day) return refuse('meetings.appraisal-to-come', { params: { day } });
  const slips = row.slips_out + input.slips;
  if (slips > MOST_SLIPS)
    return refuse('meetings.too-many-slips', { field: 'slips', params: { most: MOST_SLIPS } });
  const codes = Array.from({ length: input.slips }, newCode);
  await insertCodes(
    tx,
    row.id,
    codes.map((code) => tx.vault.index(SLIP_CODE, code)),
  );
  await updateAppraisal(tx, row.id, { state: to, slips_out: slips, opened_at: row.opened_at ?? tx.now });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: APPRAISAL_SUBJECT,
    subjectId: row.id,
    kind: APPRAISAL_EVENTS.opened,
    from: row.state,
    to,
    data: { slips: input.slips, inAll: slips },
  });
  return ok(codes);
}

function newCode(): string {
  for (;;) {
    const code = paperCodeFrom(unforeseeableBytes(40));
    if (code) return code;
  }
}
