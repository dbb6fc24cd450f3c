import type { Tx } from '#platform/db/database.ts';
import { type ConsentOffer, consentsToOffer } from '../../rules/resident/consents.ts';
import { ownDataRows } from '../../store/own-data.ts';

/** One of one's own matters with the consents that can be given or taken back on it. */
export type MatterConsentView = {
  readonly matterId: string;
  readonly code: string;
  readonly title: string;
  readonly submittedAt: Date;
  readonly consents: readonly ConsentOffer[];
};

/** The actor's own matters on which a consent means something; those with a given one first. */
export async function ownMattersByConsent(tx: Tx): Promise<MatterConsentView[]> {
  if (tx.actor.personId === null) return [];
  const matters = (await ownDataRows(tx, tx.actor.personId)).map((row) => ({
    matterId: row.id,
    code: row.code,
    title: row.title,
    submittedAt: row.submittedAt,
    consents: consentsToOffer(row),
  }));
  const isGiven = (one: MatterConsentView) => one.consents.some(({ given }) => given);
  return matters
    .filter(({ consents }) => consents.length > 0)
    .sort((a, b) => Number(isGiven(b)) - Number(isGiven(a)));
}
