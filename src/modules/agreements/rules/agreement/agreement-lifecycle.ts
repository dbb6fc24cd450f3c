/** The life of a co-building agreement (domain brief §4.5), as data. Pure. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import { addDays } from '#kernel/work-calendar.ts';
import type {
  AgreementAction,
  AgreementStanding,
  AgreementState,
  AgreementText,
  PartyStanding,
} from '../../contract/agreement.ts';

/** Steps that move the agreement itself; `sign-agreement` stays in SIGNING until a second party has signed. */
export const AGREEMENT_TRANSITIONS: readonly {
  readonly action: AgreementAction;
  readonly from: readonly AgreementState[];
  readonly to: AgreementState;
}[] = [
  { action: 'draft-agreement', from: ['DRAFTING', 'CONSULTING'], to: 'DRAFTING' },
  { action: 'consult-agreement', from: ['DRAFTING'], to: 'CONSULTING' },
  { action: 'open-signing', from: ['CONSULTING'], to: 'SIGNING' },
  { action: 'withdraw-agreement', from: ['DRAFTING', 'CONSULTING'], to: 'WITHDRAWN' },
  { action: 'sign-agreement', from: ['SIGNING', 'EFFECTIVE', 'UNDER_REVIEW'], to: 'EFFECTIVE' },
  { action: 'review-agreement', from: ['EFFECTIVE'], to: 'UNDER_REVIEW' },
  { action: 'keep-agreement', from: ['UNDER_REVIEW'], to: 'EFFECTIVE' },
  { action: 'end-agreement', from: ['SIGNING', 'EFFECTIVE', 'UNDER_REVIEW'], to: 'TERMINATED' },
];

/** Where an action leads from a state, or null when it is not possible there. */
export function agreementStep(action: AgreementAction, from: AgreementState): AgreementState | null {
  const step = AGREEMENT_TRANSITIONS.find((one) => one.action === action);
  return step?.from.includes(from) ? step.to : null;
}

/** Fewest parties that have signed before anything is agreed. */
const FEWEST_SIGNATURES = 2;

/** The state after a signature: the first binds nobody yet, a review goes on. */
export function stateAfterSigning(from: AgreementState, signed: number): AgreementState {
  if (from === 'UNDER_REVIEW') return from;
  return signed >= FEWEST_SIGNATURES ? 'EFFECTIVE' : 'SIGNING';
}

type Kept = {
  readonly state: AgreementState;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly followedFrom: string | null;
};

/** How an agreement stands on a day: not in force before its first day, nor after its last or the next one's first. */
export function agreementStanding(
  { state, startsOn, endsOn, followedFrom }: Kept,
  day: string,
): AgreementStanding {
  const waits = followedFrom !== null && day < followedFrom;
  const kept = waits ? 'EFFECTIVE' : state;
  if (kept !== 'EFFECTIVE' && kept !== 'UNDER_REVIEW') return kept;
  if (day > endsOn) return 'EXPIRED';
  return day < startsOn ? 'SIGNING' : kept;
}

/** Whether parties are bound by it on a day. */
export function inForce(standing: AgreementStanding): boolean {
  return standing === 'EFFECTIVE' || standing === 'UNDER_REVIEW';
}

type PartyFacts = {
  /** When it signed, the last time last. */
  readonly signedAt: readonly Date[];
  readonly askedAt: Date | null;
  readonly lastDay: string | null;
};

/** How a party stands on a day (domain brief §4.5: effective only for those who signed). */
export function partyStanding({ signedAt, askedAt, lastDay }: PartyFacts, day: string): PartyStanding {
  if (lastDay !== null && day > lastDay) return 'LEFT';
  const last = signedAt.at(-1);
  if (!last) return 'UNSIGNED';
  return askedAt !== null && askedAt > last ? 'TO_CONFIRM' : 'SIGNED';
}

/** The same day of a later year; of 29 February in a year without one, the 28th. */
function yearsLater(day: string, years: number): string {
  const same = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return addDays(same, 0) === same ? same : `${same.slice(0, 8)}28`;
}

/** The statement names both: the service contract, and what owners decide (§4.5). */
const saysWhatItReplacesNot = (statement: string) =>
  /物业服务合同|service contract/i.test(statement) && /业主|owners?\b/i.test(statement);

/** The day by which a year has passed since the agreement began or was last reviewed (§4.5, yearly). */
export function reviewDueOn(startsOn: string, reviewedOn: string | null): string {
  return yearsLater(reviewedOn ?? startsOn, 1);
}

/** Whether the text says what it must: a term of one to three years, and that it replaces no contract (§4.5). */
export function textFits({ startsOn, endsOn, statement }: AgreementText): Result<void> {
  if (!saysWhatItReplacesNot(statement))
    return refuse('agreements.statement-missing', { field: 'statement', source: 'DOMAIN §4.5' });
  if (endsOn < addDays(yearsLater(startsOn, 1), -1) || endsOn > yearsLater(startsOn, 3))
    return refuse('agreements.term-length', { field: 'endsOn', source: 'DOMAIN §4.5' });
  return ok();
}

/** Whether signing may open: everybody had until a day to speak, and two parties at least are named. */
export function signingMayOpen(today: string, consultedUntil: string, parties: number): Result<void> {
  if (today <= consultedUntil)
    return refuse('agreements.still-consulting', { params: { day: consultedUntil }, source: 'DOMAIN §4.5' });
  return parties < FEWEST_SIGNATURES ? refuse('agreements.two-parties') : ok();
}
