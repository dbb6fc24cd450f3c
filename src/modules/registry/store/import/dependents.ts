import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { ImportPlan } from './batches.ts';

export type Made = {
  readonly units: readonly string[];
  readonly people: readonly string[];
  readonly holdings: readonly string[];
};

const AT_ONCE = 20_000;

/** How many rows of the register depend on what an import made: further holdings, posts, teams. */
export async function dependents(tx: Tx, made: Made): Promise<number> {
  let found = 0;
  for (let at = 0; at < Math.max(made.units.length, made.people.length); at += AT_ONCE) {
    const units = made.units.slice(at, at + AT_ONCE);
    const people = made.people.slice(at, at + AT_ONCE);
    found += await inRegister(tx, units, people, made.holdings);
  }
  return found;
}

async function inRegister(
  tx: Tx,
  units: readonly string[],
  people: readonly string[],
  holdings: readonly string[],
): Promise<number> {
  const own = tx.actor.neighborhoodId;
  const list = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ n: string }>`
    select (select count(*) from registry.unit_holder h where h.neighborhood_id = ${own}::uuid
              and (h.unit_id = ${list(units)} or h.person_id = ${list(people)})
              and not h.id = ${list(holdings)})
         + (select count(*) from registry.appointment a where a.neighborhood_id = ${own}::uuid and a.person_id = ${list(people)})
         + (select count(*) from registry.team_member m where m.neighborhood_id = ${own}::uuid and m.person_id = ${list(people)})
         + (select count(*) from registry.party_membership b where b.neighborhood_id = ${own}::uuid and b.person_id = ${list(people)})
      as n`.execute(tx.schema('registry'));
  return Number(rows[0]?.n ?? 0);
}

/** How many other units and common parts lie in places that an import made. */
export async function placesInUse(tx: Tx, plan: ImportPlan, ownUnits: readonly string[]): Promise<number> {
  const own = tx.actor.neighborhoodId;
  const list = (rows: readonly { id: string }[]) => sql`any(${rows.map(({ id }) => id)}::uuid[])`;
  const { rows } = await sql<{ n: string }>`
    select (select count(*) from registry.unit u where u.neighborhood_id = ${own}::uuid
              and (u.building_id = ${list(plan.buildings)} or u.estate_id = ${list(plan.estates)} or u.stairwell_id = ${list(plan.stairwells)}))
         - (select count(*) from registry.unit u where u.neighborhood_id = ${own}::uuid and u.id = any(${[...ownUnits]}::uuid[])
              and (u.building_id = ${list(plan.buildings)} or u.estate_id = ${list(plan.estates)} or u.stairwell_id = ${list(plan.stairwells)}))
         + (select count(*) from registry.common_part c where c.neighborhood_id = ${own}::uuid
              and (c.building_id = ${list(plan.buildings)} or c.estate_id = ${list(plan.estates)}))
         + (select count(*) from registry.organisation_estate o where o.neighborhood_id = ${own}::uuid and o.estate_id = ${list(plan.estates)})
         + (select count(*) from registry.building b where b.neighborhood_id = ${own}::uuid
              and b.estate_id = ${list(plan.estates)} and not b.id = ${list(plan.buildings)})
         + (select count(*) from registry.stairwell s where s.neighborhood_id = ${own}::uuid
              and s.building_id = ${list(plan.buildings)} and not s.id = ${list(plan.stairwells)})
      as n`.execute(tx.schema('registry'));
  return Number(rows[0]?.n ?? 0);
}
