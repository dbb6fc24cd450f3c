/** A notice told to 5,000 bells: how long the telling takes, and what those who read meanwhile feel of it. */
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { sql } from 'kysely';
import { systemActor } from '#kernel/actor.ts';
import { tellEvent } from '#modules/notifications/commands/tell-event.ts';
import { organisations, placeTree, postsOf } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { connectDatabase, type Database, type Tx } from '#platform/db/database.ts';
import { type Figure, figure } from '../measure.ts';
import type { Town } from '../town.ts';

const READERS = 5000;
const SECONDS = 8;
const CONNECTIONS = 4;
/** The program looks for news every three seconds. */
const LONGEST_WAIT_MS = 30_000;

type Place = { readonly estateId: string; readonly orgId: string; readonly postId: string };

/** Where the notice is for, and whose it is. */
async function placeOf(tx: Tx): Promise<Place> {
  const estateId = (await placeTree(tx))[0]?.id ?? '';
  const orgId = (await organisations(tx)).find(({ kind }) => kind === 'RESIDENTS_COMMITTEE')?.id ?? '';
  return { estateId, orgId, postId: (await postsOf(tx, [orgId]))[0]?.id ?? '' };
}

/** Five thousand people who live in the estate and have an account. */
async function settle(tx: Tx, { estateId }: Place): Promise<void> {
  const here = tx.actor.neighborhoodId;
  const registry = tx.schema('registry');
  await sql`
    with home as (
      select id, row_number() over (order by id) as n, count(*) over () as homes from registry.unit
       where neighborhood_id = ${here} and estate_id = ${estateId} and kind = 'DWELLING'
    ), reader as (
      insert into registry.person (neighborhood_id, id, name)
      select ${here}, gen_random_uuid(), '测试读者' || n from generate_series(1, ${sql.lit(READERS)}) as n
      returning id, name
    )
    insert into registry.unit_holder (neighborhood_id, id, unit_id, person_id, relation, from_day)
    select ${here}, gen_random_uuid(), home.id, reader.id, 'TENANT', '2020-01-01'
      from reader join home on home.n = 1 + substr(reader.name, 5)::int % home.homes`.execute(registry);
  await sql`
    with reader as (
      select id from registry.person where neighborhood_id = ${here} and name like '测试读者%'
    ), account as (
      insert into platform.account (id, login_name, created_at) select id, id::text, now() from reader returning id
    )
    insert into platform.account_person (account_id, neighborhood_id, person_id)
    select id, ${here}, id from account`.execute(tx.schema('platform'));
}

/** A notice that is out, and the event that says so. */
async function publish(tx: Tx, place: Place, number: string): Promise<string> {
  const id = tx.newId();
  await tx
    .schema('notices')
    .insertInto('notices.works_notice')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      id,
      number,
      state: 'LIVE',
      kind: 'WATER',
      title: '停水半天',
      body: '请提前存水。',
      estate_id: place.estateId,
      starts_at: tx.now,
      ends_at: new Date(tx.now.getTime() + 86_400_000),
      contact_phone: '021-00000000',
      issuer_org_id: place.orgId,
      issuer_post_id: place.postId,
      published_at: tx.now,
    })
    .execute();
  await appendEvent(tx, { subjectKind: 'works-notice', subjectId: id, kind: 'notices.published' });
  return id;
}

async function belled(tx: Tx, noticeId: string): Promise<number> {
  const { n } = await tx
    .schema('notifications')
    .selectFrom('notifications.notification')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('subject_id', '=', noticeId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** The worst of a hundred answers while reading pages that are not kept, in milliseconds. */
async function p99({ program }: Town): Promise<number> {
  const run = await autocannon({
    url: `${program.address}/board`,
    headers: { cookie: 'bench=1' },
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  if (run.errors + run.non2xx > 0) throw new Error('pages were refused');
  return run.latency.p99;
}

/** How long one telling takes, measured without the wait for the next look at the log; it is rolled back. */
async function tellingSeconds(database: Database, actor: ReturnType<typeof systemActor>, place: Place) {
  let seconds = 0;
  const undone = new Error('measured');
  await database
    .inTransaction(actor, async (tx) => {
      const subjectId = await publish(tx, place, 'SG-BENCH-1');
      const from = performance.now();
      const event = {
        seq: '0',
        at: tx.now,
        kind: 'notices.published',
        subjectId,
        data: {},
        byPersonId: null,
      };
      const told = await tellEvent(tx, event);
      seconds = (performance.now() - from) / 1000;
      if (told < READERS) throw new Error(`${told} bells only`);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return seconds;
}

export async function bells(town: Town): Promise<Figure[]> {
  const database = connectDatabase(town.app, town.vault);
  const actor = systemActor(town.neighborhoodId);
  try {
    const place = await database.inTransaction(actor, placeOf);
    await database.inTransaction(actor, (tx) => settle(tx, place));
    const seconds = await tellingSeconds(database, actor, place);
    await p99(town);
    const before = await p99(town);
    const during = p99(town);
    await wait(500);
    const id = await database.inTransaction(actor, (tx) => publish(tx, place, 'SG-BENCH-2'));
    const worst = await during;
    const until = performance.now() + LONGEST_WAIT_MS;
    while ((await database.inTransaction(actor, (tx) => belled(tx, id))) < READERS) {
      if (performance.now() > until) throw new Error('the bells did not ring');
      await wait(200);
    }
    return [
      figure(`a notice told to ${READERS} bells`, ['≤', 2], seconds, ' s'),
      figure(
        'pages while it is told / before, p99',
        ['≤', 1.3],
        worst / before,
        '',
        `${before} ms, ${worst} ms`,
      ),
    ];
  } finally {
    await database.close();
  }
}
