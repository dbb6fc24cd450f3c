import { randomUUID } from 'node:crypto';
import type { Actor, OrgKind, Role } from '#kernel/actor.ts';
import { roleOfOrg } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { submitMatter } from '#modules/matters/commands/intake/submit-matter.ts';
import type { SubmitMatter } from '#modules/matters/forms/intake.ts';
import { submitForm } from '#modules/matters/forms/intake.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import type { TestDatabase } from './test-database.ts';

/** One estate with one entrance of four flats, the organisations of a joint meeting, and an actor of each. */
export type SmallNeighborhood = {
  readonly id: string;
  readonly estateId: string;
  readonly buildingId: string;
  readonly stairwellId: string;
  readonly units: readonly string[];
  readonly org: Readonly<Record<'RC' | 'GB' | 'PC' | 'OC' | 'HO' | 'AG', string>>;
  /** Somebody acting in the head post of each organisation, and a second person of the two coordinators. */
  readonly as: Readonly<Record<'RC' | 'GB' | 'PC' | 'OC' | 'HO' | 'AG' | 'RC2' | 'GB2', Actor>>;
  readonly residents: readonly Actor[];
  readonly anonymous: Actor;
};

const KINDS: Readonly<Record<string, OrgKind>> = {
  RC: 'RESIDENTS_COMMITTEE',
  GB: 'PARTY_GENERAL_BRANCH',
  PC: 'PROPERTY_COMPANY',
  OC: 'OWNERS_COMMITTEE',
  HO: 'HOUSING_OFFICE',
  AG: 'AGENCY',
};

type Owner = Pick<TestDatabase, 'ownerPool'>;
type Insert = (table: string, row: Record<string, unknown>) => Promise<string>;

/** Makes the neighborhood with rows, behind the wall: what it tests is matters, not how a register is kept. */
export async function smallNeighborhood(t: Owner, prefix = 'ZJ'): Promise<SmallNeighborhood> {
  const id = randomUUID();
  const insert: Insert = async (table, row) => {
    const rowId = randomUUID();
    const whole: Record<string, unknown> = { neighborhood_id: id, id: rowId, ...row };
    const names = Object.keys(whole);
    const holes = names.map((_, i) => `$${i + 1}`).join(', ');
    await t.ownerPool.query(
      `insert into registry.${table} (${names.join(', ')}) values (${holes})`,
      Object.values(whole),
    );
    return rowId;
  };
  await t.ownerPool.query(
    'insert into platform.neighborhood_address (neighborhood_id, slug) values ($1, $2)',
    [id, id],
  );
  await t.ownerPool.query(
    "insert into registry.neighborhood (neighborhood_id, code, name_zh, name_en) values ($1, 'NB', '测试居民区', 'Test')",
    [id],
  );
  const place = await entranceOfFourFlats(insert, prefix);
  const { estateId, units } = place;
  const { org, as } = await organisations(t, id, estateId, insert);
  const residents = await owners(insert, id, units);
  const anonymous: Actor = {
    neighborhoodId: id,
    role: 'ANON',
    personId: null,
    post: null,
    householdUnitIds: [],
    onBehalfOf: null,
  };
  return { id, ...place, org, as, residents, anonymous } as unknown as SmallNeighborhood;
}

async function entranceOfFourFlats(insert: Insert, prefix: string) {
  const estateId = await insert('estate', {
    code: prefix,
    name_zh: '测试小区',
    name_en: 'Test Estate',
    position: 1,
  });
  const areaId = await insert('management_area', { estate_id: estateId, name_zh: '测试' });
  const buildingId = await insert('building', {
    estate_id: estateId,
    management_area_id: areaId,
    code: 'B01',
    number: 1,
  });
  const stairwellId = await insert('stairwell', {
    building_id: buildingId,
    estate_id: estateId,
    code: 'S01',
    number: 1,
  });
  const units: string[] = [];
  for (const room of ['0101', '0102', '0201', '0202']) {
    const place = { estate_id: estateId, building_id: buildingId, stairwell_id: stairwellId };
    units.push(
      await insert('unit', {
        ...place,
        code: `${prefix}-B01-S01-${room}`,
        room,
        kind: 'DWELLING',
        area: 8840,
        area_source: 'REGISTRY',
      }),
    );
  }
  return { estateId, buildingId, stairwellId, units };
}

