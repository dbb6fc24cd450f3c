import { dateKey } from '#kernel/work-calendar.ts';
import { rulesInForce } from '#modules/agreements/facade.server.ts';
import { FINAL_STATUSES } from '#modules/matters/contract.ts';
import { type ClimbingMatter, climbingMatters } from '#modules/matters/facade.server.ts';
import { householdsOfBuildings, placeTree } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { HeardEvent } from '#platform/outbox/subscription.ts';
import { ESCALATION_EVENTS, type EscalationState, type Trigger } from '../../contract.ts';
import { escalationLeadsTo } from '../../rules/escalation-lifecycle.ts';
import { TRIGGERED_BY, triggersOf } from '../../rules/triggers.ts';
import { type EscalationRow, lockOpenOf, triggersOfAll, updateEscalation } from '../../store/escalations.ts';
import { openEscalation } from '../open-escalation.ts';
import { noteOnly, saveStep } from '../save-step.ts';

/**
 * Something happened to a matter: it climbs when it should, and what climbed is settled when the matter is over before
 * anything was decided, or ruled on. It is looked at as it stands now: news that is heard late sends nobody up who has
 * come down since.
 *
 * @source domain brief §4.2
 */
export async function hearMatter(
  tx: Tx,
  { kind, subjectId }: Pick<HeardEvent, 'kind' | 'subjectId'>,
): Promise<void> {
  const matter = (await climbingMatters(tx, [subjectId])).get(subjectId);
  if (!matter) return;
  if (FINAL_STATUSES.includes(matter.status)) {
    const open = await lockOpenOf(tx, matter.id);
    if (open) await matterEnded(tx, open, matter);
    return;
  }
  if (kind in RULINGS) return ruledOn(tx, matter, RULINGS[kind]!);
  for (const trigger of await triggers(tx, kind, matter)) await openEscalation(tx, matter, trigger, null);
}

/** Rulings of the general branch inside the matter, and what each settles. */
const RULINGS: Readonly<Record<string, readonly Trigger[]>> = {
  'matters.rule-on-return': ['SECOND_RETURN', 'LEAD_DISPUTE'],
  'matters.rule-on-redo': ['SECOND_REDO'],
};

/** What may end a matter, besides what makes it climb. */
const ENDINGS: readonly string[] = [
  'matters.decline',
  'matters.merge',
  'matters.decide-withdrawal',
  'matters.close-for-silence',
  'matters.close-unconfirmed',
  'matters.confirm-explanation',
];

/** News of matters that concern what climbs. */
export const MATTER_NEWS: readonly string[] = [
  ...Object.keys(TRIGGERED_BY),
  ...Object.keys(RULINGS),
  ...ENDINGS,
];

async function triggers(tx: Tx, kind: string, matter: ClimbingMatter): Promise<Trigger[]> {
  const base = { ...matter, now: tx.now, threshold: null, estateHouseholds: 0 };
  if (kind !== 'matters.endorse' && kind !== 'matters.merged-in') return triggersOf(kind, base);
  const rules = await rulesInForce(tx, dateKey(tx.now));
  if (!rules) return [];
  const { endorsementHouseholds: households, endorsementPercent: percent } = rules.numbers;
  const estateHouseholds = await dwellings(tx, matter.estateId);
  return triggersOf(kind, { ...base, threshold: { households, percent }, estateHouseholds });
}

async function dwellings(tx: Tx, estateId: string): Promise<number> {
  const estate = (await placeTree(tx)).find(({ id }) => id === estateId);
  const buildings = estate?.buildings.map(({ id }) => id) ?? [];
  const counts = await householdsOfBuildings(tx, buildings);
  return [...counts.values()].reduce((sum, n) => sum + n, 0);
}

const NOTHING_CHOSEN: readonly EscalationState[] = ['PROPOSED', 'TRIAGED'];

/** The branch has ruled on what made it climb, before it chose a way: that was the decision. */
async function ruledOn(tx: Tx, matter: ClimbingMatter, settles: readonly Trigger[]): Promise<void> {
  const open = await lockOpenOf(tx, matter.id);
  if (!open || !NOTHING_CHOSEN.includes(open.state)) return;
  const why = await triggersOfAll(tx, [open.id]);
  if (why.every(({ trigger }) => settles.includes(trigger))) await settle(tx, open, 'RULED');
}

/**
 * The matter is over before anything was decided. Merged into another, it goes on there; withdrawn or closed, the
 * escalation is settled — unless it is about safety, which is followed whoever withdraws (§4, generic rule 3).
 */
async function matterEnded(tx: Tx, open: EscalationRow, matter: ClimbingMatter): Promise<void> {
  if (matter.mergedIntoId) {
    const main = await lockOpenOf(tx, matter.mergedIntoId);
    if (main) return settle(tx, open, 'MERGED');
    await updateEscalation(tx, open.id, { matter_id: matter.mergedIntoId });
    const moved = { ...open, matter_id: matter.mergedIntoId };
    return noteOnly(tx, moved, { kind: ESCALATION_EVENTS.moved, data: { fromMatterId: matter.id } });
  }
  const why = await triggersOfAll(tx, [open.id]);
  if (why.some(({ trigger }) => trigger === 'SAFETY')) return;
  await settle(tx, open, 'MATTER_OVER');
}

async function settle(tx: Tx, row: EscalationRow, why: 'RULED' | 'MERGED' | 'MATTER_OVER'): Promise<void> {
  const to = escalationLeadsTo('settled-before', { state: row.state, flags: new Set() });
  if (to !== null) await saveStep(tx, row, 'settled-before', to, { data: { why }, patch: { reason: null } });
}
