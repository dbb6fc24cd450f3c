import type { Tx } from '#platform/db/database.ts';
import type { Membership } from '../../contract/membership.ts';
import type { TwoNames } from '../../contract.ts';
import { dayOf } from '../../rules/day.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { membershipRows } from '../../store/people/memberships.ts';

/** A membership with its branch, as the person themselves sees it. */
export type OwnMembership = Pick<Membership, 'id' | 'kind' | 'homeUnit' | 'contact' | 'fromDay' | 'toDay'> & {
  readonly branch: TwoNames;
};

/** Memberships of whoever asks, and of nobody else. */
export async function ownMemberships(tx: Tx): Promise<OwnMembership[]> {
  const { personId } = tx.actor;
  if (personId === null) return [];
  const rows = await membershipRows(tx, { personId });
  const branches = await organisationRows(
    tx,
    [...new Set(rows.map((row) => row.organisationId))],
    dayOf(tx.now),
  );
  return rows.flatMap(({ id, organisationId, kind, homeUnit, contact, fromDay, toDay }) => {
    const branch = branches.find((org) => org.id === organisationId);
    return branch ? [{ id, branch, kind, homeUnit, contact, fromDay, toDay }] : [];
  });
}
