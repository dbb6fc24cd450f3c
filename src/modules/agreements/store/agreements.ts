import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AgreementState } from '../contract/agreement.ts';

export type AgreementRow = Omit<Selectable<DB['agreements.agreement']>, 'state'> & {
  readonly state: AgreementState;
};
export type PartyRow = Selectable<DB['agreements.party']>;
export type SignatureRow = Selectable<DB['agreements.signature']>;

const here = (tx: Tx) => tx.actor.neighborhoodId;

const agreements = (tx: Tx) =>
  tx
    .schema('agreements')
    .selectFrom('agreements.agreement')
    .selectAll()
    .$narrowType<{ state: AgreementState }>()
    .where('neighborhood_id', '=', here(tx));

/** All agreements, the one to begin last on top. */
export function allAgreements(tx: Tx): Promise<AgreementRow[]> {
  return agreements(tx).orderBy('starts_on', 'desc').orderBy('drafted_at', 'desc').execute();
}

export function agreementById(tx: Tx, id: string): Promise<AgreementRow | undefined> {
  return agreements(tx).where('id', '=', id).executeTakeFirst();
}

/** An agreement, locked until the transaction ends. */
export function lockAgreement(tx: Tx, id: string): Promise<AgreementRow | undefined> {
  return agreements(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Whether another agreement has this name. */
export async function agreementLabelTaken(tx: Tx, label: string, butId: string): Promise<boolean> {
  return (
    (await agreements(tx).where('label', '=', label).where('id', '!=', butId).executeTakeFirst()) !==
    undefined
  );
}

export async function insertAgreement(
  tx: Tx,
  row: Omit<Insertable<DB['agreements.agreement']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('agreements')
    .insertInto('agreements.agreement')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}

/** Changes an agreement; its version goes up by one. */
export async function updateAgreement(
  tx: Tx,
  id: string,
  patch: Updateable<DB['agreements.agreement']>,
): Promise<void> {
  await tx
    .schema('agreements')
    .updateTable('agreements.agreement')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', here(tx))
    .where('id', '=', id)
    .execute();
}

/** The parties of agreements, in their order. */
export function partiesOf(tx: Tx, agreementIds: readonly string[]): Promise<PartyRow[]> {
  return tx
    .schema('agreements')
    .selectFrom('agreements.party')
    .selectAll()
    .where('neighborhood_id', '=', here(tx))
    .where('agreement_id', 'in', agreementIds)
    .orderBy('position')
    .execute();
}

export async function insertParty(
  tx: Tx,
  row: Omit<Insertable<DB['agreements.party']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('agreements')
    .insertInto('agreements.party')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}

export async function updateParty(
  tx: Tx,
  agreementId: string,
  organisationId: string,
  patch: Updateable<DB['agreements.party']>,
): Promise<void> {
  await tx
    .schema('agreements')
    .updateTable('agreements.party')
    .set(patch)
    .where('neighborhood_id', '=', here(tx))
    .where('agreement_id', '=', agreementId)
    .where('organisation_id', '=', organisationId)
    .execute();
}

export async function deleteParty(tx: Tx, agreementId: string, organisationId: string): Promise<void> {
  await tx
    .schema('agreements')
    .deleteFrom('agreements.party')
    .where('neighborhood_id', '=', here(tx))
    .where('agreement_id', '=', agreementId)
    .where('organisation_id', '=', organisationId)
    .execute();
}

/** What was signed under agreements, the first signature first. */
export function signaturesOf(tx: Tx, agreementIds: readonly string[]): Promise<SignatureRow[]> {
  return tx
    .schema('agreements')
    .selectFrom('agreements.signature')
    .selectAll()
    .where('neighborhood_id', '=', here(tx))
    .where('agreement_id', 'in', agreementIds)
    .orderBy('signed_at')
    .orderBy('id')
    .execute();
}

export async function insertSignature(
  tx: Tx,
  row: Omit<Insertable<DB['agreements.signature']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('agreements')
    .insertInto('agreements.signature')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}
