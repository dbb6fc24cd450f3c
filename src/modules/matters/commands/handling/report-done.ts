import { redact } from '#kernel/personal-data.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ReportDone } from '../../forms/handling.ts';
import { after, rulesAt } from '../../rules/pace/deadlines.ts';
import { tracksOf } from '../../store/tracks.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';
import { offerLine } from '../publishing/offer-line.ts';

/**
 * The handler says it is done. That is not the end: somebody outside the organisation asks the reporter, or
 * the reporter answers. Refused while one of two tracks is open (fixture 8). A line for the public board may
 * not carry a phone, a plate or a room number, and is shown once a second person has looked at it.
 */
export function reportDone(tx: Tx, input: ReportDone): Promise<Result<Changed>> {
  return changeMatter(tx, 'report-done', input, async ({ row, calendar }) => {
    const open = (await tracksOf(tx, row.id)).filter((t) => t.state === 'OPEN');
    if (open.length > 0) {
      return refuse('matters.track-still-open', {
        params: { count: open.length },
        source: 'DOMAIN §4.1 (S20)',
      });
    }
    if (input.publicLine !== '' && redact(input.publicLine) !== input.publicLine) {
      return refuse('matters.public-line-shows-personal-data', {
        field: 'publicLine',
        source: 'PIPL art. 25',
      });
    }
    const due = after(calendar, tx.now, rulesAt(row.submitted_at).followUp);
    return ok({
      to: 'DONE_BY_HANDLER',
      patch: {
        done_at: tx.now,
        result_summary: input.summary,
        // A line of an earlier round says nothing of this one; the new one waits for a second person.
        public_line: null,
        follow_up_due_at: due.known ? due.value : null,
        follow_up_attempts: 0,
        last_attempt_at: null,
      },
      data: { round: row.round },
      ...(input.publicLine === '' ? {} : { also: (inside: Tx) => offerLine(inside, row, input.publicLine) }),
    });
  });
}
