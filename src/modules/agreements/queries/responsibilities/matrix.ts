import { DESK_ROLES } from '#kernel/actor.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { holdersOf, postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { dutiesOf } from '../../rules/agreement/duties.ts';
import { responsibilitiesOf } from '../../store/responsibilities.ts';
import { currentAgreement } from '../agreement/agreements.ts';

/** Who answers for one duty or commitment. */
export type MatrixRow = {
  /** Of a duty, its line; null for a commitment. */
  readonly line: number | null;
  readonly text: string;
  readonly postId: string | null;
  readonly postZh: string | null;
  readonly postEn: string | null;
  /** At the desk the name of whoever does the post's work; elsewhere null. */
  readonly personZh: string | null;
  readonly personEn: string | null;
  /** Somebody else does the work while the post is vacant. */
  readonly standIn: boolean;
  /** No post was named, or it has no holder of its own. */
  readonly vacant: boolean;
};

export type MatrixParty = {
  readonly orgId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly rows: readonly MatrixRow[];
};

export type Matrix = {
  readonly agreementId: string;
  readonly label: string;
  readonly parties: readonly MatrixParty[];
  readonly vacancies: number;
};

/** Duty × organisation × post × person of the agreement that counts now (seed S13); null when there is none. */
export async function responsibilityMatrix(tx: Tx): Promise<Matrix | null> {
  const agreement = await currentAgreement(tx);
  if (!agreement) return null;
  const named = await responsibilitiesOf(tx, agreement.id);
  const bound = agreement.parties.filter(
    ({ standing }) => standing === 'SIGNED' || standing === 'TO_CONFIRM',
  );
  const raw = bound.map((party) => ({
    party,
    rows: [
      ...dutiesOf(party.duties).map(({ line, text }) => {
        const found = named.find((one) => one.organisation_id === party.orgId && one.duty_line === line);
        return { line, text, postId: found?.post_id ?? null };
      }),
      ...party.commitments
        .filter(({ state }) => state === 'ACTIVE')
        .map(({ promise, postId }) => ({ line: null, text: promise, postId })),
    ],
  }));
  const ids = raw.flatMap(({ rows }) => rows.flatMap(({ postId }) => postId ?? []));
  const posts = await postsByIds(tx, ids);
  const holders = await holdersOf(tx, ids, dateKey(tx.now));
  const mayName = DESK_ROLES.includes(tx.actor.role);
  const parties = raw.map(({ party, rows }) => ({
    orgId: party.orgId,
    nameZh: party.nameZh,
    nameEn: party.nameEn,
    rows: rows.map((row): MatrixRow => {
      const post = row.postId ? posts.get(row.postId) : undefined;
      const holder = row.postId ? holders.get(row.postId) : undefined;
      const person = mayName ? holder : undefined;
      return {
        ...row,
        postZh: post?.nameZh ?? null,
        postEn: post?.nameEn ?? null,
        personZh: person?.name ?? null,
        personEn: person?.nameEn ?? person?.name ?? null,
        standIn: holder !== undefined && holder.as !== 'HOLDER',
        vacant: holder?.as !== 'HOLDER',
      };
    }),
  }));
  const vacancies = parties.flatMap(({ rows }) => rows).filter(({ vacant }) => vacant).length;
  return { agreementId: agreement.id, label: agreement.label, parties, vacancies };
}
