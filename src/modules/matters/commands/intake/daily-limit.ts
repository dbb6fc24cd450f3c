import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SubmitMatter } from '../../forms/intake.ts';
import { mattersOfReporterSince } from '../../store/intake.ts';
import type { Reporter } from './reporter.ts';

/** Matters one person may raise on one day, and how many of them with the same words (LESSONS B2). */
export const MATTERS_A_DAY = 10;
export const IDENTICAL_A_DAY = 2;

/** Keeps one person from flooding the desk. Staff who enter for somebody may go over it knowingly. */
export async function withinDailyLimit(
  tx: Tx,
  input: SubmitMatter,
  reporter: Reporter,
): Promise<Result<void>> {
  if (tx.actor.post && input.overrideLimit) return ok();
  if (!reporter.reporter_person_id && !reporter.reporter_phone_index) return ok();
  const since = new Date(`${dateKey(tx.now)}T00:00:00+08:00`);
  const today = await mattersOfReporterSince(
    tx,
    reporter.reporter_person_id,
    reporter.reporter_phone_index,
    since,
  );
  if (today.length >= MATTERS_A_DAY) return refuse('matters.ten-a-day', { params: { most: MATTERS_A_DAY } });
  const same = today.filter(
    (m) => m.description === input.description && m.estate_id === input.estateId,
  ).length;
  if (same >= IDENTICAL_A_DAY) return refuse('matters.same-twice-a-day', { field: 'description' });
  return ok();
}
