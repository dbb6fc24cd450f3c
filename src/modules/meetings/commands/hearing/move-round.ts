import { ok, type Result, refuse } from '#kernel/result.ts';
import { addWorkdays, dateKey } from '#kernel/work-calendar.ts';
import { rulesVersion } from '#modules/agreements/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { HEARING_EVENTS, HEARING_SUBJECTS } from '../../contract/hearing.ts';
import type { MoveRound } from '../../forms/hearing.ts';
import { mayHear } from '../../permissions.ts';
import { balanceOf, seatsWillDo } from '../../rules/hearing/balance.ts';
import { roundAfter } from '../../rules/hearing/round-lifecycle.ts';
import { keptDay, mayBePutOff, stillRecruiting } from '../../rules/hearing/timing.ts';
import { lockRound, type RoundRow, updateRound } from '../../store/hearing/hearings.ts';
import { forgetContacts, markCame, signUpsOf } from '../../store/hearing/sign-ups.ts';
import { namesNobody } from '../plain-words.part.ts';

const EVENTS = {
  'set-hearing': HEARING_EVENTS.set,
  'postpone-hearing': HEARING_EVENTS.postponed,
  'cancel-hearing': HEARING_EVENTS.cancelled,
  'hold-hearing': HEARING_EVENTS.held,
} as const;

/**
 * Takes a round a step further: set, once recruiting is over and the seats stand for those it concerns; put off;
 * cancelled; held, with what was said and who came.
 *
 * @returns refusals: not the residents' committee; not there; not possible in this state; changed meanwhile; still
 *   recruiting; the balance of the seats; a day that is not later; before it has begun; words that name somebody;
 *   nobody who came.
 * @source domain brief §3.6, §4.3
 */
export async function moveRound(tx: Tx, input: MoveRound): Promise<Result<void>> {
  const refusal = mayHear(tx.actor, input.step);
  if (refusal) return { ok: false, refusal };
  const round = await lockRound(tx, input.roundId);
  if (!round) return refuse('meetings.hearing-not-found');
  const to = roundAfter(input.step, round.state);
  if (to === null || to === 'NONE') return refuse('meetings.not-in-this-state');
  if (round.version !== input.version) return refuse('meetings.changed-meanwhile');
  const patch = await patchOf(tx, round, input);
  if (!patch.ok) return patch;
  await updateRound(tx, round.id, { ...patch.value, state: to });
  if (to === 'CANCELLED') await forgetContacts(tx, round.id);
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: HEARING_SUBJECTS.hearing,
    subjectId: round.hearing_id,
    kind: EVENTS[input.step],
    from: round.state,
    to,
    reason: 'reason' in input ? input.reason : null,
    data: { roundId: round.id, number: round.number },
  });
  return ok();
}

type Patch = Parameters<typeof updateRound>[2];

/** What a step writes besides the state. */
async function patchOf(tx: Tx, round: RoundRow, input: MoveRound): Promise<Result<Patch>> {
  switch (input.step) {
    case 'set-hearing':
      return setWith(tx, round, input.balanceReason);
    case 'postpone-hearing': {
      const was = { recruitsUntil: round.recruits_until, startsAt: round.starts_at };
      const may = mayBePutOff(was, input, tx.now);
      if (!may.ok) return may;
      const plain = await namesNobody(tx, [input.reason, input.place], 'reason');
      if (!plain.ok) return plain;
      const { recruitsUntil, startsAt, place, reason } = input;
      return ok({ recruits_until: recruitsUntil, starts_at: startsAt, place, reason });
    }
    case 'cancel-hearing': {
      const plain = await namesNobody(tx, [input.reason], 'reason');
      return plain.ok ? ok({ reason: input.reason }) : plain;
    }
    case 'hold-hearing':
      return heldWith(tx, round, input);
  }
}

/** Set: recruiting is over, the hearing is still to come, and the seats will do or a reason says why not. */
async function setWith(tx: Tx, round: RoundRow, typed: string): Promise<Result<Patch>> {
  if (stillRecruiting(round.recruits_until, dateKey(tx.now)))
    return refuse('meetings.still-recruiting', {
      params: { day: round.recruits_until },
      source: 'DOMAIN §4.3',
    });
  if (round.starts_at <= tx.now) return refuse('meetings.hearing-gone-by');
  const list = await signUpsOf(tx, [round.id]);
  const balance = balanceOf(list.map((one) => ({ ...one, seated: one.state === 'SEATED' })));
  const will = seatsWillDo(balance, typed);
  if (!will.ok) return will;
  const plain = await namesNobody(tx, [typed], 'balanceReason');
  if (!plain.ok) return plain;
  const isBalanced = balance.lines.every((line) => line.verdict === 'MET');
  return ok({ set_at: tx.now, balance_reason: isBalanced ? '' : typed, reason: null });
}

type Held = Extract<MoveRound, { step: 'hold-hearing' }>;

/** Held: who came among those with a seat, and by when every opinion has its answer. */
async function heldWith(tx: Tx, round: RoundRow, input: Held): Promise<Result<Patch>> {
  if (tx.now < round.starts_at) return refuse('meetings.hearing-to-come', { source: 'DOMAIN §4.3' });
  const seated = (await signUpsOf(tx, [round.id])).filter((one) => one.state === 'SEATED');
  const came = [...input.cameIds, ...input.remoteIds];
  if (came.some((id) => !seated.some((one) => one.id === id))) return refuse('meetings.sign-up-not-found');
  if (came.length === 0) return refuse('meetings.nobody-came', { field: 'cameIds' });
  await markCame(tx, input.cameIds, 'ROOM');
  await markCame(
    tx,
    input.remoteIds.filter((id) => !input.cameIds.includes(id)),
    'REMOTE',
  );
  const rules = await rulesVersion(tx, round.rules_version_id);
  const days = rules?.numbers.hearingAnswerWorkdays;
  const due = days ? keptDay(addWorkdays(await loadCalendar(tx), tx.now, days)) : null;
  return ok({ held_at: tx.now, record: input.record, answer_due_at: due });
}
