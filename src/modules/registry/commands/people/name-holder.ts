import { normalisePhone } from '#kernel/contact.ts';
import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { PHONE_INDEX } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { personRowsByPhone } from '../../store/people/people.ts';
import { addPerson } from './add-person.ts';

/** Somebody as a clerk names them: an organisation, or a person by name and perhaps phone. */
export type NamedHolder = {
  readonly organisationId: string;
  readonly name: string;
  readonly phone: string;
};

/**
 * The person or organisation meant: an organisation of the register, the known person with this name and
 * phone, or a person entered now. Without a phone nobody is taken for somebody else who has the same name.
 *
 * @returns refusals `registry.organisation-unknown`, `registry.name-missing`, `registry.phone-unreadable`,
 *   `registry.not-a-keeper`.
 */
export async function nameHolder(
  tx: Tx,
  given: NamedHolder,
): Promise<Result<{ readonly personId: string } | { readonly organisationId: string }>> {
  const may = mayKeep(tx.actor, 'hold-unit');
  if (!may.ok) return may;
  if (given.organisationId !== '') {
    if (!isUuid(given.organisationId))
      return refuse('registry.organisation-unknown', { field: 'organisationId' });
    return ok({ organisationId: given.organisationId });
  }
  const name = given.name.trim();
  if (name === '') return refuse('registry.name-missing', { field: 'name' });
  const phone = given.phone.trim() === '' ? null : normalisePhone(given.phone);
  if (given.phone.trim() !== '' && phone === null)
    return refuse('registry.phone-unreadable', { field: 'phone' });
  const known = phone === null ? [] : await personRowsByPhone(tx, tx.vault.index(PHONE_INDEX, phone));
  const same = known.find((row) => row.name === name || row.name === '');
  if (same) return ok({ personId: same.id });
  const added = await addPerson(tx, { name, phone });
  return added.ok ? ok({ personId: added.value }) : added;
}
