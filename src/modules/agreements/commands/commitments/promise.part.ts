import { ok, type Result, refuse } from '#kernel/result.ts';
import { postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CommitmentPeriod, Measure } from '../../contract/commitments.ts';
import type { AgreementRow } from '../../store/agreements.ts';

type Promised = {
  readonly organisationId: string;
  readonly postId: string;
  readonly period: CommitmentPeriod | null;
  readonly dueOn: string | null;
  readonly measuredBy?: Measure | null;
  readonly enoughPercent?: number | null;
};

/**
 * Whether a commitment names a post of its own organisation, and one day within the term or a period (§4.5);
 * one that the program counts names the share that is enough, and falls due by period.
 */
export async function promiseFits(
  tx: Tx,
  promised: Promised,
  agreement: AgreementRow,
): Promise<Result<void>> {
  const post = (await postsByIds(tx, [promised.postId])).get(promised.postId);
  if (post?.orgId !== promised.organisationId)
    return refuse('agreements.post-of-another', { field: 'postId' });
  if ((promised.period === null) === (promised.dueOn === null))
    return refuse('agreements.day-or-period', { field: 'dueOn', source: 'DOMAIN §4.5' });
  const counted = promised.measuredBy ?? null;
  if ((counted === null) !== ((promised.enoughPercent ?? null) === null))
    return refuse('agreements.measure-and-share', { field: 'enoughPercent' });
  if (counted !== null && promised.period === null)
    return refuse('agreements.counted-by-period', { field: 'period' });
  const { dueOn } = promised;
  if (dueOn !== null && (dueOn < agreement.starts_on || dueOn > agreement.ends_on))
    return refuse('agreements.due-outside-term', {
      field: 'dueOn',
      params: { from: agreement.starts_on, until: agreement.ends_on },
    });
  return ok();
}
