import { randomUUID } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import type { SmallNeighborhood } from '../small-neighborhood.ts';
import type { TestDatabase } from '../test-database.ts';

/** The street's office with somebody in its head post. */
export async function street(t: TestDatabase, n: SmallNeighborhood): Promise<Actor> {
  const [orgId, postId, personId] = [randomUUID(), randomUUID(), randomUUID()];
  const insert = (table: string, row: Record<string, unknown>) =>
    t.ownerPool.query(
      `insert into registry.${table} (neighborhood_id, ${Object.keys(row).join(', ')})
       values ($1, ${Object.keys(row)
         .map((_, at) => `$${at + 2}`)
         .join(', ')})`,
      [n.id, ...Object.values(row)],
    );
  const names = { name_zh: '测试街道', name_en: 'Test street' };
  await insert('organisation', { id: orgId, kind: 'SUBDISTRICT_OFFICE', ...names });
  await insert('post', {
    id: postId,
    organisation_id: orgId,
    code: 'ST',
    ...names,
    is_head: true,
    duty: 'HEAD',
  });
  await insert('person', { id: personId, name: '街道测试' });
  await insert('appointment', {
    id: randomUUID(),
    post_id: postId,
    person_id: personId,
    from_day: '2020-01-01',
  });
  return {
    neighborhoodId: n.id,
    role: 'ST',
    personId,
    post: { postId, orgId, orgKind: 'SUBDISTRICT_OFFICE', isHead: true },
    householdUnitIds: [],
    onBehalfOf: null,
  };
}
