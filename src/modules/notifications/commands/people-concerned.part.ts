import type { OrgKind } from '#kernel/actor.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { whomToTell } from '#modules/matters/facade.server.ts';
import { meetingHeads } from '#modules/meetings/facade.server.ts';
import { type NoticeHead, noticeHeads, whoObjected } from '#modules/notices/facade.server.ts';
import {
  headOf,
  holdersOf,
  organisations,
  phoneOf,
  placeTree,
  residentsOf,
} from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { HeardEvent } from '#platform/outbox/subscription.ts';
import type { Relation } from '../contract.ts';

/** Somebody an event concerns, and the thing they will be told of. */
export type Concerned = {
  readonly personId: string;
  readonly subjectId: string;
  /** Asked for when they may have to be called. */
  readonly hasPhone: () => Promise<boolean>;
};

/** Everything needed to tell one event; each reading is made once at most. */
export type Knowledge = {
  readonly notice: NoticeHead | null;
  readonly concerned: (relation: Relation) => Promise<readonly Concerned[]>;
};

type LeadData = {
  readonly leadOrgId?: string;
  readonly postId?: string;
  readonly objectionId?: string;
  readonly actions?: readonly { readonly leadOrgId: string; readonly postId: string }[];
};

/** Gathers whom an event concerns, by relation. */
export async function peopleConcerned(tx: Tx, event: HeardEvent): Promise<Knowledge> {
  const isOf = (module: string) => event.kind.startsWith(`${module}.`);
  const notice = isOf('notices')
    ? ((await noticeHeads(tx, [event.subjectId])).get(event.subjectId) ?? null)
    : null;
  const matter = isOf('matters') ? await whomToTell(tx, event.subjectId) : null;
  const seats = async () =>
    (await meetingHeads(tx, [event.subjectId])).get(event.subjectId)?.seatPostIds ?? [];
  const data = (event.data ?? {}) as LeadData;
  const actions =
    data.actions ??
    (data.leadOrgId && data.postId ? [data as LeadData & { leadOrgId: string; postId: string }] : []);
  const leads: readonly string[] = matter
    ? [matter.leadOrgId].filter((id) => id !== null)
    : actions.map((action) => action.leadOrgId);
  const some = (personIds: readonly string[]) => ofSubject(tx, event.subjectId, personIds);
  const concerned = async (relation: Relation): Promise<readonly Concerned[]> => {
    switch (relation) {
      case 'REPORTER':
        return (matter?.reporters ?? []).map(({ matterId, personId }) => concernedOf(tx, personId, matterId));
      case 'LEAD_POST':
        return some(await leadOf(tx, matter?.leadPostId ?? null, matter?.leadOrgId ?? null));
      case 'LEAD_HEAD':
        return some(await headsOf(tx, leads));
      case 'STREET':
        return some(await headsOf(tx, await orgIdsOf(tx, 'SUBDISTRICT_OFFICE')));
      case 'ACTION_POSTS':
        return some(
          await doing(
            tx,
            actions.map((action) => action.postId),
          ),
        );
      case 'SEATS':
        return some(await doing(tx, await seats()));
      case 'BRANCH':
        return some(await headsOf(tx, await orgIdsOf(tx, 'PARTY_GENERAL_BRANCH')));
      case 'OBJECTOR': {
        const objector = data.objectionId ? await whoObjected(tx, data.objectionId) : null;
        return objector ? some([objector]) : [];
      }
      case 'READERS':
        return readersOf(tx, event.subjectId, notice);
    }
  };
  return { notice, concerned };
}

const concernedOf = (tx: Tx, personId: string, subjectId: string): Concerned => ({
  personId,
  subjectId,
  hasPhone: async () => (await phoneOf(tx, personId)) !== null,
});

const ofSubject = (tx: Tx, subjectId: string, personIds: readonly string[]) =>
  personIds.map((personId) => concernedOf(tx, personId, subjectId));

/** Who does the work of these posts today. */
async function doing(tx: Tx, postIds: readonly string[]): Promise<string[]> {
  const holders = await holdersOf(tx, postIds, dateKey(tx.now));
  return [...holders.values()].map((holder) => holder.personId);
}

async function headsOf(tx: Tx, orgIds: readonly string[]): Promise<string[]> {
  const heads: string[] = [];
  for (const orgId of new Set(orgIds)) {
    const head = await headOf(tx, orgId, dateKey(tx.now));
    if (head) heads.push(head.personId);
  }
  return heads;
}

/** The post a matter was given to, else the head of the organisation that leads it. */
async function leadOf(tx: Tx, postId: string | null, orgId: string | null): Promise<string[]> {
  const named = postId === null ? [] : await doing(tx, [postId]);
  return named.length > 0 || orgId === null ? named : headsOf(tx, [orgId]);
}

async function orgIdsOf(tx: Tx, kind: OrgKind): Promise<string[]> {
  return (await organisations(tx)).filter((org) => org.kind === kind).map((org) => org.id);
}

async function readersOf(tx: Tx, subjectId: string, notice: NoticeHead | null): Promise<Concerned[]> {
  if (!notice) return [];
  const estateIds =
    notice.estateIds.length > 0 ? notice.estateIds : (await placeTree(tx)).map((estate) => estate.id);
  const residents = new Map<string, boolean>();
  for (const estateId of estateIds)
    for (const { personId, hasPhone } of await residentsOf(tx, estateId, notice.buildingIds, dateKey(tx.now)))
      residents.set(personId, hasPhone);
  return [...residents].map(([personId, hasPhone]) => ({
    personId,
    subjectId,
    hasPhone: async () => hasPhone,
  }));
}
