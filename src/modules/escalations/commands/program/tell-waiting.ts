import { FINAL_STATUSES } from '#modules/matters/contract.ts';
import { climbingMatters } from '#modules/matters/facade.server.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { ESCALATION_EVENTS } from '../../contract.ts';
import { nextRungAt } from '../../rules/times.ts';
import {
  type EscalationRow,
  lockEscalation,
  updateEscalation,
  withSomethingDue,
} from '../../store/escalations.ts';
import { rungsDue, updateWhistle, type WhistleRow } from '../../store/whistles.ts';
import { noteOnly } from '../save-step.ts';

const AT_ONCE = 50;

type Due = readonly [told: string, kind: string, isDue: (row: EscalationRow, now: Date) => boolean];

const passed = (due: Date | null, now: Date) => due !== null && due < now;

const DUE: readonly Due[] = [
  [
    'TRIAGE',
    ESCALATION_EVENTS.triageOverdue,
    (row, now) => (row.state === 'PROPOSED' || row.state === 'TRIAGED') && passed(row.triage_due_at, now),
  ],
  [
    'AD_HOC',
    ESCALATION_EVENTS.adHocOverdue,
    (row, now) => row.state === 'AD_HOC' && passed(row.ad_hoc_due_at, now),
  ],
  [
    'INTERIM',
    ESCALATION_EVENTS.interimOverdue,
    (row, now) => row.interim_at === null && passed(row.interim_due_at, now),
  ],
];

/**
 * Says what should have happened by now, each thing once: triage, the ad hoc meeting, the reply at the original
 * deadline; and lets whistles that nobody answered climb the ladder: the general branch, the street, its head.
 *
 * @returns how much was said; call again until nothing is left.
 * @source domain brief §4.2 (triage ≤ 1 wd, ad hoc ≤ 3 wd, interim reply, ladder 1/3/5 wd)
 */
export async function tellWaiting(tx: Tx): Promise<number> {
  const rows = await withSomethingDue(tx, AT_ONCE);
  const over = await mattersOver(
    tx,
    rows.map((row) => row.matter_id),
  );
  for (const row of rows) {
    const due = DUE.filter(([told, , isDue]) => !row.told.includes(told) && isDue(row, tx.now));
    await updateEscalation(tx, row.id, { told: [...row.told, ...due.map(([told]) => told)] });
    for (const [told, kind] of due)
      if (told !== 'INTERIM' || !over.has(row.matter_id)) await noteOnly(tx, row, { kind });
  }
  const whistles = await rungsDue(tx, AT_ONCE);
  for (const whistle of whistles) await climb(tx, whistle);
  return rows.length + whistles.length;
}

/** Of these matters those that are over: their reporters wait for no word. */
async function mattersOver(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const found = [...(await climbingMatters(tx, ids)).values()];
  return new Set(found.filter(({ status }) => FINAL_STATUSES.includes(status)).map(({ id }) => id));
}

async function climb(tx: Tx, whistle: WhistleRow): Promise<void> {
  // Whoever has heard is not reminded to say so; not answering goes on to climb.
  const isHeard = whistle.rung === 0 && whistle.state === 'ACKNOWLEDGED';
  const rung = whistle.rung + 1;
  const next = nextRungAt(await loadCalendar(tx), {
    sentAt: whistle.sent_at,
    acknowledgeDueAt: whistle.acknowledge_due_at,
    rung,
  });
  await updateWhistle(tx, whistle.id, { rung, next_rung_at: next });
  const row = await lockEscalation(tx, whistle.escalation_id);
  if (row && !isHeard)
    await noteOnly(tx, row, {
      kind: ESCALATION_EVENTS.rung,
      data: { whistleId: whistle.id, orgId: whistle.org_id, rung },
    });
}
