import { ok, type Result, refuse } from '#kernel/result.ts';
import { addWorkdays, dateKey } from '#kernel/work-calendar.ts';
import { rulesInForce, rulesVersion } from '#modules/agreements/facade.server.ts';
import { contentHash } from '#platform/audit/content-hash.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { MoveMeeting } from '../../forms/meetings.ts';
import { timetable } from '../../rules/timetable.ts';
import { itemsOf, updateItemsIn } from '../../store/agenda.ts';
import { forgetReviews, reviewsOf, type updateMeeting } from '../../store/meetings.ts';
import { type Gathered, whoIsHere } from '../gather-meeting.part.ts';
import { minutesOf } from '../minutes/minutes-text.part.ts';
import { offerMinutes } from '../minutes/offer-minutes.part.ts';
import { dayFits, momentOf } from './plan-meeting.ts';

type Patch = Parameters<typeof updateMeeting>[2];

/** How long before its hour a meeting may be opened, in minutes. */
const EARLY_MINUTES = 60;

/** What a step writes besides the state, and what it asks for before. */
export async function patchOf(tx: Tx, gathered: Gathered, input: MoveMeeting): Promise<Result<Patch>> {
  switch (input.step) {
    case 'open-agenda':
    case 'archive-meeting':
    case 'reopen-agenda':
      return ok({});
    case 'fix-agenda':
      return agendaFits(tx, gathered);
    case 'send-notice':
      return noticeFits(tx, gathered);
    case 'open-session':
      return sessionOpens(tx, gathered);
    case 'close-session':
    case 'close-inquorate':
      return sessionCloses(tx, gathered, input.step);
    case 'send-minutes':
      return minutesGoRound(tx, gathered);
    case 'redraft-minutes':
      await forgetReviews(tx, gathered.meeting.id);
      return ok({ review_until: null });
    case 'sign-minutes':
      return minutesAreSigned(tx, gathered);
    case 'publish-minutes':
      return offerMinutes(tx, gathered);
    case 'postpone-meeting':
    case 'cancel-meeting':
      if (input.step === 'cancel-meeting')
        await updateItemsIn(tx, gathered.meeting.id, ['WAITING'], { state: 'NOT_REACHED' });
      return ok({ reason: input.reason, sequence: gathered.meeting.sequence + 1 });
    case 'set-new-day':
      return newDay(tx, gathered, input);
  }
}

/** Somebody has to be told what is talked about: an agenda of the opening item alone is none. */
async function agendaFits(tx: Tx, { meeting }: Gathered): Promise<Result<Patch>> {
  const items = (await itemsOf(tx, meeting.id)).filter(({ state }) => state === 'WAITING');
  return items.length > 1 ? ok({}) : refuse('meetings.agenda-empty');
}

/** Agenda and papers go out the working days before that the rules ask for; that cannot be shortened. */
async function noticeFits(tx: Tx, { meeting, seats }: Gathered): Promise<Result<Patch>> {
  if (seats.length === 0) return refuse('meetings.no-seats');
  const rules = await rulesInForce(tx, dateKey(meeting.starts_at));
  if (!rules) return refuse('meetings.no-rules');
  const table = timetable(meeting.starts_at, meeting.is_ad_hoc, rules.numbers, await loadCalendar(tx));
  if (!table.known) return refuse('meetings.calendar-missing', { params: { year: table.year } });
  if (tx.now > table.value.noticeBy)
    return refuse('meetings.notice-too-late', {
      params: {
        label: rules.label,
        clause: meeting.is_ad_hoc ? rules.clauses.adHocHours : rules.clauses.noticeWorkdays,
      },
    });
  return ok({ noticed_at: tx.now, rules_version_id: rules.id, sequence: meeting.sequence + 1 });
}

/** On its day, at most an hour early; from now on it is held under the rules in force today. */
async function sessionOpens(tx: Tx, { meeting }: Gathered): Promise<Result<Patch>> {
  if (tx.now.getTime() < meeting.starts_at.getTime() - EARLY_MINUTES * 60_000)
    return refuse('meetings.too-early');
  const rules = await rulesInForce(tx, dateKey(tx.now));
  if (!rules) return refuse('meetings.no-rules');
  return ok({ opened_at: tx.now, rules_version_id: rules.id });
}

/** What was not reached comes back by itself; without a quorum it was an exchange and resolved nothing. */
async function sessionCloses(
  tx: Tx,
  gathered: Gathered,
  step: 'close-session' | 'close-inquorate',
): Promise<Result<Patch>> {
  const { meeting } = gathered;
  const rules = await rulesVersion(tx, meeting.rules_version_id);
  if (!rules) return refuse('meetings.no-rules');
  const { quorate } = await whoIsHere(tx, gathered, rules.numbers);
  const concluded = (await itemsOf(tx, meeting.id)).filter(({ state }) => state === 'CONCLUDED');
  const hasResolved = concluded.some(
    ({ outcome }) => outcome === 'CONSENSUS' || outcome === 'BROAD_CONSENSUS',
  );
  if (step === 'close-session' && !quorate && !hasResolved) return refuse('meetings.close-as-exchange');
  if (step === 'close-inquorate' && (quorate || hasResolved)) return refuse('meetings.is-quorate');
  await updateItemsIn(tx, meeting.id, ['WAITING', 'IN_DISCUSSION'], { state: 'NOT_REACHED' });
  return ok({ closed_at: tx.now });
}

/** Each organisation with a seat reads the draft; after the period of the rules silence counts as agreement. */
async function minutesGoRound(tx: Tx, { meeting }: Gathered): Promise<Result<Patch>> {
  const rules = await rulesVersion(tx, meeting.rules_version_id);
  if (!rules) return refuse('meetings.no-rules');
  const until = addWorkdays(await loadCalendar(tx), tx.now, rules.numbers.silenceWorkdays);
  if (!until.known) return refuse('meetings.calendar-missing', { params: { year: until.year } });
  return ok({ review_until: until.value });
}

/** Signed once everybody agreed or the period is over, and nobody disagrees. */
async function minutesAreSigned(tx: Tx, gathered: Gathered): Promise<Result<Patch>> {
  const { meeting, seats } = gathered;
  const reviews = await reviewsOf(tx, meeting.id);
  if (reviews.some(({ agrees }) => !agrees)) return refuse('meetings.somebody-disagrees');
  const asked = new Set(seats.map((seat) => seat.org_id));
  for (const review of reviews) asked.delete(review.org_id);
  if (asked.size > 0 && meeting.review_until && tx.now < meeting.review_until)
    return refuse('meetings.still-reviewing');
  const minutes = await minutesOf(tx, gathered);
  return ok({
    signed_at: tx.now,
    signed_by_post_id: tx.actor.post?.postId ?? null,
    minutes_text: JSON.stringify(minutes),
    sealed: contentHash(minutes),
  });
}

/** A new day asks for a new notice. */
async function newDay(
  tx: Tx,
  { meeting }: Gathered,
  input: { readonly startsAt: string; readonly place: string },
): Promise<Result<Patch>> {
  const startsAt = momentOf(input.startsAt);
  const rules = await dayFits(tx, startsAt, meeting.is_ad_hoc);
  if (!rules.ok) return rules;
  return ok({
    starts_at: startsAt,
    place: input.place,
    rules_version_id: rules.value,
    noticed_at: null,
    reason: null,
    sequence: meeting.sequence + 1,
  });
}
