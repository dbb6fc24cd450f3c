import { describe, expect, it } from 'vitest';
import { type Actor, type OrgKind, ROLES, type Role } from '#kernel/actor.ts';
import { PIECE_ACTIONS, PIECE_STATES, type PieceAction, type PieceState } from './contract.ts';
import { ACTION_RIGHTS, mayDo, type PieceFacts, REDACTION_PERMISSIONS, visibleOrg } from './permissions.ts';
import { leadsTo } from './rules/lifecycle.ts';

const OWN = '00000000-0000-7000-8000-000000000001';
const OTHER = '00000000-0000-7000-8000-000000000002';

function actor(role: Role, personId = 'me', orgId = OWN): Actor {
  const post = { postId: 'p', orgId, orgKind: 'AGENCY' as OrgKind, isHead: false };
  return { neighborhoodId: 'n', role, personId, post, householdUnitIds: [], onBehalfOf: null };
}

const piece = (state: PieceState, more: Partial<PieceFacts> = {}): PieceFacts => ({
  state,
  orgId: OWN,
  authorIds: ['author'],
  emergency: true,
  reviewOpen: state === 'PUBLISHED',
  ...more,
});
const code = (who: Actor, action: PieceAction, facts: PieceFacts) => mayDo(who, action, facts)?.code ?? null;

describe('every role × action × state × relation', () => {
  it('is allowed exactly where the two tables say so', () => {
    for (const role of ROLES)
      for (const action of PIECE_ACTIONS)
        for (const state of PIECE_STATES)
          for (const orgId of [OWN, OTHER])
            for (const personId of ['me', 'author']) {
              const scope = REDACTION_PERMISSIONS[action][role];
              const reaches = scope === 'any' || (scope === 'own' && orgId === OWN);
              const isSecond = ACTION_RIGHTS[action] === 'WRITER' || personId !== 'author';
              const expected = reaches && isSecond && leadsTo(action, state) !== null;
              const got = code(actor(role, personId), action, piece(state, { orgId }));
              expect([role, action, state, orgId, personId, got === null]).toEqual([
                role,
                action,
                state,
                orgId,
                personId,
                expected,
              ]);
            }
  });

  it.each(['RES', 'OWN', 'BL', 'VOL', 'ST', 'AUD', 'ANON', 'SYS'] as const)('%s reaches nothing', (role) => {
    expect(visibleOrg(actor(role))).toBe('NONE');
  });
});

describe('the second person', () => {
  it('is another person, whatever post the author takes on', () => {
    const other = { ...actor('GB', 'author', OTHER) };
    expect(code(other, 'approve', piece('CHECKED'))).toBe('redaction.second-person-must-be-another');
    expect(code(actor('GB', 'me', OTHER), 'approve', piece('CHECKED'))).toBeNull();
  });
  it('cannot be anybody who changed something of it', () => {
    const both = piece('CHECKED', { authorIds: ['author', 'me'] });
    expect(code(actor('RC'), 'approve', both)).toBe('redaction.second-person-must-be-another');
    expect(code(actor('RC'), 'look-afterwards', { ...both, state: 'PUBLISHED', reviewOpen: true })).toBe(
      'redaction.second-person-must-be-another',
    );
  });
});

describe('alone', () => {
  it('goes out only an emergency', () => {
    expect(code(actor('RC'), 'publish-alone', piece('CHECKED', { emergency: false }))).toBe(
      'redaction.only-an-emergency-goes-alone',
    );
  });
  it('is looked at afterwards once', () => {
    expect(code(actor('RC'), 'look-afterwards', piece('PUBLISHED', { reviewOpen: false }))).toBe(
      'redaction.seen-already',
    );
  });
});

describe('the life of a piece', () => {
  it('leads from every state but the last one somewhere, and from the last one nowhere', () => {
    for (const state of PIECE_STATES) {
      const ways = PIECE_ACTIONS.filter((action) => leadsTo(action, state) !== null);
      expect([state, ways.length > 0]).toEqual([state, state !== 'SUPERSEDED']);
    }
  });
  it('reaches the public only through an approval, or alone in an emergency', () => {
    const ways = PIECE_ACTIONS.filter((action) =>
      PIECE_STATES.some((state) => state !== 'PUBLISHED' && leadsTo(action, state) === 'PUBLISHED'),
    );
    expect(ways).toEqual(['publish', 'publish-alone']);
    expect(PIECE_STATES.filter((state) => leadsTo('publish', state) !== null)).toEqual(['APPROVED']);
  });
  it('a change or a new cover of what was checked or approved makes a draft of it', () => {
    for (const state of ['CHECKED', 'APPROVED'] as const) {
      expect([leadsTo('change', state), leadsTo('cover', state)]).toEqual(['DRAFT', 'DRAFT']);
    }
  });
});
