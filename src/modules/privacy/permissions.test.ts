import { expect, it } from 'vitest';
import { type Actor, ROLES, type Role } from '#kernel/actor.ts';
import { COMMAND_RULES, mayLookAfterData, PRIVACY_ACTIONS, PRIVACY_PERMISSIONS } from './permissions.ts';

function actorAs(role: Role, isHead: boolean, onBehalfOf: string | null = null): Actor {
  const isStaff = !['ANON', 'SYS', 'RES', 'OWN'].includes(role);
  return {
    neighborhoodId: 'n',
    role,
    personId: role === 'ANON' || role === 'SYS' ? null : 'me',
    post: isStaff ? { postId: 'p', orgId: 'o', orgKind: 'AGENCY', isHead } : null,
    householdUnitIds: [],
    onBehalfOf,
  };
}

/** Who may, written down again independently of the table: role, and whether in the head's post. */
const EXPECTED: Readonly<Record<string, (role: Role, isHead: boolean) => boolean>> = {
  'ask-about-own-data': (r) => r !== 'ANON' && r !== 'SYS',
  'see-own-data': (r) => r !== 'ANON' && r !== 'SYS',
  'help-with-own-data': (r) => r === 'RC' || r === 'GB',
  'answer-requests': (r) => r === 'RC' || r === 'GB',
  'see-retention': (r) => r === 'RC' || r === 'GB' || r === 'AUD',
  'decide-retention': (r, isHead) => (r === 'RC' || r === 'GB') && isHead,
  hold: (r, isHead) => (r === 'RC' || r === 'GB') && isHead,
};

it.each(PRIVACY_ACTIONS)('%s: exactly who should', (action) => {
  for (const role of ROLES)
    for (const isHead of [true, false])
      expect(mayLookAfterData(actorAs(role, isHead), action).ok, `${role} ${isHead}`).toBe(
        EXPECTED[action]!(role, isHead),
      );
});

it('a proxy cannot see or ask about the other person’s data', () => {
  for (const action of ['ask-about-own-data', 'see-own-data'] as const)
    expect(mayLookAfterData(actorAs('RES', false, 'elder'), action).ok).toBe(false);
});

it('every command is guarded by an action of the table', () => {
  const named = Object.values(COMMAND_RULES).flat();
  const known = [...Object.keys(PRIVACY_PERMISSIONS), 'PROGRAM', 'PART'];
  expect(named.filter((one) => !known.includes(String(one)))).toEqual([]);
});
