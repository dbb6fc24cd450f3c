import { randomUUID } from 'node:crypto';
import type { Actor, OrgKind } from '#kernel/actor.ts';
import { roleOfPost } from '#kernel/actor.ts';
import type { SmallNeighborhood } from '../small-neighborhood.ts';
import type { TestDatabase } from '../test-database.ts';

type Where = Pick<SmallNeighborhood, 'id'>;

/** Somebody in a post with the duty of an auditor, in the street's party committee. */
export function postOfAuditor(t: TestDatabase, n: Where, personId?: string): Promise<Actor> {
  return holder(t, n, 'SUBDISTRICT_PARTY_COMMITTEE', 'AUDITOR', personId);
}

/** Somebody of the sub-district office. */
export function postOfStreet(t: TestDatabase, n: Where, personId?: string): Promise<Actor> {
  return holder(t, n, 'SUBDISTRICT_OFFICE', 'DESK', personId);
}

async function holder(
  t: TestDatabase,
  { id }: Where,
  orgKind: OrgKind,
  duty: string,
  personId: string = randomUUID(),
): Promise<Actor> {
  const [orgId, postId] = [randomUUID(), randomUUID()];
  const insert = (sql: string, values: unknown[]) => t.ownerPool.query(sql, values);
  await insert(
    "insert into registry.organisation (neighborhood_id, id, kind, name_zh, name_en) values ($1, $2, $3, '测试街道', 'Test street')",
    [id, orgId, orgKind],
  );
  await insert(
    `insert into registry.post (neighborhood_id, id, organisation_id, code, name_zh, name_en, is_head, duty)
     values ($1, $2, $3, $4, '测试岗', 'Test post', false, $5)`,
    [id, postId, orgId, postId.slice(0, 8), duty],
  );
  await insert(
    "insert into registry.person (neighborhood_id, id, name) values ($1, $2, '测试监督') on conflict do nothing",
    [id, personId],
  );
  await insert(
    "insert into registry.appointment (neighborhood_id, id, post_id, person_id, from_day) values ($1, $2, $3, $4, '2020-01-01')",
    [id, randomUUID(), postId, personId],
  );
  return {
    neighborhoodId: id,
    role: roleOfPost({ orgKind, duty }),
    personId,
    post: { postId, orgId, orgKind, isHead: false },
    householdUnitIds: [],
    onBehalfOf: null,
  };
}
