import { normalisePhone } from '#kernel/contact.ts';
import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { lockedPerson, updatePerson } from '../../store/people/people.ts';
import { sealedPerson } from './add-person.ts';

export type CorrectPerson = {
  readonly personId: string;
  /** The version the correction was made on. */
  readonly version: number;
  readonly name: string;
  readonly nameEn: string;
  /** A new phone; empty leaves the one there is. */
  readonly phone: string;
  /** Takes the phone away; a new one is not given then. */
  readonly removePhone: boolean;
};

const LONGEST_NAME = 40;

/**
 * Puts a name or phone right. The event says which fields changed, never what they say.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.person-unknown`, `registry.changed-meanwhile`,
 *   `registry.name-missing`, `registry.name-too-long`, `registry.phone-unreadable`.
 */
export async function correctPerson(tx: Tx, given: CorrectPerson): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'correct-person');
  if (!may.ok) return may;
  const before = isUuid(given.personId) ? await lockedPerson(tx, given.personId) : null;
  if (!before) return refuse('registry.person-unknown');
  if (before.version !== given.version) return refuse('registry.changed-meanwhile');
  const name = given.name.trim();
  const nameEn = given.nameEn.trim() || null;
  if (name === '') return refuse('registry.name-missing', { field: 'name' });
  if (name.length > LONGEST_NAME) {
    return refuse('registry.name-too-long', { field: 'name', params: { most: LONGEST_NAME } });
  }
  const typed = given.removePhone ? '' : given.phone.trim();
  const phone = typed === '' ? null : normalisePhone(typed);
  if (typed !== '' && phone === null) return refuse('registry.phone-unreadable', { field: 'phone' });
  const { id, ...sealed } = sealedPerson(tx, { id: given.personId, name, nameEn, phone });
  const changesPhone = given.removePhone || phone !== null;
  await updatePerson(tx, id, changesPhone ? sealed : { name: sealed.name, name_en: sealed.name_en });
  const fields = [
    name !== before.name && 'name',
    nameEn !== before.nameEn && 'nameEn',
    changesPhone && 'phone',
  ].filter(Boolean);
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.person,
    subjectId: id,
    kind: REGISTRY_EVENTS.personCorrected,
    data: { fields },
  });
  return ok();
}
