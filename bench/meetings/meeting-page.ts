/** The desk's page of a long meeting against that of a short one. */

import { DEMO_LOGINS } from '#demo/neighborhood/accounts.ts';
import { personId } from '#demo/neighborhood/roster.ts';
import { systemActor } from '#kernel/actor.ts';
import { organisations, postsOf } from '#modules/registry/facade.server.ts';
import { startSession } from '#platform/auth/sessions.ts';
import { connectDatabase, type Database, type Tx } from '#platform/db/database.ts';
import { SESSION_COOKIE } from '#platform/http/cookies.ts';
import { type Figure, figure, median } from '../measure.ts';
import type { Town } from '../town.ts';

const LONG = { items: 40, actions: 5 };
const SHORT = { items: 5, actions: 5 };
const ROUNDS = 60;
const MEASURE = '居民看得见';

type Post = { readonly orgId: string; readonly postId: string };

/** A body of every organisation's first post; the branch convenes it. */
async function constitute(tx: Tx): Promise<{ bodyId: string; convener: Post; posts: Post[] }> {
  const orgs = await organisations(tx);
  const all = await postsOf(
    tx,
    orgs.map(({ id }) => id),
  );
  const posts = orgs.flatMap(({ id }) => {
    const post = all.find((one) => one.orgId === id && one.isHead);
    return post ? [{ orgId: id, postId: post.id }] : [];
  });
  const branch = orgs.find(({ kind }) => kind === 'PARTY_GENERAL_BRANCH')?.id;
  const convener = posts.find(({ orgId }) => orgId === branch)!;
  const bodyId = tx.newId();
  const here = tx.actor.neighborhoodId;
  const db = tx.schema('meetings');
  await db
    .insertInto('meetings.body')
    .values({
      neighborhood_id: here,
      id: bodyId,
      kind: 'JOINT_MEETING',
      name_zh: '联席会议',
      name_en: 'Joint meeting',
      convener_org_id: convener.orgId,
      constituted_on: '2026-01-08',
    })
    .execute();
  const seats = posts.map(({ orgId, postId }, position) => ({
    neighborhood_id: here,
    id: tx.newId(),
    body_id: bodyId,
    org_id: orgId,
    post_id: postId,
    position,
    from_day: '2026-01-08',
  }));
  await db.insertInto('meetings.seat').values(seats).execute();
  return { bodyId, convener, posts };
}

type Held = {
  readonly id: string;
  readonly code: string;
  readonly posts: readonly Post[];
  readonly convener: Post;
  readonly rulesId: string;
};

/** An item with its resolution and the actions of it. */
async function resolveOne(tx: Tx, meeting: Held, n: number, actionsOfOne: number): Promise<void> {
  const here = { neighborhood_id: tx.actor.neighborhoodId };
  const itemId = tx.newId();
  const resolutionId = tx.newId();
  await tx
    .schema('meetings')
    .insertInto('meetings.agenda_item')
    .values({
      ...here,
      id: itemId,
      meeting_id: meeting.id,
      position: n,
      title: `第 ${n + 1} 件要商量的事`,
      question: '谁来办，哪天办好？',
      background: '居民反映了几次，一直没有人管。',
      facts: JSON.stringify([{ key: 'TEXT', value: `户数：${n + 3} 户` }]),
      minutes: 10,
      source: 'CHAIR',
      state: 'CONCLUDED',
      outcome: 'CONSENSUS',
    })
    .execute();
  const db = tx.schema('resolutions');
  await db
    .insertInto('resolutions.resolution')
    .values({
      ...here,
      id: resolutionId,
      code: `R-${meeting.code}-${n}`,
      meeting: meeting.code,
      resolved_on: '2026-11-20',
      text: '由牵头单位在期限内办好，并向大家说明。',
      rules_version_id: meeting.rulesId,
      recorded_at: tx.now,
      recorded_by_post_id: meeting.convener.postId,
      meeting_id: meeting.id,
      agenda_item_id: itemId,
    })
    .execute();
  const actions = Array.from({ length: actionsOfOne }, (_, at) => ({
    ...here,
    id: tx.newId(),
    resolution_id: resolutionId,
    number: at + 1,
    task: `办第 ${at + 1} 步`,
    measure: MEASURE,
    lead_org_id: meeting.posts[at % meeting.posts.length]!.orgId,
    post_id: meeting.posts[at % meeting.posts.length]!.postId,
    due_on: '2026-12-01',
    first_due_on: '2026-12-01',
    state: 'IN_PROGRESS',
  }));
  await db.insertInto('resolutions.action_item').values(actions).execute();
}

