import { CLIMB_EVENTS, type ClimbEvent, type ClimbNews } from '#modules/matters/contract.ts';
import { tellClimb } from '#modules/matters/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  ENDED,
  ESCALATION_SUBJECT,
  type EscalationState,
  type EscalationStep,
  type Procedure,
  type ProgramStep,
} from '../contract.ts';
import { triagesToo } from '../rules/escalation-lifecycle.ts';
import { insertDecision, updateProcedure } from '../store/chain.ts';
import {
  type EscalationPatch,
  type EscalationRow,
  type ProcedureRow,
  updateEscalation,
} from '../store/escalations.ts';

type Said = {
  readonly reason?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly patch?: EscalationPatch;
};

/** Steps whose matter, and its reporter, is told. */
const TOLD: Readonly<Partial<Record<EscalationStep | ProgramStep, ClimbEvent>>> = {
  schedule: CLIMB_EVENTS.scheduled,
  'call-ad-hoc': CLIMB_EVENTS.adHoc,
  'send-to-owners': CLIMB_EVENTS.toOwners,
  'left-to-owners': CLIMB_EVENTS.toOwners,
  'send-to-mediation': CLIMB_EVENTS.toMediation,
  reject: CLIMB_EVENTS.rejected,
  'record-decision': CLIMB_EVENTS.decided,
  'reply-interim': CLIMB_EVENTS.interim,
  resolve: CLIMB_EVENTS.resolved,
};

/**
 * Writes a step: the state, what was said, and the event. A way taken straight from PROPOSED is triage too, and
 * writes down both.
 */
export async function saveStep(
  tx: Tx,
  row: EscalationRow,
  step: EscalationStep | ProgramStep,
  to: EscalationState,
  { reason = null, data = {}, patch = {} }: Said = {},
): Promise<void> {
  const fast = triagesToo(step, row.state) && step !== 'settled-before';
  const isOver = ENDED.includes(to);
  await updateEscalation(tx, row.id, {
    ...(step === 'triage' || fast ? { triaged_at: tx.now } : {}),
    ...(reason === null ? {} : { reason }),
    ...(isOver === (row.ended_at !== null) ? {} : { ended_at: isOver ? tx.now : null }),
    ...patch,
    state: to,
  });
  if (fast) await note(tx, row, { kind: 'escalations.triage', from: 'PROPOSED', to: 'TRIAGED' });
  const from = fast ? 'TRIAGED' : row.state;
  await note(tx, row, { kind: `escalations.${step}`, from, to, reason, data });
}

type Note = {
  readonly kind: string;
  readonly from?: EscalationState;
  readonly to?: EscalationState;
  readonly reason?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
};

async function note(tx: Tx, row: EscalationRow, { data, ...more }: Note): Promise<void> {
  await appendEvent(tx, {
    subjectKind: ESCALATION_SUBJECT,
    subjectId: row.id,
    from: row.state,
    to: row.state,
    ...more,
    data: { ...data, matterId: row.matter_id },
  });
}

/** Writes an event of an escalation that changes no state. */
export function noteOnly(
  tx: Tx,
  row: EscalationRow,
  event: Pick<Note, 'kind' | 'reason' | 'data'>,
): Promise<void> {
  return note(tx, row, event);
}

/** Tells the matter's reporter of a step, where there is something to tell. */
export async function tellReporter(
  tx: Tx,
  row: EscalationRow,
  step: EscalationStep | ProgramStep,
  news: ClimbNews,
): Promise<void> {
  const kind = TOLD[step];
  if (kind) await tellClimb(tx, row.matter_id, kind, news);
}

/** Keeps what was decided; a resolution stays open until it is fulfilled or falls. */
export async function keepDecision(
  tx: Tx,
  escalationId: string,
  decision: { readonly text: string; readonly code: string | null; readonly open: boolean },
): Promise<void> {
  await insertDecision(tx, {
    id: tx.newId(),
    escalation_id: escalationId,
    code: decision.code,
    text: decision.text,
    decided_at: tx.now,
    ended_at: decision.open ? null : tx.now,
  });
}

/** The body of the chain whose turn it is. */
export const underWay = (chain: readonly ProcedureRow[]): ProcedureRow | undefined =>
  chain.find((one) => one.ended_at === null);

/**
 * Ends the body whose turn it is, and begins the next.
 *
 * @returns which one begins, or null: the chain is at its end.
 */
export async function nextInChain(
  tx: Tx,
  escalationId: string,
  chain: readonly ProcedureRow[],
  outcome: string,
): Promise<Procedure | null> {
  const current = underWay(chain);
  if (!current) return null;
  await updateProcedure(tx, escalationId, current.position, { outcome, ended_at: tx.now });
  const next = chain.find((one) => one.position > current.position);
  if (!next) return null;
  await updateProcedure(tx, escalationId, next.position, { began_at: tx.now });
  return next.kind;
}
