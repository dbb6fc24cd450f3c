import type { TwoNames } from '#modules/registry/contract.ts';
import { peopleByIds, postsByIds, unitPlaces } from '#modules/registry/facade.server.ts';
import { textHash } from '#platform/audit/content-hash.ts';
import type { Tx } from '#platform/db/database.ts';
import type {
  ObjectionChannel,
  ObjectionOutcome,
  PublicNoticeView,
  PublishedObjection,
} from '../../contract/public.ts';
import { mayDoPublic } from '../../permissions.ts';
import { isInTime } from '../../rules/public/periods.ts';
import { checkMark, publicLeadsTo } from '../../rules/public/public-lifecycle.ts';
import { concerns } from '../../rules/public/scope.ts';
import { type ObjectionRow, objectionsTo } from '../../store/objections.ts';
import { outagesOf, postingsOf } from '../../store/papers.ts';
import { type PublicRow, publicByIds, publicByNumber } from '../../store/public-notices.ts';
import { publicViews } from './public-notices.ts';

/** An objection as its receiver reads it, with the real name; nobody else does. */
export type ReceivedObjection = {
  readonly id: string;
  readonly n: number;
  readonly name: string;
  readonly channel: ObjectionChannel;
  readonly objection: string;
  readonly madeAt: Date;
  readonly dueAt: Date | null;
  readonly isLate: boolean;
  readonly answer: string | null;
  readonly outcome: ObjectionOutcome | null;
  readonly publishedAt: Date | null;
};

export type PublicNoticeDetail = PublicNoticeView & {
  readonly contentHash: string;
  readonly checkMark: string;
  /** The text kept still has the seal it got. */
  readonly sealHolds: boolean;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly supersededReason: string | null;
  readonly outages: readonly {
    readonly from: Date;
    readonly to: Date;
    readonly reason: string;
    readonly days: number;
  }[];
  readonly postings: readonly {
    readonly id: string;
    readonly place: string;
    readonly hungAt: Date;
    readonly by: TwoNames | null;
    readonly isRight: boolean;
    readonly takenDownAt: Date | null;
  }[];
  readonly published: readonly PublishedObjection[];
  /** Objections that wait for an answer or its publication. */
  readonly waiting: number;
  /** What the reader objected; the answer as soon as it is given. */
  readonly own: readonly Pick<
    ReceivedObjection,
    'n' | 'objection' | 'madeAt' | 'dueAt' | 'answer' | 'outcome'
  >[];
  /** For the receiver only; null for everybody else. */
  readonly received: readonly ReceivedObjection[] | null;
  readonly mayObject: boolean;
  readonly mayKeep: boolean;
  readonly mayReplace: boolean;
};

/** A notice by its number as the actor may read it; null when there is none, or it is not out yet. */
export async function publicNoticeDetail(tx: Tx, number: string): Promise<PublicNoticeDetail | null> {
  const row = await publicByNumber(tx, number);
  if (!row) return null;
  const homes = await unitPlaces(tx, tx.actor.householdUnitIds);
  const facts = { issuerOrgId: row.issuer_org_id, isInScope: concerns(row, homes.values()) };
  const may = (action: Parameters<typeof mayDoPublic>[1]) => mayDoPublic(tx.actor, action, facts) === null;
  if (row.starts_at > tx.now && !may('hang-up')) return null;
  const objections = await objectionsTo(tx, row.id);
  const [view] = await publicViews(tx, [row]);
  const mine = tx.actor.onBehalfOf ?? tx.actor.personId;
  return {
    ...view!,
    contentHash: row.content_hash,
    checkMark: checkMark(row.content_hash),
    sealHolds: holds(row),
    ...(await neighbours(tx, row)),
    outages: (await outagesOf(tx, row.id)).map((one) => ({
      from: one.from_at,
      to: one.to_at,
      reason: one.reason,
      days: one.days,
    })),
    postings: await postings(tx, row.id),
    published: objections.flatMap(published),
    waiting: objections.filter((one) => one.published_at === null).length,
    own:
      mine === null ? [] : objections.filter((one) => one.person_id === mine).map((one) => told(tx, one, '')),
    received: may('answer-objection') ? await received(tx, objections) : null,
    mayObject:
      row.takes_objections &&
      may('object') &&
      isInTime(tx.now, { startsAt: row.starts_at, endsAt: row.ends_at }) &&
      publicLeadsTo('object', view!.state) !== null,
    mayKeep: may('hang-up'),
    mayReplace: may('supersede') && publicLeadsTo('supersede', row.state) !== null,
  };
}

/** The sealed text of a notice that is out: its SHA-256 is the seal on the page. */
export async function sealedNotice(tx: Tx, number: string): Promise<string | null> {
  const row = await publicByNumber(tx, number);
  return row && row.starts_at <= tx.now ? row.sealed_text : null;
}

/** The text still has its seal, and the page shows nothing else than the text. */
function holds(row: PublicRow): boolean {
  if (textHash(row.sealed_text) !== row.content_hash) return false;
  const sealed = JSON.parse(row.sealed_text) as Record<string, unknown>;
  return sealed.title === row.title && sealed.body === row.body && sealed.basis === row.basis;
}

async function neighbours(tx: Tx, row: PublicRow) {
  const ids = [row.supersedes_id, row.superseded_by_id].filter((id) => id !== null);
  const numbers = new Map((await publicByIds(tx, ids)).map((one) => [one.id, one.number]));
  return {
    supersedes: numbers.get(row.supersedes_id ?? '') ?? null,
    supersededBy: numbers.get(row.superseded_by_id ?? '') ?? null,
    supersededReason: row.superseded_reason,
  };
}

async function postings(tx: Tx, noticeId: string): Promise<PublicNoticeDetail['postings']> {
  const rows = await postingsOf(tx, noticeId);
  const posts = await postsByIds(
    tx,
    rows.map((one) => one.hung_by_post_id),
  );
  return rows.map((one) => {
    const post = posts.get(one.hung_by_post_id);
    return {
      id: one.id,
      place: one.place,
      hungAt: one.hung_at,
      by: post ? { nameZh: post.nameZh, nameEn: post.nameEn } : null,
      isRight: one.is_right,
      takenDownAt: one.taken_down_at,
    };
  });
}

function published(row: ObjectionRow): PublishedObjection[] {
  const { public_objection: objection, public_answer: answer, outcome, answered_at: answeredAt } = row;
  if (objection === null || answer === null || outcome === null || answeredAt === null) return [];
  return [{ n: row.n, objection, answer, outcome, madeAt: row.made_at, answeredAt }];
}

async function received(tx: Tx, rows: readonly ObjectionRow[]): Promise<ReceivedObjection[]> {
  const people = await peopleByIds(
    tx,
    rows.flatMap((row) => row.person_id ?? []),
  );
  return rows.map((row) => {
    const known = row.person_id ? people.get(row.person_id)?.name : undefined;
    return told(tx, row, known ?? (row.name_cipher ? tx.vault.decrypt(row.name_cipher) : ''));
  });
}

function told(tx: Tx, row: ObjectionRow, name: string): ReceivedObjection {
  return {
    id: row.id,
    n: row.n,
    name,
    channel: row.channel,
    objection: row.objection,
    madeAt: row.made_at,
    dueAt: row.due_at,
    isLate: row.due_at !== null && (row.answered_at ?? tx.now) > row.due_at,
    answer: row.answer,
    outcome: row.outcome,
    publishedAt: row.published_at,
  };
}
