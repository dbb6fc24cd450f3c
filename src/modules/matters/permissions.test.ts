import { describe, expect, it } from 'vitest';
import { type Actor, ROLES, type Role } from '#kernel/actor.ts';
import { MATTER_ACTIONS, MATTER_STATUSES, type MatterAction, type MatterFacts } from './contract.ts';
import {
  INTAKE_PERMISSIONS,
  MATTER_PERMISSIONS,
  mayEver,
  mayNow,
  mayRaise,
  type Relation,
  reporterView,
  visibleTo,
} from './permissions.ts';
import { LIFECYCLE, mayStart } from './rules/lifecycle.ts';

const ORG = { own: 'org-own', lead: 'org-lead', other: 'org-other' };
const nobodys: MatterFacts = {
  status: 'IN_PROGRESS',
  leadOrgId: ORG.other,
  coHandlerOrgIds: [],
  reporterOrgId: null,
  reporterPersonId: 'someone',
  complainedOrgId: null,
  enteredByPersonId: null,
  returnCount: 0,
  awaitsReturnRuling: true,
  awaitsRedoRuling: true,
  explanationProposedBy: 'someone',
  deskOrgIds: [],
  provenByPin: false,
  anonymous: false,
};
const STAFF: readonly Role[] = ['BL', 'VOL', 'RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL', 'ST', 'AUD'];

function actorAs(role: Role): Actor {
  const post = STAFF.includes(role)
    ? { postId: 'post', orgId: ORG.own, orgKind: 'AGENCY' as const, isHead: false }
    : null;
  return {
    neighborhoodId: 'n',
    role,
    personId: role === 'ANON' || role === 'SYS' ? null : 'me',
    post,
    householdUnitIds: [],
    onBehalfOf: null,
  };
}

/** Facts that put the actor in exactly one relation. */
const STANDING: Readonly<
  Record<Exclude<Relation, 'any' | 'outside' | 'second-person'>, Partial<MatterFacts>>
> = {
  reporter: { reporterPersonId: 'me' },
  lead: { leadOrgId: ORG.own },
  handler: { coHandlerOrgIds: [ORG.own] },
  desk: { deskOrgIds: [ORG.own] },
  entered: { enteredByPersonId: 'me' },
  'own-org': { reporterOrgId: ORG.own },
};

/** The rows of domain brief §3.16 again, written down independently of the table under test: who may, by standing. */
const EXPECTED: Readonly<Record<string, (role: Role, standing: string) => boolean>> = {
  accept: (r, s) => r === 'RC' || r === 'GB' || (['OC', 'PC', 'HO', 'AG', 'POL'].includes(r) && s === 'desk'),
  'decide-extension': (r) => r === 'GB',
  'decide-parking': (r) => r === 'GB',
  'rule-on-return': (r) => r === 'GB',
  'rule-on-redo': (r) => r === 'GB',
  'report-done': (r, s) => ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL'].includes(r) && s === 'lead',
  'record-follow-up': (r, s) =>
    (r === 'RC' || r === 'GB') && s !== 'lead' && s !== 'handler' && s !== 'own-org',
};

describe('every action has a row in both tables', () => {
  it.each(MATTER_ACTIONS)('%s', (action) => {
    expect(MATTER_PERMISSIONS[action].length).toBeGreaterThan(0);
    expect(LIFECYCLE.filter((row) => row.action === action)).toHaveLength(1);
  });
});

describe('role × standing × action', () => {
  for (const [action, expected] of Object.entries(EXPECTED)) {
    it(`${action}: exactly who the brief names`, () => {
      for (const role of ROLES) {
        for (const [standing, facts] of Object.entries(STANDING)) {
          const allowed = mayEver(actorAs(role), action as MatterAction, { ...nobodys, ...facts }) === null;
          expect({ role, standing, allowed }).toEqual({ role, standing, allowed: expected(role, standing) });
        }
      }
    });
  }

  it('street and auditor change nothing, whatever they stand in', () => {
    for (const action of MATTER_ACTIONS) {
      for (const role of ['ST', 'AUD'] as const) {
        for (const facts of Object.values(STANDING)) {
          expect(mayEver(actorAs(role), action, { ...nobodys, ...facts })).not.toBeNull();
        }
      }
    }
  });

  it('somebody who is a stranger to the matter and no coordinator can only say "we too"', () => {
    for (const role of ['ANON', 'RES', 'OWN', 'OC', 'PC', 'HO', 'AG', 'POL'] as const) {
      const possible = MATTER_ACTIONS.filter((action) => mayEver(actorAs(role), action, nobodys) === null);
      expect(possible).toEqual(role === 'RES' || role === 'OWN' ? ['endorse'] : []);
    }
  });
});

