import { personConcerned } from '#kernel/actor.ts';
import { isUuid } from '#kernel/ids.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Stance } from '../../contract/hearing.ts';
import { hearingById, latestHearings } from '../../store/hearing/hearings.ts';
import { signUpsOf } from '../../store/hearing/sign-ups.ts';
import { hearingViews, type PublicHearing } from './hearing-views.ts';

const MOST = 60;

/** Hearings for everybody, the one announced last on top. */
export async function publicHearings(tx: Tx): Promise<PublicHearing[]> {
  return hearingViews(tx, await latestHearings(tx, MOST));
}

/** A hearing one may sign up for now, in short. */
type OpenHearing = {
  readonly id: string;
  readonly title: string;
  readonly estate: TwoNames | null;
  readonly recruitsUntil: string;
  readonly startsAt: Date;
};

/** Hearings one may sign up for now, the one that closes first on top. */
export async function openHearings(tx: Tx): Promise<OpenHearing[]> {
  return (await publicHearings(tx))
    .flatMap(({ id, title, estate, rounds }) => {
      const round = rounds.at(-1);
      if (!round?.isOpen) return [];
      return [{ id, title, estate, recruitsUntil: round.recruitsUntil, startsAt: round.startsAt }];
    })
    .toSorted((a, b) => a.recruitsUntil.localeCompare(b.recruitsUntil));
}

/** One's own place on the list of a round. */
export type OwnSignUp = {
  readonly id: string;
  readonly roundId: string;
  readonly state: 'WAITING' | 'SEATED';
  readonly stance: Stance;
};

/** A hearing for everybody, and what the reader signed up for; null: there is none. */
export async function publicHearing(
  tx: Tx,
  id: string,
): Promise<{ readonly hearing: PublicHearing; readonly own: readonly OwnSignUp[] } | null> {
  const row = isUuid(id) ? await hearingById(tx, id) : undefined;
  if (!row) return null;
  const [hearing] = await hearingViews(tx, [row]);
  if (!hearing) return null;
  const personId = personConcerned(tx.actor);
  const all =
    personId === null
      ? []
      : await signUpsOf(
          tx,
          hearing.rounds.map((round) => round.id),
        );
  const own = all.flatMap(({ id: signUpId, person_id, round_id, state, stance }) =>
    person_id === personId && state !== 'WITHDRAWN'
      ? [{ id: signUpId, roundId: round_id, state, stance }]
      : [],
  );
  return { hearing, own };
}
