import type { OwnDataPart } from '#kernel/own-data.ts';
import type { Tx } from '#platform/db/database.ts';
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
    { kind: 'teams', rows: await ownTeamRows(tx, personId) },
    ...(await memberships(tx, personId)),
  ];
}

/** Party membership is for the person's own eyes: a page printed by the desk leaves it out (domain brief §3.12). */
async function memberships(tx: Tx, personId: string): Promise<OwnDataPart[]> {
  if (tx.actor.personId !== personId) return [];
  const rows = await membershipRows(tx, { personId });
  return [
    { kind: 'memberships', rows: rows.map(({ homeUnit, fromDay, toDay }) => ({ homeUnit, fromDay, toDay })) },
  ];
}
