/** Reads the permission tables of the modules, whatever shape their grants have. Pure. */
import { ROLES, type Role } from '#kernel/actor.ts';

/** Somebody may do something, under a condition; `any` is none. */
export type Granted = { readonly role: Role; readonly condition: string };

const isRole = (text: unknown): text is Role => ROLES.includes(text as Role);

/**
 * What one entry of a permission table grants. Known shapes: `['RC', …]` · `{ RC: 'any', … }` ·
 * `[{ roles: […], relation }]` · `[{ role, as }]`.
 *
 * @throws Error for a shape it does not know: a table nobody can read is no table.
 */
export function grantsOf(entry: unknown): Granted[] {
  if (Array.isArray(entry)) return entry.flatMap(grantsOfOne);
  if (typeof entry === 'object' && entry !== null) {
    return Object.entries(entry).map(([role, condition]) => granted(role, condition));
  }
  throw new Error('not a permission table');
}

function grantsOfOne(one: unknown): Granted[] {
  if (typeof one === 'string') return [granted(one, 'any')];
  if (typeof one !== 'object' || one === null) throw new Error('not a grant');
  const { role, roles, relation, as } = one as Readonly<Record<string, unknown>>;
  const named = Array.isArray(roles) ? roles : [role];
  return named.map((name) => granted(name, relation ?? as ?? 'any'));
}

function granted(role: unknown, condition: unknown): Granted {
  if (!isRole(role) || typeof condition !== 'string') throw new Error(`not a grant: ${String(role)}`);
  return { role, condition };
}
