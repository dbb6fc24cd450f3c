import { dateKey } from '#kernel/work-calendar.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { organisationsByIds, placesByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { HearingStage, OpinionStance, RoundState, Verdict } from '../../contract/hearing.ts';
import { verdictCounts } from '../../rules/hearing/answers.ts';
import { type Balance, balanceOf } from '../../rules/hearing/balance.ts';
import { answersAreLate, stillRecruiting } from '../../rules/hearing/timing.ts';
import { type HearingRow, type RoundRow, roundsOf } from '../../store/hearing/hearings.ts';
import { type OpinionRow, opinionsOf } from '../../store/hearing/opinions.ts';
import { type SignUpRow, signUpsOf } from '../../store/hearing/sign-ups.ts';

/** An opinion with what became of it, as it passed the gate. */
export type PublicOpinion = {
  readonly number: number;
  readonly stance: OpinionStance;
  readonly text: string;
  readonly verdict: Verdict;
  readonly answer: string;
};

/** A round as everybody may read it: counts, never a name. */
export type PublicRound = {
  readonly id: string;
  readonly number: number;
  readonly stage: HearingStage;
  readonly state: RoundState;
  readonly question: string;
  readonly background: string;
  readonly recruitsUntil: string;
  /** One may sign up now. */
  readonly isOpen: boolean;
  readonly startsAt: Date;
  readonly place: string;
  readonly reason: string | null;
  readonly signedUp: number;
  readonly balance: Balance;
  readonly balanceReason: string;
  /** Those with a seat who came, and how many of them are directly affected; null before it was held. */
  readonly came: { readonly all: number; readonly affected: number } | null;
  readonly answerDueAt: Date | null;
  readonly isLate: boolean;
  readonly record: string | null;
  /** How many opinions are in the register, by what they say. */
  readonly register: Readonly<Record<OpinionStance, number>>;
  /** The response table; empty before it is published. */
  readonly answers: readonly PublicOpinion[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
};

export type PublicHearing = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly affectedText: string;
  readonly estate: TwoNames | null;
  readonly convener: TwoNames | null;
  readonly decider: TwoNames | null;
  readonly deciderOrgId: string;
  readonly rounds: readonly PublicRound[];
};

/** Hearings as everybody may read them, each with its rounds, the last round last. */
export async function hearingViews(tx: Tx, rows: readonly HearingRow[]): Promise<PublicHearing[]> {
  const rounds = await roundsOf(
    tx,
    rows.map((row) => row.id),
  );
  const signUps = await signUpsOf(
    tx,
    rounds.map((round) => round.id),
  );
  const opinions = await opinionsOf(
    tx,
    rows.map((row) => row.id),
  );
  const orgs = await organisationsByIds(
    tx,
    rows.flatMap((row) => [row.announced_by_org_id, row.decider_org_id]),
  );
  const estateIds = rows.flatMap((row) => row.estate_id ?? []);
  const places = await placesByIds(
    tx,
    estateIds.map((estateId) => ({ estateId })),
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    title: row.title,
    affectedText: row.affected_text,
    estate: places.find((place) => place.estate.id === row.estate_id)?.estate ?? null,
    convener: orgs.get(row.announced_by_org_id) ?? null,
    decider: orgs.get(row.decider_org_id) ?? null,
    deciderOrgId: row.decider_org_id,
    rounds: rounds
      .filter((round) => round.hearing_id === row.id)
      .map((round) =>
        roundView(
          tx.now,
          round,
          signUps.filter((one) => one.round_id === round.id),
          opinions.filter((one) => one.round_id === round.id),
        ),
      ),
  }));
}

function roundView(
  now: Date,
  round: RoundRow,
  signUps: readonly SignUpRow[],
  opinions: readonly OpinionRow[],
): PublicRound {
  const came = signUps.filter((one) => one.came !== null);
  const answers = opinions.flatMap(({ number, stance, public_text: text, verdict, public_answer: answer }) =>
    text === null || answer === null || verdict === null ? [] : [{ number, stance, text, verdict, answer }],
  );
  const saying = (stance: OpinionStance) => opinions.filter((one) => one.stance === stance).length;
  return {
    id: round.id,
    number: round.number,
    stage: round.stage,
    state: round.state,
    question: round.question,
    background: round.background,
    recruitsUntil: round.recruits_until,
    isOpen: round.state === 'RECRUITING' && stillRecruiting(round.recruits_until, dateKey(now)),
    startsAt: round.starts_at,
    place: round.place,
    reason: round.reason,
    signedUp: signUps.length,
    balance: balanceOf(signUps.map((one) => ({ ...one, seated: one.state === 'SEATED' }))),
    balanceReason: round.balance_reason ?? '',
    came: round.held_at && { all: came.length, affected: came.filter((one) => one.affected).length },
    answerDueAt: round.answer_due_at,
    isLate: round.state === 'HELD' && answersAreLate(round.answer_due_at, now),
    record: round.public_record,
    register: { SUPPORT: saying('SUPPORT'), OPPOSE: saying('OPPOSE'), CONDITION: saying('CONDITION') },
    answers,
    verdicts: verdictCounts(answers),
  };
}
