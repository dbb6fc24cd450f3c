import { maskName } from '#kernel/contact.ts';
import type { OwnDataPart } from '#kernel/own-data.ts';
import type { Result } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { personalDataOf as accessData } from '#modules/access/facade.server.ts';
import { consentsOf } from '#modules/consents/facade.server.ts';
import { MATTER_SUBJECT } from '#modules/matters/contract.ts';
import { matterIdsOf, personalDataOf as mattersData } from '#modules/matters/facade.server.ts';
import { personalDataOf as meetingsData } from '#modules/meetings/facade.server.ts';
import { personalDataOf as noticesData } from '#modules/notices/facade.server.ts';
import { personalDataOf as notificationsData } from '#modules/notifications/facade.server.ts';
import { REGISTRY_SUBJECTS, type TwoNames } from '#modules/registry/contract.ts';
import {
  householdUnitsOf,
  organisationsByIds,
  peopleByIds,
  postsByIds,
  personalDataOf as registryData,
} from '#modules/registry/facade.server.ts';
import { personalDataOf as resolutionsData } from '#modules/resolutions/facade.server.ts';
import { type ContactRead, contactReadsAbout, contactReadsBy, ownTrail } from '#platform/audit/own-trail.ts';
import { ownAccount } from '#platform/auth/kept/own-account.ts';
import type { Tx } from '#platform/db/database.ts';
import { mayLookAfterData } from '../permissions.ts';
import { requestRowsOf } from '../store/requests.ts';

/** Somebody saw how to reach the person: the post and organisation, the name masked. */
export type ToldRead = {
  readonly at: Date;
  readonly org: TwoNames | null;
  readonly post: TwoNames | null;
  /** `王**`; null when the person is no longer known. */
  readonly name: string | null;
  readonly about: string;
  readonly reason: string;
};

export type MyData = { readonly parts: readonly OwnDataPart[]; readonly reads: readonly ToldRead[] };

/** Readings shown; older ones are in the log and told on request. */
const MOST_READS = 500;

/**
 * Everything that is held about the actor, by kind, and who saw how to reach them: for themselves, their
 * matters and their household. Never for somebody else, and not for a proxy.
 *
 * @source PIPL art. 44, 45
 */
export async function myData(tx: Tx): Promise<Result<MyData>> {
  const may = mayLookAfterData(tx.actor, 'see-own-data');
  if (!may.ok) return may;
  return { ok: true, value: await dataOf(tx, tx.actor.personId!) };
}

/** What is held about one person; the callers say who may ask. */
export async function dataOf(tx: Tx, personId: string): Promise<MyData> {
  const own = await registryData(tx, personId);
  if (own.length === 0) return { parts: [], reads: [] };
  const parts = [
    ...own,
    ...(await mattersData(tx, personId)),
    await consentsPart(tx, personId),
    await requestsPart(tx, personId),
    ...(await accessData(tx, personId)),
    ...(await meetingsData(tx, personId)),
    ...(await resolutionsData(tx, personId)),
    ...(await noticesData(tx, personId)),
    ...(await notificationsData(tx, personId)),
    ...(await ownAccount(tx, personId)),
    ...(await contactReadsBy(tx, personId)),
    ...(await ownTrail(tx, personId)),
  ];
  return { parts: parts.filter(({ rows }) => rows.length > 0), reads: await readsOf(tx, personId) };
}

async function consentsPart(tx: Tx, personId: string): Promise<OwnDataPart> {
  const consents = await consentsOf(tx, personId);
  return {
    kind: 'consents',
    rows: consents.map((c) => ({
      at: c.at,
      purpose: { code: c.purpose, words: `consents.purpose.${c.purpose}.name` },
      state: { code: c.state, words: `consents.state.${c.state}` },
      how: { code: c.how, words: `consents.how.${c.how}` },
    })),
  };
}

async function requestsPart(tx: Tx, personId: string): Promise<OwnDataPart> {
  const requests = await requestRowsOf(tx, personId);
  return {
    kind: 'requests',
    rows: requests.map((r) => ({
      askedAt: r.askedAt,
      request: { code: r.kind, words: `privacy.request.${r.kind}` },
      state: { code: r.state, words: `privacy.state.${r.state}` },
      text: r.text,
      answer: r.answer,
    })),
  };
}

async function readsOf(tx: Tx, personId: string): Promise<ToldRead[]> {
  const reads = await contactReadsAbout(
    tx,
    [
      { kind: REGISTRY_SUBJECTS.person, ids: [personId] },
      { kind: MATTER_SUBJECT, ids: await matterIdsOf(tx, personId) },
      { kind: REGISTRY_SUBJECTS.unit, ids: await householdUnitsOf(tx, personId, dateKey(tx.now)) },
    ],
    MOST_READS,
  );
  return tellReads(tx, reads);
}

async function tellReads(tx: Tx, reads: readonly ContactRead[]): Promise<ToldRead[]> {
  const posts = await postsByIds(
    tx,
    reads.flatMap((read) => read.readerPostId ?? []),
  );
  const orgs = await organisationsByIds(
    tx,
    [...posts.values()].map(({ orgId }) => orgId),
  );
  const people = await peopleByIds(
    tx,
    reads.flatMap((read) => read.readerPersonId ?? []),
  );
  return reads.map((read) => {
    const post = posts.get(read.readerPostId ?? '');
    const name = people.get(read.readerPersonId ?? '')?.name;
    return {
      at: read.at,
      org: (post && orgs.get(post.orgId)) ?? null,
      post: post ?? null,
      name: name === undefined ? null : maskName(name),
      about: read.subjectKind,
      reason: read.reason,
    };
  });
}