describe('role × state × action', () => {
  it('nothing can be done now that the state does not allow', () => {
    for (const action of MATTER_ACTIONS) {
      for (const status of MATTER_STATUSES) {
        for (const role of ROLES) {
          for (const facts of Object.values(STANDING)) {
            const here = { ...nobodys, ...facts, status };
            const ever = mayEver(actorAs(role), action, here) === null;
            const now = mayNow(actorAs(role), action, here) === null;
            expect({ action, status, role, now }).toEqual({
              action,
              status,
              role,
              now: ever && mayStart(action, status),
            });
          }
        }
      }
    }
  });
});

describe('rules by name', () => {
  it("fixture 7: the handler's own organisation cannot record the follow-up", () => {
    const facts = { ...nobodys, status: 'DONE_BY_HANDLER', leadOrgId: ORG.own } as const;
    expect(mayNow(actorAs('RC'), 'record-follow-up', facts)?.code).toBe(
      'matters.follow-up-by-own-organisation',
    );
  });

  it('the organisation complained about cannot record the follow-up either', () => {
    const facts = { ...nobodys, status: 'DONE_BY_HANDLER', complainedOrgId: ORG.own } as const;
    expect(mayNow(actorAs('RC'), 'record-follow-up', facts)?.code).toBe(
      'matters.follow-up-by-own-organisation',
    );
  });

  it('fixture 7: a complaint hides the reporter from the organisation complained about, even as lead', () => {
    const facts = { ...nobodys, leadOrgId: ORG.own, complainedOrgId: ORG.own, revealReporter: false };
    expect(reporterView(actorAs('PC'), facts)).toBe('HIDDEN');
    expect(reporterView(actorAs('PC'), { ...facts, revealReporter: true })).toBe('FULL');
    expect(reporterView(actorAs('PC'), { ...facts, complainedOrgId: null })).toBe('FULL');
    expect(reporterView(actorAs('ST'), facts)).toBe('HIDDEN');
    expect(reporterView(actorAs('ST'), { ...facts, complainedOrgId: null })).toBe('MASKED');
  });

  it('the desk of the organisation complained about cannot take the matter up', () => {
    const facts = {
      ...nobodys,
      status: 'SUBMITTED',
      deskOrgIds: [ORG.own],
      complainedOrgId: ORG.own,
    } as const;
    expect(mayNow(actorAs('PC'), 'accept', facts)?.code).toBe('matters.not-yours-to-do');
  });

  it('fixture 6: a third return is impossible', () => {
    const facts = { ...nobodys, status: 'ASSIGNED', leadOrgId: ORG.own, returnCount: 2 } as const;
    expect(mayNow(actorAs('PC'), 'return-assignment', facts)?.code).toBe('matters.no-third-return');
    expect(mayNow(actorAs('PC'), 'return-assignment', { ...facts, returnCount: 1 })).toBeNull();
  });

  it('who proposed an explanation cannot confirm it', () => {
    const facts = { ...nobodys, status: 'ESCALATED', explanationProposedBy: 'me' } as const;
    expect(mayNow(actorAs('GB'), 'confirm-explanation', facts)?.code).toBe(
      'matters.explanation-needs-second-person',
    );
    expect(
      mayNow(actorAs('GB'), 'confirm-explanation', { ...facts, explanationProposedBy: 'you' }),
    ).toBeNull();
  });

  it('code and query PIN make anybody the reporter, and nothing more', () => {
    const facts = { ...nobodys, provenByPin: true, status: 'DONE_BY_HANDLER' } as const;
    expect(mayNow(actorAs('ANON'), 'answer-follow-up', facts)).toBeNull();
    expect(mayNow(actorAs('ANON'), 'report-done', facts)).not.toBeNull();
    expect(reporterView(actorAs('ANON'), { ...facts, revealReporter: false })).toBe('FULL');
  });

  it('anybody may report without signing in; street and auditor raise nothing', () => {
    expect(mayRaise(actorAs('ANON'), 'WEB')).toBeNull();
    expect(mayRaise(actorAs('ANON'), 'PHONE')).not.toBeNull();
    for (const channel of Object.keys(INTAKE_PERMISSIONS) as (keyof typeof INTAKE_PERMISSIONS)[]) {
      expect(mayRaise(actorAs('ST'), channel)).not.toBeNull();
      expect(mayRaise(actorAs('AUD'), channel)).not.toBeNull();
    }
  });

  it('lists: coordinators and readers see all, organisations their own, residents their own, strangers nothing', () => {
    expect(visibleTo(actorAs('RC'))).toEqual({ kind: 'everything' });
    expect(visibleTo(actorAs('PC'))).toEqual({
      kind: 'organisation',
      orgId: ORG.own,
      personId: 'me',
      desk: true,
    });
    expect(visibleTo(actorAs('AG'))).toMatchObject({ desk: false });
    expect(visibleTo(actorAs('RES'))).toEqual({ kind: 'person', personId: 'me' });
    expect(visibleTo(actorAs('ANON'))).toEqual({ kind: 'nothing' });
  });
});
