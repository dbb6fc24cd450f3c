import { findPersonalData } from '#kernel/personal-data.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { StepInput } from '../forms/escalations.ts';
import { mayStep } from '../permissions.ts';
import { escalationLeadsTo } from '../rules/escalation-lifecycle.ts';
import { whyNotNow } from '../rules/why-not.ts';
import { insertProcedures } from '../store/chain.ts';
import { type EscalationPatch, lockEscalation } from '../store/escalations.ts';
import { dueByRules, type Known, knownEscalations } from './known-escalation.ts';
import { keepDecision, nextInChain, saveStep, tellReporter } from './save-step.ts';
import { sendWhistle } from './send-whistle.ts';

/**
 * Takes an escalation a step further: triage, the way it goes, the decision, the bodies that have to act one after the
 * other, the reply at the original deadline, the end. The reporter of its matter reads each of these in plain words.
 *
 * @returns refusals: not there, not theirs, seen by somebody else first, not possible now, a phone or the like in what
 *   the reporter reads, a chain without a body, and those of a whistle.
 * @source domain brief §4.2
 */
export async function moveEscalation(tx: Tx, input: StepInput): Promise<Result<void>> {
  const row = await lockEscalation(tx, input.escalationId);
  const known = row && (await knownEscalations(tx, [row]))[0];
  if (!known) return refuse('escalations.not-found');
  const refusal = mayStep(tx.actor, input.step, known.facts);
  if (refusal) return { ok: false, refusal };
  if (row.version !== input.version) return refuse('escalations.changed-meanwhile');
  const to = escalationLeadsTo(input.step, known.facts);
  if (to === null) return { ok: false, refusal: whyNotNow(input.step, known.facts) };
  if ('text' in input && findPersonalData(input.text).length > 0)
    return refuse('escalations.holds-personal-data', { field: 'text', source: 'DOMAIN §3.12' });
  const done = await beside(tx, known, input);
  if (!done.ok) return done;
  const reason = 'text' in input ? input.text : null;
  await saveStep(tx, row, input.step, to, { reason, ...done.value });
  const day = done.value.patch?.ad_hoc_due_at;
  await tellReporter(tx, row, input.step, {
    ...(reason ? { text: reason } : {}),
    ...(day instanceof Date ? { day: dateKey(day) } : {}),
  });
  return ok();
}

type Beside = { readonly patch?: EscalationPatch; readonly data?: Readonly<Record<string, unknown>> };

/** What a step writes besides the state. */
async function beside(tx: Tx, known: Known, input: StepInput): Promise<Result<Beside>> {
  const { row, matter, whistles, procedures } = known;
  switch (input.step) {
    case 'triage':
      return ok({ patch: { assessment: input.text } });
    case 'schedule':
      return ok({
        patch: { forum: input.forum, meeting_id: null, ad_hoc_due_at: null },
        data: { forum: input.forum },
      });
    case 'call-ad-hoc': {
      const ad_hoc_due_at = await dueByRules(tx, 'adHocMeetingWorkdays');
      return ok({ patch: { forum: 'JOINT', meeting_id: null, ad_hoc_due_at } });
    }
    case 'whistle': {
      const sent = await sendWhistle(tx, row, matter.level, whistles, {
        orgId: input.orgId,
        text: input.text,
        from: null,
      });
      return sent.ok ? ok({ data: { whistleId: sent.value, orgId: input.orgId } }) : sent;
    }
    case 'record-decision':
      await keepDecision(tx, row.id, { text: input.text, code: null, open: false });
      return ok({});
    case 'reply-interim':
      return ok({ patch: { interim_text: input.text, interim_at: tx.now } });
    case 'plan-procedures': {
      const first = procedures.length + 1;
      if (input.procedures.length < 2)
        return refuse('escalations.chain-needs-two', { field: 'procedures.1' });
      const rows = input.procedures.map((kind, at) => ({
        kind,
        position: first + at,
        began_at: at === 0 ? tx.now : null,
      }));
      await insertProcedures(tx, row.id, rows);
      return ok({ data: { procedures: input.procedures } });
    }
    case 'finish-procedure':
      return ok({ data: { next: await nextInChain(tx, row.id, procedures, input.text) } });
    default:
      return ok({});
  }
}
