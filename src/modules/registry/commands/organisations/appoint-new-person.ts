import { normalisePhone } from '#kernel/contact.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Day, PHONE_INDEX } from '../../contract.ts';
import { lockPhone, personRowsByPhone } from '../../store/people/people.ts';
import { addPerson } from '../people/add-person.ts';
import { appointPerson } from './appoint-person.ts';

export type NewHolder = {
  readonly postId: string;
  readonly name: string;
  /** Empty when nobody knows it yet; an invitation link needs none. */
  readonly phone: string;
  readonly fromDay: Day;
  readonly despiteConflict?: string;
};

/**
 * Enters somebody who does not live here, such as a property manager, and puts them into a post: both or neither.
 *
 * @returns the appointment's id; refusals of {@link addPerson} and {@link appointPerson}, and `registry.phone-known`
 *   when somebody of the register has this phone already.
 */
export async function appointNewPerson(tx: Tx, given: NewHolder): Promise<Result<string>> {
  const digits = given.phone.trim() === '' ? null : normalisePhone(given.phone);
  if (digits) {
    const index = tx.vault.index(PHONE_INDEX, digits);
    await lockPhone(tx, index);
    if ((await personRowsByPhone(tx, index)).length > 0)
      return refuse('registry.phone-known', { field: 'phone' });
  }
  const added = await addPerson(tx, { name: given.name, phone: given.phone.trim() || null });
  if (!added.ok) return added;
  const { postId, fromDay, despiteConflict = '' } = given;
  return appointPerson(tx, { postId, personId: added.value, fromDay, toDay: null, despiteConflict });
}
