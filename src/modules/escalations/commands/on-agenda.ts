import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { escalationLeadsTo } from '../rules/escalation-lifecycle.ts';
import { lockEscalation } from '../store/escalations.ts';
import { type Known, knownEscalations } from './known-escalation.ts';
import { keepDecision, nextInChain, saveStep, tellReporter, underWay } from './save-step.ts';

async function locked(tx: Tx, id: string): Promise<Known | null> {
  const row = await lockEscalation(tx, id);
  return (row && (await knownEscalations(tx, [row]))[0]) ?? null;
}

/**
 * Puts an escalation on the agenda of a meeting, or takes it off: it waits for another one then. For the meeting, which
 * has asked its own permission.
 *
 * @param meetingId null: taken off.
 * @returns refusals: not there, it does not wait for a meeting.
 */
export async function scheduleEscalation(
  tx: Tx,
  input: { readonly escalationId: string; readonly meetingId: string | null },
): Promise<Result<void>> {
  const known = await locked(tx, input.escalationId);
  if (!known) return refuse('escalations.not-found');
  const step = input.meetingId ? 'put-on-agenda' : 'take-off-agenda';
  const to = escalationLeadsTo(step, known.facts);
  if (to === null) return refuse('escalations.not-in-this-state');
  await saveStep(tx, known.row, step, to, {
    patch: { meeting_id: input.meetingId },
    data: { meetingId: input.meetingId ?? known.row.meeting_id },
  });
  return ok();
}

/** The resolution of a meeting, or its conclusion without one. */
export type MeetingDecision = {
  readonly escalationId: string;
  readonly text: string;
  /** Actions of its resolution; none: nothing has to be followed. */
  readonly actionIds: readonly string[];
  /** `R-2026-09` */
  readonly code?: string;
};

/**
 * What a meeting decided. With actions it is followed at once; without, the general branch says what comes next. The
 * same resolution told twice counts once.
 *
 * @returns refusals: not there, over already.
 * @source domain brief §4.2 (→ DECIDED → TRACKING)
 */
export async function escalationDecided(tx: Tx, input: MeetingDecision): Promise<Result<void>> {
  const known = await locked(tx, input.escalationId);
  if (!known) return refuse('escalations.not-found');
  const { row, facts, decisions, procedures } = known;
  const code = input.code ?? null;
  if (code !== null && decisions.some((one) => one.code === code)) return ok();
  const to = escalationLeadsTo('decided', facts);
  if (to === null) return refuse('escalations.not-in-this-state');
  await keepDecision(tx, row.id, { text: input.text, code, open: input.actionIds.length > 0 });
  const kind = underWay(procedures)?.kind;
  const next =
    kind === 'MEETING' || kind === 'HEARING' ? await nextInChain(tx, row.id, procedures, input.text) : null;
  await saveStep(tx, row, 'decided', to, {
    reason: input.text,
    data: { actionIds: input.actionIds, ...(code ? { code } : {}), ...(next ? { next } : {}) },
  });
  // A resolution tells its matters of itself.
  if (code === null) await tellReporter(tx, row, 'record-decision', { text: input.text });
  if (to === 'DECIDED' && input.actionIds.length > 0)
    await saveStep(tx, { ...row, state: 'DECIDED' }, 'begin-tracking', 'TRACKING');
  return ok();
}

/**
 * The meeting left it to the owners: a proposal to their committee, never a resolution.
 *
 * @source domain brief §4.2 (TO_BALLOT), §4.3
 */
export async function escalationLeftToOwners(
  tx: Tx,
  input: { readonly escalationId: string; readonly text: string },
): Promise<Result<void>> {
  const known = await locked(tx, input.escalationId);
  if (!known) return refuse('escalations.not-found');
  const to = escalationLeadsTo('left-to-owners', known.facts);
  if (to === null) return refuse('escalations.not-in-this-state');
  const { row, procedures } = known;
  const next =
    underWay(procedures)?.kind === 'MEETING' ? await nextInChain(tx, row.id, procedures, input.text) : null;
  await saveStep(tx, row, 'left-to-owners', to, {
    reason: input.text,
    patch: { meeting_id: null },
    data: next ? { next } : {},
  });
  await tellReporter(tx, row, 'left-to-owners', { text: input.text });
  return ok();
}

/** The meeting noted it, or sent it to the street or to another meeting: the general branch takes another way. */
export async function escalationSentBack(
  tx: Tx,
  input: { readonly escalationId: string; readonly text: string },
): Promise<Result<void>> {
  const known = await locked(tx, input.escalationId);
  if (!known) return refuse('escalations.not-found');
  const to = escalationLeadsTo('sent-back', known.facts);
  if (to === null) return refuse('escalations.not-in-this-state');
  await saveStep(tx, known.row, 'sent-back', to, { reason: input.text, patch: { meeting_id: null } });
  return ok();
}
