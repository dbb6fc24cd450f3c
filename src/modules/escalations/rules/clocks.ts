/** What runs against what climbed, and for whom it waits (domain brief §3.8, §4.2). Pure. */
import type { Actor } from '#kernel/actor.ts';
import type { EscalationFacts, EscalationState, WhistleState } from '../contract.ts';
import { mayStep } from '../permissions.ts';
import { STREET_RUNG } from './whistled.ts';

/** Words under `escalations.clock.<name>`. */
export type ClockName = 'triage' | 'ad-hoc' | 'interim' | 'whistle';
export type Clock = { readonly name: ClockName; readonly dueAt: Date };

type Timed = {
  readonly state: EscalationState;
  readonly ended_at: Date | null;
  readonly triage_due_at: Date | null;
  readonly ad_hoc_due_at: Date | null;
  readonly meeting_id: string | null;
  readonly interim_at: Date | null;
  readonly interim_due_at: Date | null;
};
type Whistled = {
  readonly org_id: string;
  readonly state: WhistleState;
  readonly acknowledge_due_at: Date | null;
  readonly rung: number;
  readonly street_said: string | null;
};

const UNDECIDED: readonly EscalationState[] = ['PROPOSED', 'TRIAGED'];

/** Whether the reporter is owed a word on how it stands: not once the matter itself is over. */
const owesReply = ({ interim_at }: Pick<Timed, 'interim_at'>, matterIsOver: boolean) =>
  interim_at === null && !matterIsOver;

/** Clocks that run, the one that ends first on top. */
export function clocksOf(row: Timed, whistles: readonly Whistled[], matterIsOver: boolean): Clock[] {
  if (row.ended_at) return [];
  const clock = (name: ClockName, dueAt: Date | null, runs: boolean): Clock[] =>
    runs && dueAt ? [{ name, dueAt }] : [];
  return [
    ...clock('triage', row.triage_due_at, UNDECIDED.includes(row.state)),
    ...clock('ad-hoc', row.ad_hoc_due_at, row.state === 'AD_HOC'),
    ...clock('interim', row.interim_due_at, owesReply(row, matterIsOver)),
    ...whistles.flatMap((one) => clock('whistle', one.acknowledge_due_at, one.state === 'SENT')),
  ].toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** Why it waits for somebody; words under `escalations.wait.<name>`. */
export type Wait = 'whistle' | 'press' | 'triage' | 'way' | 'meeting' | 'unanswered' | 'tracking' | 'interim';

const SOON = 24 * 3_600_000;
const isUnanswered = ({ state }: Whistled) => state === 'SENT' || state === 'ACKNOWLEDGED';

/** What the reader is waited for, the most pressing; null: for nothing. */
export function waitsFor(
  actor: Actor,
  facts: EscalationFacts,
  row: Timed,
  whistles: readonly Whistled[],
  { now, matterIsOver }: { readonly now: Date; readonly matterIsOver: boolean },
): Wait | null {
  if (row.ended_at) return null;
  const open = whistles.filter(isUnanswered);
  if (open.some((one) => one.org_id === actor.post?.orgId)) return 'whistle';
  if (actor.role === 'ST' && open.some((one) => one.rung >= STREET_RUNG && one.street_said === null))
    return 'press';
  const branch = mayStep(actor, 'triage', facts) === null ? ofBranch(row, open) : null;
  if (branch) return branch;
  const soon =
    owesReply(row, matterIsOver) && row.interim_due_at !== null && +row.interim_due_at - +now < SOON;
  return soon && mayStep(actor, 'reply-interim', facts) === null ? 'interim' : null;
}

function ofBranch({ state, meeting_id }: Timed, open: readonly Whistled[]): Wait | null {
  if (state === 'PROPOSED') return 'triage';
  if (state === 'TRIAGED') return 'way';
  if (state === 'AD_HOC' && meeting_id === null) return 'meeting';
  if (open.some(({ rung }) => rung > 0)) return 'unanswered';
  return state === 'DECIDED' ? 'tracking' : null;
}