async function owners(insert: Insert, id: string, units: readonly string[]): Promise<Actor[]> {
  const residents: Actor[] = [];
  for (const [i, unitId] of units.entries()) {
    const personId = await insert('person', { name: `住户测试${i + 1}` });
    await insert('unit_holder', {
      unit_id: unitId,
      person_id: personId,
      relation: 'OWNER',
      from_day: '2020-01-01',
    });
    residents.push({
      neighborhoodId: id,
      role: 'OWN',
      personId,
      post: null,
      householdUnitIds: [unitId],
      onBehalfOf: null,
    });
  }
  return residents;
}

async function organisations(t: Owner, id: string, estateId: string, insert: Insert) {
  const org: Record<string, string> = {};
  const as: Record<string, Actor> = {};
  for (const [short, kind] of Object.entries(KINDS)) {
    const orgId = await insert('organisation', { kind, name_zh: `测试${short}`, name_en: `Test ${short}` });
    org[short] = orgId;
    await t.ownerPool.query(
      "insert into registry.organisation_estate (neighborhood_id, organisation_id, estate_id, from_day) values ($1, $2, $3, '2020-01-01')",
      [id, orgId, estateId],
    );
    as[short] = await holder(insert, id, orgId, kind, short, true);
    if (short === 'RC' || short === 'GB')
      as[`${short}2`] = await holder(insert, id, orgId, kind, `${short}2`, false);
  }
  return { org, as };
}

async function holder(
  insert: Insert,
  id: string,
  orgId: string,
  kind: OrgKind,
  code: string,
  isHead: boolean,
): Promise<Actor> {
  const duty = isHead ? 'HEAD' : 'DESK';
  const postId = await insert('post', {
    organisation_id: orgId,
    code,
    name_zh: `${code}岗`,
    name_en: `${code} post`,
    is_head: isHead,
    duty,
  });
  const personId = await insert('person', { name: `${code}测试` });
  await insert('appointment', { post_id: postId, person_id: personId, from_day: '2020-01-01' });
  const role: Role = roleOfOrg(kind);
  return {
    neighborhoodId: id,
    role,
    personId,
    post: { postId, orgId, orgKind: kind, isHead },
    householdUnitIds: [],
    onBehalfOf: null,
  };
}

/** Runs a command as somebody at a moment, and gives its answer. */
export function does<T>(
  t: TestDatabase,
  actor: Actor,
  command: (tx: Tx) => Promise<Result<T>>,
  now?: Date,
): Promise<Result<T>> {
  return runCommand(t.database, actor, command, now ? { now } : {});
}

/** The value of an answer that must be good. */
export function good<T>(answer: Result<T>): T {
  if (!answer.ok)
    throw new Error(`refused: ${answer.refusal.code} ${JSON.stringify(answer.refusal.params ?? {})}`);
  return answer.value;
}

/** The code of an answer that must be a refusal. */
export function refusal(answer: Result<unknown>): string {
  if (answer.ok) throw new Error('was not refused');
  return answer.refusal.code;
}

/** A report of a resident, with whatever the test wants otherwise. */
export function report(n: SmallNeighborhood, more: Partial<SubmitMatter> = {}): SubmitMatter {
  return submitForm.parse({
    channel: 'WEB',
    description: '一楼大门的门禁坏了，关不上',
    category: 'A09',
    estateId: n.estateId,
    stairwellId: n.stairwellId,
    reporter: 'SELF',
    ...more,
  });
}

/** Sends a report and gives its id. */
export async function submitted(
  t: TestDatabase,
  n: SmallNeighborhood,
  more: Partial<SubmitMatter> = {},
  actor: Actor = n.residents[0]!,
  now?: Date,
) {
  return good(await does(t, actor, (tx) => submitMatter(tx, report(n, more)), now));
}
