/** Whether what a module grants stays within its row. Pure. */
import type { Granted } from './grants.ts';
import { type Cell, cellOf, columnOf, type RowName } from './skeleton.ts';

/** Conditions of modules that are at least as narrow as a cell. A cell that is not here allows any condition. */
const NARROW_ENOUGH: Readonly<Partial<Record<Cell, readonly string[]>>> = {
  self: ['self', 'reporter', 'requester', 'own'],
  lead: ['lead', 'lead-not-complained', 'self'],
  'lead-not-complained': ['lead-not-complained', 'self'],
  masked: ['masked'],
  'masked-reason': ['masked', 'reason'],
  own: [
    'lead-head',
    'own',
    'desk',
    'lead',
    'handler',
    'own-org',
    'reporter',
    'requester',
    'entered',
    'head',
    'own-work',
    'decider',
    'asked',
  ],
  'own-desk': ['own', 'desk', 'lead', 'head'],
  head: ['head', 'convener-head', 'seat-head'],
  service: ['own'],
};

/** A grant that goes beyond its row. */
export type Excess = { readonly role: string; readonly condition: string; readonly allowed: Cell | null };

/** The grants of an action that its row does not allow. */
export function excessOf(row: RowName, grants: readonly Granted[]): Excess[] {
  return grants.flatMap(({ role, condition }) => {
    const column = columnOf(role);
    if (column === null) return [];
    const allowed = cellOf(row, column);
    if (allowed !== null && (NARROW_ENOUGH[allowed]?.includes(condition) ?? true)) return [];
    return [{ role, condition, allowed }];
  });
}
