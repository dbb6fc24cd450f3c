import { describe, expect, it } from 'vitest';
import { type Actor, ROLES, type Role } from '#kernel/actor.ts';
import { mayKeep, REGISTRY_ACTIONS } from './permissions.ts';

function actor(role: Role, isHead: boolean): Actor {
  const post = { postId: 'post', orgId: 'org', orgKind: 'RESIDENTS_COMMITTEE', isHead } as const;
  return { neighborhoodId: 'n', role, personId: 'p', post, householdUnitIds: [], onBehalfOf: null };
}

/** What a clerk of the committee or the branch does without being its head. */
const CLERKS_DO: readonly string[] = [
  'draw-site-plan',
  'add-place',
  'correct-place',
  'remove-place',
  'hold-unit',
  'add-person',
  'end-holding',
  'transfer-unit',
  'choose-representative',
  'correct-person',
  'reveal-phone',
  'keep-team',
];

describe.each(REGISTRY_ACTIONS)('%s', (action) => {
  it.each(ROLES)('as %s', (role) => {
    const founding = action === 'found-neighborhood';
    const keeper = !founding && (role === 'RC' || role === 'GB');
    expect(mayKeep(actor(role, true), action).ok).toBe(role === 'SYS' || keeper);
    const everyday = keeper && CLERKS_DO.includes(action);
    expect(mayKeep(actor(role, false), action).ok).toBe(role === 'SYS' || everyday);
  });
});
