import type { OwnDataPart } from '#kernel/own-data.ts';
import type { Tx } from '#platform/db/database.ts';
import { ownSignUpRows } from '../../store/hearing/sign-ups.ts';

/** The hearings a person signed up for, and how. */
export async function ownSignUps(tx: Tx, personId: string): Promise<OwnDataPart> {
  const rows = await ownSignUpRows(tx, personId);
  return {
    kind: 'hearings',
    rows: rows.map(({ at, title, stance, affected, elder, state }) => ({
      at,
      title,
      stance: { code: stance, words: `meetings.hearing.stance.${stance}` },
      affected,
      elder,
      state: { code: state, words: `meetings.hearing.sign-up-state.${state}` },
    })),
  };
}
