import { systemActor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { enterMembership } from '#modules/registry/commands/membership/enter-membership.ts';
import { addOrganisation } from '#modules/registry/commands/organisations/add-organisation.ts';
import { addPosts } from '#modules/registry/commands/organisations/add-post.ts';
import { appointPerson } from '#modules/registry/commands/organisations/appoint-person.ts';
import { addPeople } from '#modules/registry/commands/people/add-person.ts';
import { holdUnits } from '#modules/registry/commands/people/hold-unit.ts';
import { addEstate } from '#modules/registry/commands/places/add-estate.ts';
import { foundNeighborhood } from '#modules/registry/commands/places/found-neighborhood.ts';
import { formTeam } from '#modules/registry/commands/teams/form-team.ts';
import { enterTerm } from '#modules/registry/commands/terms/enter-term.ts';
import { profile } from '#modules/registry/facade.server.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { giveDemoAccounts } from './accounts.ts';
import { type DemoNeighborhood, demoNeighborhood } from './demo-neighborhood.ts';
import { ESTATE_SHAPES } from './estate-shapes.ts';
import { estatePlan } from './estates.ts';
import { DEMO_NEIGHBORHOOD_ID, DEMO_SINCE, DEMO_SLUG, demoId, ESTATE_CODES } from './ids.ts';
import { DEMO_ORGANISATIONS, type DemoOrganisation } from './organisations.ts';
import { postsOf } from './posts.ts';
import { makeRoster, type Roster } from './roster.ts';
import { teamsOf } from './teams.ts';
import { DEMO_MEMBERSHIPS, DEMO_TERMS, VACANT_POSTS } from './terms.ts';

/**
 * Founds the demo neighborhood of domain brief §6.1–6.2: places, people, organisations, posts, teams,
 * accounts and its address, through the register's commands. What is there is left as it
 * is; when the program was killed on the way, the rest is added.
 *
 * @param options.now the moment it was founded, for the events.
 */
export async function seedNeighborhood(
  database: Database,
  options: { now: Date },
): Promise<DemoNeighborhood> {
  if (await hasAddress(database)) return demoNeighborhood();
  const actor = systemActor(DEMO_NEIGHBORHOOD_ID);
  const founded = await database.inTransaction(actor, profile);
  if (!founded) await database.inTransaction(actor, foundDemo, options);
  await giveDemoAccounts(database, options.now);
  await database.onReference((db) =>
    db
      .insertInto('platform.neighborhood_address')
      .values({ neighborhood_id: DEMO_NEIGHBORHOOD_ID, slug: DEMO_SLUG, is_default: true, is_demo: true })
      .onConflict((conflict) => conflict.column('neighborhood_id').doNothing())
      .execute(),
  );
  return demoNeighborhood();
}

/** The address is given last: with it, everything before it is there. */
async function hasAddress(database: Database): Promise<boolean> {
  const row = await database.onReference((db) =>
    db
      .selectFrom('platform.neighborhood_address')
      .select('slug')
      .where('neighborhood_id', '=', DEMO_NEIGHBORHOOD_ID)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

async function foundDemo(tx: Tx): Promise<void> {
  granted(
    await foundNeighborhood(tx, {
      code: 'NB',
      nameZh: '紫荆居民区',
      nameEn: 'Zijing Neighborhood',
      statedPopulation: '约5000人',
      statedPartyMembers: '800余人（原文占居民总人口的15%）',
      statedSource: '《携手共建和谐社区》原文',
    }),
  );
  for (const shape of ESTATE_SHAPES) granted(await addEstate(tx, estatePlan(shape)));
  await addOrganisations(tx);
  const roster = makeRoster();
  granted(await addPeople(tx, roster.people));
  granted(await holdUnits(tx, roster.holdings));
  await fillPosts(tx, roster);
  for (const { key: _key, ...team } of teamsOf(roster)) granted(await formTeam(tx, team));
  granted(await addPosts(tx, VACANT_POSTS));
  for (const term of DEMO_TERMS) granted(await enterTerm(tx, term));
  for (const membership of DEMO_MEMBERSHIPS) granted(await enterMembership(tx, membership));
}

async function addOrganisations(tx: Tx): Promise<void> {
  const all = Object.entries(DEMO_ORGANISATIONS as Readonly<Record<string, DemoOrganisation>>);
  for (const [at, [key, given]] of all.entries()) {
    granted(
      await addOrganisation(tx, {
        id: demoId(`organisation/${key}`),
        kind: given.kind,
        agencyKind: given.agencyKind ?? null,
        nameZh: given.nameZh,
        nameEn: given.nameEn,
        dutyPhone: given.dutyPhone ?? null,
        parentId: given.parent ? demoId(`organisation/${given.parent}`) : null,
        position: at,
        estateIds: (given.estates ?? ESTATE_CODES).map((code) => demoId(`estate/${code}`)),
        fromDay: DEMO_SINCE,
      }),
    );
  }
}

async function fillPosts(tx: Tx, roster: Roster): Promise<void> {
  const held = postsOf(roster);
  granted(
    await addPosts(
      tx,
      held.map(({ post }) => post),
    ),
  );
  for (const { post, holderId } of held) {
    granted(
      await appointPerson(tx, {
        id: demoId(`appointment/${post.code}`),
        postId: post.id ?? '',
        personId: holderId,
        fromDay: DEMO_SINCE,
      }),
    );
  }
}

/** The demo is our own; a refusal there is a mistake of ours. */
function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
