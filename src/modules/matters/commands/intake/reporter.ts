import { personConcerned } from '#kernel/actor.ts';
import { normalisePhone } from '#kernel/contact.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { PHONE_INDEX, PHONE_TAIL_INDEX } from '#modules/registry/contract.ts';
import { householdUnitsOf, peopleByIds, personByPhone, phoneOf } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SubmitMatter } from '../../forms/intake.ts';

/** The reporter's columns: a snapshot, so that a later change of the register rewrites nothing. */
export type Reporter = {
  readonly reporter_kind: 'PERSON' | 'ORGANISATION' | 'ANONYMOUS';
  readonly reporter_person_id: string | null;
  readonly reporter_org_id: string | null;
  readonly reporter_post_id: string | null;
  readonly reporter_name: string | null;
  readonly reporter_phone_cipher: string | null;
  readonly reporter_phone_index: string | null;
  readonly reporter_phone_tail_index: string | null;
  readonly household_unit_id: string | null;
};

const NOBODY: Reporter = {
  reporter_kind: 'ANONYMOUS',
  reporter_person_id: null,
  reporter_org_id: null,
  reporter_post_id: null,
  reporter_name: null,
  reporter_phone_cipher: null,
  reporter_phone_index: null,
  reporter_phone_tail_index: null,
  household_unit_id: null,
};

/** Phone columns: encrypted, findable by the whole number and by its last four digits. */
function sealedPhone(tx: Tx, digits: string) {
  return {
    reporter_phone_cipher: tx.vault.encrypt(digits),
    reporter_phone_index: tx.vault.index(PHONE_INDEX, digits),
    reporter_phone_tail_index: tx.vault.index(PHONE_TAIL_INDEX, digits.slice(-4)),
  };
}

/** Who reports: oneself when signed in, somebody named by a clerk or on a form, an organisation, or nobody. */
export async function reporterOf(tx: Tx, input: SubmitMatter): Promise<Result<Reporter>> {
  if (input.reporter === 'ANONYMOUS') return ok(NOBODY);
  if (input.reporter === 'ORGANISATION') return organisation(tx);
  const digits = input.reporterPhone === '' ? null : normalisePhone(input.reporterPhone);
  if (input.reporterPhone !== '' && digits === null)
    return refuse('matters.phone-is-none', { field: 'reporterPhone' });
  const phone = digits ? sealedPhone(tx, digits) : {};
  if (input.reporter === 'SELF') {
    const personId = personConcerned(tx.actor);
    if (!personId) return refuse('matters.sign-in-or-name', { field: 'reporter' });
    const self = (await peopleByIds(tx, [personId])).get(personId);
    const own = digits ?? (await phoneOf(tx, personId));
    return ok({
      ...NOBODY,
      ...(own ? sealedPhone(tx, own) : {}),
      reporter_kind: 'PERSON',
      reporter_person_id: personId,
      reporter_name: input.reporterName || self?.name || null,
      household_unit_id: tx.actor.householdUnitIds[0] ?? null,
    });
  }
  if (input.reporterName === '' && digits === null)
    return refuse('matters.name-or-phone', { field: 'reporterName' });
  // A number typed by somebody nobody knows proves nothing: only staff tie a report to a registered person.
  const known = digits && tx.actor.post ? await personByPhone(tx, tx.vault.index(PHONE_INDEX, digits)) : null;
  const units = known ? await householdUnitsOf(tx, known.id, dateKey(tx.now)) : [];
  return ok({
    ...NOBODY,
    ...phone,
    reporter_kind: 'PERSON',
    reporter_person_id: known?.id ?? null,
    reporter_name: input.reporterName || known?.name || null,
    household_unit_id: units[0] ?? input.unitId ?? null,
  });
}

async function organisation(tx: Tx): Promise<Result<Reporter>> {
  const { post, personId } = tx.actor;
  if (!post) return refuse('matters.organisation-needs-post', { field: 'reporter' });
  const self = personId ? (await peopleByIds(tx, [personId])).get(personId) : undefined;
  return ok({
    ...NOBODY,
    reporter_kind: 'ORGANISATION',
    reporter_person_id: personId,
    reporter_org_id: post.orgId,
    reporter_post_id: post.postId,
    reporter_name: self?.name ?? null,
  });
}
