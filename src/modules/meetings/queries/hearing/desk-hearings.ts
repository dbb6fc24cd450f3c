import { maskPhone } from '#kernel/contact.ts';
import { isUuid } from '#kernel/ids.ts';
import { approvalsOf } from '#modules/redaction/facade.server.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { organisations, peopleByIds, placeTree } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  HEARING_SUBJECTS,
  type HearingAction,
  type OpinionSource,
  type OpinionStance,
  type Stance,
  type Verdict,
} from '../../contract/hearing.ts';
import { mayHear } from '../../permissions.ts';
import { hearingSteps } from '../../rules/hearing/round-lifecycle.ts';
import { hearingById, latestHearings, roundsOf } from '../../store/hearing/hearings.ts';
import { opinionsOfRound } from '../../store/hearing/opinions.ts';
import { signUpsOf } from '../../store/hearing/sign-ups.ts';
import { hearingViews, type PublicHearing, type PublicRound } from './hearing-views.ts';

const MOST = 60;

/** Somebody on the list, as the committee sees them. */
export type ListedSignUp = {
  readonly id: string;
  readonly name: string;
  /** `138****1234`; null when there is none, or it is in the register. */
  readonly phone: string | null;
  readonly stance: Stance;
  readonly affected: boolean;
  readonly elder: boolean;
  readonly seated: boolean;
  readonly came: 'ROOM' | 'REMOTE' | null;
};

/** An opinion of the register, before it is published. */
export type RegisteredOpinion = {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly stance: OpinionStance;
  readonly source: OpinionSource;
  readonly text: string;
  readonly verdict: Verdict | null;
  readonly answer: string | null;
};

export type DeskHearing = {
  readonly hearing: PublicHearing;
  /** The round that is going on, the last one. */
  readonly round: PublicRound;
  readonly version: number;
  readonly heldRecord: string | null;
  readonly steps: readonly HearingAction[];
  /** Null: the list is for the residents' committee. */
  readonly list: readonly ListedSignUp[] | null;
  /** Null: not for the reader before it is published. */
  readonly opinions: readonly RegisteredOpinion[] | null;
  /** The answers stand at the gate, waiting for a second person. */
  readonly pieceId: string | null;
};

/** Hearings at the desk, the one announced last on top. */
export async function deskHearings(
  tx: Tx,
): Promise<{ readonly hearings: readonly PublicHearing[]; readonly mayAnnounce: boolean }> {
  const hearings = await hearingViews(tx, await latestHearings(tx, MOST));
  return { hearings, mayAnnounce: mayHear(tx.actor, 'announce-hearing') === null };
}

/** A hearing with its last round and what the reader may do now; null: there is none. */
export async function deskHearing(tx: Tx, id: string): Promise<DeskHearing | null> {
  const row = isUuid(id) ? await hearingById(tx, id) : undefined;
  if (!row) return null;
  const [hearing] = await hearingViews(tx, [row]);
  const kept = (await roundsOf(tx, [row.id])).at(-1);
  const round = hearing?.rounds.at(-1);
  if (!hearing || !round || !kept) return null;
  const relation = { deciderOrgId: row.decider_org_id };
  // What the list was for is over once the answers are out, and the register then stands in the round for everybody.
  const isOver = kept.state === 'ANSWERED' || kept.state === 'CANCELLED';
  const readsList = !isOver && mayHear(tx.actor, 'seat-participants') === null;
  const readsOpinions = !isOver && mayHear(tx.actor, 'answer-opinion', relation) === null;
  const piece = (await approvalsOf(tx, HEARING_SUBJECTS.answers, [kept.id])).get(kept.id);
  const isWaiting = piece !== undefined && ['DRAFT', 'CHECKED', 'SENT_BACK'].includes(piece.state);
  return {
    hearing,
    round,
    version: kept.version,
    heldRecord: readsOpinions ? kept.record : null,
    steps: hearingSteps(tx.actor, kept.state, relation),
    list: readsList ? await listOf(tx, kept.id) : null,
    opinions: readsOpinions ? await registerOf(tx, kept.id) : null,
    pieceId: isWaiting ? piece.pieceId : null,
  };
}

async function listOf(tx: Tx, roundId: string): Promise<ListedSignUp[]> {
  const rows = await signUpsOf(tx, [roundId]);
  const people = await peopleByIds(
    tx,
    rows.flatMap((row) => row.person_id ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name ?? people.get(row.person_id ?? '')?.name ?? '—',
    phone: row.phone_cipher && maskPhone(tx.vault.decrypt(row.phone_cipher)),
    stance: row.stance,
    affected: row.affected,
    elder: row.elder,
    seated: row.state === 'SEATED',
    came: row.came,
  }));
}

async function registerOf(tx: Tx, roundId: string): Promise<RegisteredOpinion[]> {
  const rows = await opinionsOfRound(tx, roundId);
  return rows.map(({ id, version, number, stance, source, text, verdict, answer }) => ({
    id,
    version,
    number,
    stance,
    source,
    text,
    verdict,
    answer,
  }));
}

export type AnnounceChoices = {
  readonly estates: readonly (TwoNames & { readonly id: string })[];
  readonly deciders: readonly (TwoNames & { readonly id: string })[];
  /** The hearing another round is announced of. */
  readonly of: { readonly hearing: PublicHearing; readonly estateId: string | null } | null;
};

/** Organisations that decide something residents are heard about. */
const DECIDERS = new Set([
  'RESIDENTS_COMMITTEE',
  'OWNERS_COMMITTEE',
  'PROPERTY_COMPANY',
  'HOUSING_OFFICE',
  'DISTRICT_HOUSING_BUREAU',
  'SUBDISTRICT_OFFICE',
  'AGENCY',
]);

/** What one may choose when a hearing, or another round of one, is announced. */
export async function announceChoices(tx: Tx, hearingId: string | null): Promise<AnnounceChoices> {
  const row = hearingId && isUuid(hearingId) ? await hearingById(tx, hearingId) : undefined;
  const [hearing] = row ? await hearingViews(tx, [row]) : [];
  const names = <T extends TwoNames & { readonly id: string }>({ id, nameZh, nameEn }: T) => ({
    id,
    nameZh,
    nameEn,
  });
  return {
    estates: (await placeTree(tx)).map(names),
    deciders: (await organisations(tx)).filter((org) => DECIDERS.has(org.kind)).map(names),
    of: row && hearing ? { hearing, estateId: row.estate_id } : null,
  };
}
