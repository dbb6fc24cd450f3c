import type { OwnDataPart, OwnRow } from '#kernel/own-data.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '../../rules/day.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { membershipRows } from '../../store/people/memberships.ts';
import {
  ownAppointmentRows,
  ownHoldingRows,
  ownPersonRow,
  ownTeamRows,
} from '../../store/people/own-register.ts';

/**
 * What the register holds about a person, their phone in full: for the person, or printed for them by the desk,
 * which logs a contact read first. Empty for somebody of elsewhere.
 */
export async function personalDataOf(tx: Tx, personId: string): Promise<OwnDataPart[]> {
  const person = await ownPersonRow(tx, personId);
  if (!person) return [];
  const { name, nameEn, phoneCipher } = person;
  // Who belongs to a party branch is for the person's own eyes; the desk that prints it is not shown it.
  const isSelf = tx.actor.personId === personId;
  const holdings = await ownHoldingRows(tx, personId);
  return [
    {
      kind: 'person',
      rows: [{ name, nameEn, phone: phoneCipher === null ? null : tx.vault.decrypt(phoneCipher) }],
    },
    {
      kind: 'homes',
      rows: holdings.map(({ relation, ...row }) => ({
        ...row,
        relation: { code: relation, words: `registry.relation.${relation}` },
      })),
    },
    { kind: 'posts', rows: await ownAppointmentRows(tx, personId) },
    { kind: 'teams', rows: await ownTeamRows(tx, personId, isSelf) },
    ...(isSelf ? [{ kind: 'memberships', rows: await ownMemberships(tx, personId) }] : []),
  ];
}

async function ownMemberships(tx: Tx, personId: string): Promise<OwnRow[]> {
  const rows = await membershipRows(tx, { personId });
  const ids = [...new Set(rows.map((row) => row.organisationId))];
  const branches = new Map((await organisationRows(tx, ids, dayOf(tx.now))).map((org) => [org.id, org]));
  return rows.map(({ organisationId, kind, homeUnit, contact, fromDay, toDay }) => ({
    organisation: branches.get(organisationId)?.nameZh ?? '',
    membership: { code: kind, words: `registry.members.kind.${kind}` },
    homeUnit,
    contact,
    fromDay,
    toDay,
  }));
}
