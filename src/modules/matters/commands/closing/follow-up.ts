import { ok, type Result, refuse } from '#kernel/result.ts';
import type { WorkCalendar } from '#kernel/work-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AcceptMatter, AnswerFollowUp, RecordFollowUp } from '../../forms/handling.ts';
import { type Answer, afterAnswer } from '../../rules/after-answer.ts';
import { after, rulesAt } from '../../rules/pace/deadlines.ts';
import { insertDetail } from '../../store/details.ts';
import type { MatterRow } from '../../store/rows.ts';
import { type Changed, changeMatter, type Decision, type Known } from '../engine/change-matter.ts';

/** Somebody outside the handlers' organisations takes the follow-up on. */
export function takeFollowUp(tx: Tx, input: AcceptMatter): Promise<Result<Changed>> {
  return changeMatter(tx, 'take-follow-up', input, () =>
    ok({ to: 'FOLLOW_UP', patch: { follow_up_post_id: tx.actor.post?.postId ?? null } }),
  );
}

/** Writes down a follow-up call: nobody answered, or what the reporter said to the two questions (§4.1). */
export function recordFollowUp(tx: Tx, input: RecordFollowUp): Promise<Result<Changed>> {
  return changeMatter(tx, 'record-follow-up', input, (known) => {
    if (input.outcome === 'NO_ANSWER') return ok(attempt(tx, known, input.text));
    if (!input.resolved) return refuse('matters.answer-both-questions', { field: 'resolved' });
    if (!input.satisfaction) return refuse('matters.answer-both-questions', { field: 'satisfaction' });
    const answer = { resolved: input.resolved === 'yes', satisfaction: input.satisfaction, text: input.text };
    return answered(tx, known, answer, 'STAFF');
  });
}

/** The reporter answers the two questions: solved? satisfied? Each reporter of a merged matter has an own answer. */
export function answerFollowUp(tx: Tx, input: AnswerFollowUp): Promise<Result<Changed>> {
  return changeMatter(tx, 'answer-follow-up', input, (known) => {
    if (known.row.status === 'MERGED' && known.row.resolved !== null)
      return refuse('matters.answered-already');
    const answer = { resolved: input.resolved === 'yes', satisfaction: input.satisfaction, text: input.text };
    return answered(tx, known, answer, 'SELF');
  });
}

function attempt(tx: Tx, { row, facts }: Known, text: string): Decision {
  return {
    to: facts.status === 'MERGED' ? 'MERGED' : 'FOLLOW_UP',
    patch: { follow_up_attempts: row.follow_up_attempts + 1, last_attempt_at: tx.now },
    data: { outcome: 'NO_ANSWER', attempt: row.follow_up_attempts + 1 },
    also: (inside) =>
      insertDetail(inside, 'matters.follow_up', {
        ...signed(inside, row, 'STAFF'),
        outcome: 'NO_ANSWER',
        text,
      }),
  };
}

function answered(
  tx: Tx,
  { row, facts, calendar }: Known,
  answer: Answer,
  by: 'SELF' | 'STAFF',
): Result<Decision> {
  const next = afterAnswer(facts.status, row.redo_count, answer.resolved);
  return ok({
    to: next.to,
    patch: {
      resolved: answer.resolved,
      satisfaction: answer.satisfaction,
      follow_up_attempts: row.follow_up_attempts + 1,
      last_attempt_at: tx.now,
      ...(next.closes ? { closed_at: tx.now } : {}),
      ...(next.redo ? redoPatch(row, calendar, tx.now) : {}),
      ...(next.to === 'ESCALATED'
        ? { escalation_reason: 'SECOND_REDO', redo_count: row.redo_count + 1, done_at: null }
        : {}),
    },
    data: { by, resolved: answer.resolved, satisfaction: answer.satisfaction, round: row.round },
    also: (inside) =>
      insertDetail(inside, 'matters.follow_up', {
        ...signed(inside, row, by),
        outcome: 'ANSWERED',
        resolved: answer.resolved,
        satisfaction: answer.satisfaction,
        text: answer.text,
      }),
  });
}

function signed(tx: Tx, row: MatterRow, by: 'SELF' | 'STAFF') {
  return {
    id: tx.newId(),
    matter_id: row.id,
    round: row.round,
    at: tx.now,
    by,
    person_id: tx.actor.personId,
    post_id: tx.actor.post?.postId ?? null,
    org_id: tx.actor.post?.orgId ?? null,
  };
}

/** A redo is a new round with its own, shorter deadlines (§3.8), or the working days the general branch gives it. */
export function redoPatch(row: MatterRow, calendar: WorkCalendar, now: Date, days?: number) {
  const { redo } = rulesAt(row.submitted_at);
  const contact = after(calendar, now, redo.contact);
  const handle = after(calendar, now, days ? { amount: days, unit: 'WORKDAY' } : redo.handle);
  return {
    round: row.round + 1,
    redo_count: row.redo_count + 1,
    contact_due_at: contact.known ? contact.value : null,
    first_contact_at: null,
    handle_due_at: handle.known ? handle.value : null,
    original_handle_due_at: handle.known ? handle.value : null,
    extended: false,
    done_at: null,
    closed_at: null,
    follow_up_due_at: null,
    follow_up_attempts: 0,
    last_attempt_at: null,
    last_progress_at: now,
    unknown_calendar_year: handle.known ? null : handle.year,
  };
}
