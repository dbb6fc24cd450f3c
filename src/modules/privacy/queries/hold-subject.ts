import { normalisePhone } from '#kernel/contact.ts';
import { matterIdByCode } from '#modules/matters/facade.server.ts';
import { PHONE_INDEX } from '#modules/registry/contract.ts';
import { personByPhone } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { HoldSubject } from '../contract.ts';

/** What somebody typed as the subject of a hold: a matter's code, a phone, or nothing for everything. Null: neither. */
export async function holdSubject(
  tx: Tx,
  typed: string,
): Promise<{ subjectKind: HoldSubject; subjectId?: string } | null> {
  if (typed === '') return { subjectKind: 'everything' };
  const phone = normalisePhone(typed);
  const person = phone ? await personByPhone(tx, tx.vault.index(PHONE_INDEX, phone)) : null;
  if (person) return { subjectKind: 'person', subjectId: person.id };
  const matterId = await matterIdByCode(tx, typed.trim().toUpperCase());
  return matterId ? { subjectKind: 'matter', subjectId: matterId } : null;
}
