import { ok, type Result, refuse } from '#kernel/result.ts';
import { PURPOSES, type Purpose } from '#modules/consents/contract.ts';
import { recordConsent } from '#modules/consents/facade.server.ts';
import { postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ChangeConsent } from '../../forms/handling.ts';
import type { MatterRow } from '../../store/rows.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/**
 * The reporter agrees to a purpose for one matter, or takes it back; or a coordinator writes down what they
 * said or signed, with a witness. Taken back, the matter is off the public pages with this transaction.
 *
 * @returns as every action. Refusals: nobody to be told (`matters.nobody-complained-about`), staff without a
 *   way or a witness, somebody who acts for the reporter.
 * @source PIPL art. 14, 15, 23, 25; domain brief §10 fixture 17
 */
export function changeConsent(tx: Tx, input: ChangeConsent): Promise<Result<Changed>> {
  return changeMatter(tx, 'change-consent', input, async ({ row, facts }) => {
    if (tx.actor.onBehalfOf !== null)
      return refuse('matters.consent-is-ones-own', { source: 'PIPL art. 14' });
    if (input.purpose === 'REVEAL_REPORTER' && row.complained_org_id === null)
      return refuse('matters.nobody-complained-about', { field: 'purpose', source: 'PIPL art. 23' });
    const isOwn = facts.provenByPin || tx.actor.personId === row.reporter_person_id;
    if (!isOwn && !input.how)
      return refuse('matters.say-how-agreed', { field: 'how', source: 'PIPL art. 14' });
    const witness = await witnessOf(tx, input.witnessPostId);
    if (!witness.ok) return witness;
    const how = isOwn ? (tx.actor.personId ? 'SELF' : 'CODE') : (input.how ?? 'SPOKEN');
    const recorded = await recordConsent(tx, {
      purpose: input.purpose,
      subjectId: row.id,
      state: input.state,
      personId: row.reporter_person_id,
      how,
      receiverOrgId: input.purpose === 'REVEAL_REPORTER' ? row.complained_org_id : null,
      witnessPostId: isOwn ? null : witness.value,
    });
    if (!recorded.ok) return recorded;
    await tx.publicPagesChanged();
    const given = input.state === 'GIVEN';
    return ok({
      patch:
        input.purpose === 'PUBLISH_MATTER'
          ? { publish_consent: given, publish_withdrawn: !given }
          : { reveal_reporter: given },
      data: { consent: input.purpose, consentState: input.state, consentHow: how },
    });
  });
}

/** The witness must hold a post of this neighborhood. */
async function witnessOf(tx: Tx, postId: string | undefined): Promise<Result<string | null>> {
  if (postId === undefined) return ok(null);
  if (!(await postsByIds(tx, [postId])).has(postId))
    return refuse('matters.no-such-witness', { field: 'witnessPostId' });
  return ok(postId);
}

type Agreed = Pick<
  MatterRow,
  | 'id'
  | 'reporter_person_id'
  | 'complained_org_id'
  | 'publish_consent'
  | 'reveal_reporter'
  | 'entered_by_post_id'
  | 'channel'
>;

/** Keeps what was ticked on the form a matter came in with, by the reporter or by the clerk who heard it. */
export async function keepFirstConsents(tx: Tx, row: Agreed): Promise<void> {
  const given: Readonly<Record<Purpose, boolean>> = {
    PUBLISH_MATTER: row.publish_consent,
    REVEAL_REPORTER: row.reveal_reporter,
  };
  for (const purpose of PURPOSES) {
    if (!given[purpose]) continue;
    const kept = await recordConsent(tx, {
      purpose,
      subjectId: row.id,
      state: 'GIVEN',
      personId: row.reporter_person_id,
      how: row.entered_by_post_id === null ? 'SELF' : row.channel === 'PAPER' ? 'PAPER' : 'SPOKEN',
      withReport: true,
      receiverOrgId: purpose === 'REVEAL_REPORTER' ? row.complained_org_id : null,
    });
    if (!kept.ok) throw new Error(`a consent of the form was refused: ${kept.refusal.code}`);
  }
}