/** A meeting whose minutes are drafted: each item with a resolution and its actions. */
async function hold(
  tx: Tx,
  { bodyId, convener, posts }: Awaited<ReturnType<typeof constitute>>,
  code: string,
  size: typeof LONG,
): Promise<string> {
  const here = { neighborhood_id: tx.actor.neighborhoodId };
  const id = tx.newId();
  const rulesId = tx.newId();
  await tx
    .schema('meetings')
    .insertInto('meetings.meeting')
    .values({
      ...here,
      id,
      body_id: bodyId,
      code,
      is_ad_hoc: false,
      starts_at: tx.now,
      minutes: 90,
      place: '居委会会议室',
      state: 'MINUTES_DRAFT',
      rules_version_id: rulesId,
      secretary_post_id: convener.postId,
      room_key: code,
      opened_at: tx.now,
      closed_at: tx.now,
    })
    .execute();
  for (let n = 0; n < size.items; n++)
    await resolveOne(tx, { id, code, posts, convener, rulesId }, n, size.actions);
  return id;
}

/** A session of the secretary of the branch, second step given. */
async function signedIn(town: Town, database: Database, postId: string): Promise<string> {
  const login = DEMO_LOGINS.find(([person]) => person === 'zhou')?.[1] ?? '';
  const account = await database.onReference((db) =>
    db.selectFrom('platform.account').select('id').where('login_name', '=', login).executeTakeFirstOrThrow(),
  );
  const now = new Date();
  const session = {
    accountId: account.id,
    neighborhoodId: town.neighborhoodId,
    personId: personId('zhou'),
    actingPostId: postId,
    device: 'bench',
    secondFactorAt: now,
  };
  return `${SESSION_COOKIE}=${await startSession(database, session, 'staff', now)}`;
}

/** Milliseconds until the whole page, with every action on it, is there. */
async function read(url: string, cookie: string, actions: number): Promise<number> {
  const from = performance.now();
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
  const text = await answer.text();
  const took = performance.now() - from;
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  const shown = text.split(MEASURE).length - 1;
  if (shown < actions) throw new Error(`${url} shows ${shown} actions only`);
  return took;
}

export async function meetingPage(town: Town): Promise<Figure[]> {
  const database = connectDatabase(town.app, town.vault);
  try {
    const made = await database.inTransaction(systemActor(town.neighborhoodId), async (tx) => {
      const body = await constitute(tx);
      const long = await hold(tx, body, '2026-91', LONG);
      return { long, short: await hold(tx, body, '2026-92', SHORT), postId: body.convener.postId };
    });
    const cookie = await signedIn(town, database, made.postId);
    const times = { long: [] as number[], short: [] as number[] };
    for (let round = 0; round < ROUNDS; round++)
      for (const which of ['long', 'short'] as const) {
        const size = which === 'long' ? LONG : SHORT;
        const url = `${town.program.address}/desk/meetings/${made[which]}`;
        times[which].push(await read(url, cookie, size.items * size.actions));
      }
    const [long, short] = [median(times.long), median(times.short)];
    const what = `page of a meeting with ${LONG.items} items and ${LONG.items * LONG.actions} actions / one with ${SHORT.items}`;
    return [figure(what, ['≤', 1.5], long / short, '', `${long.toFixed(1)} ms, ${short.toFixed(1)} ms`)];
  } finally {
    await database.close();
  }
}
