import { describe, expect, it } from 'vitest';
import { type Actor, ORG_KINDS, ROLES, type Role, roleOfOrg } from '#kernel/actor.ts';
import type { WorkCalendar } from '#kernel/work-calendar.ts';
import { ACTION_STATES, ACTION_STEPS, type ActionFacts } from '../contract.ts';
import { mayStep } from '../permissions.ts';
import { ACTION_TRANSITIONS, actionLeadsTo, stepsFor } from './action-lifecycle.ts';
import { lightOf, readDueDay } from './lights.ts';

const CALENDAR: WorkCalendar = {
  years: new Set([2026]),
  days: new Map([
    ['2026-04-04', 'REST'],
    ['2026-04-05', 'REST'],
    ['2026-04-06', 'REST'],
    ['2026-05-09', 'WORK'],
  ]),
  hours: [
    { from: 540, to: 690 },
    { from: 780, to: 1020 },
  ],
};

const facts = (state: ActionFacts['state'], laterAsked = false): ActionFacts => ({
  state,
  laterAsked,
  leadOrgId: 'lead',
});

describe('an action', () => {
  it('goes these ways and no others: every step, every state', () => {
    const ways = ACTION_STEPS.map((step) => {
      const from = ACTION_STATES.flatMap((state) =>
        [false, true].flatMap((asked) => {
          const to = actionLeadsTo(step, facts(state, asked));
          return to ? [`${state}${asked ? '+' : ''}→${to}`] : [];
        }),
      );
      return `${step}: ${from.join(' ')}`;
    });
    expect(ways).toEqual([
      'accept-action: PROPOSED→IN_PROGRESS PROPOSED+→IN_PROGRESS',
      'contest-action: PROPOSED→CONTESTED PROPOSED+→CONTESTED',
      'settle-contest: CONTESTED→PROPOSED CONTESTED+→PROPOSED',
      'submit-action: IN_PROGRESS→SUBMITTED IN_PROGRESS+→SUBMITTED',
      'strike-off: SUBMITTED→STRUCK_OFF SUBMITTED+→STRUCK_OFF',
      'return-action: SUBMITTED→IN_PROGRESS SUBMITTED+→IN_PROGRESS',
      'transfer-action: IN_PROGRESS→IN_PROGRESS IN_PROGRESS+→IN_PROGRESS BLOCKED→IN_PROGRESS BLOCKED+→IN_PROGRESS',
      'ask-later: IN_PROGRESS→IN_PROGRESS',
      'grant-later: IN_PROGRESS+→IN_PROGRESS',
      'refuse-later: IN_PROGRESS+→IN_PROGRESS',
      'block-action: IN_PROGRESS→BLOCKED IN_PROGRESS+→BLOCKED',
      'unblock-action: BLOCKED→IN_PROGRESS BLOCKED+→IN_PROGRESS',
      'reopen-action: STRUCK_OFF→IN_PROGRESS STRUCK_OFF+→IN_PROGRESS',
    ]);
    expect(ACTION_TRANSITIONS).toHaveLength(ACTION_STEPS.length);
  });

  it('is taken on, contested and passed on by the head of the organisation alone, and verified by another one', () => {
    const kindOf = (role: Role) => ORG_KINDS.find((kind) => roleOfOrg(kind) === role);
    const who = (role: Role, orgId: string, isHead: boolean): Actor => {
      const orgKind = kindOf(role);
      return {
        neighborhoodId: 'n',
        role,
        personId: 'me',
        post: orgKind ? { postId: 'p', orgId, orgKind, isHead } : null,
        householdUnitIds: [],
        onBehalfOf: null,
      };
    };
    for (const role of ROLES) {
      const isParty = ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL'].includes(role);
      const may = (step: (typeof ACTION_STEPS)[number], orgId: string, isHead: boolean) =>
        mayStep(who(role, orgId, isHead), step, facts('IN_PROGRESS')) === null;
      for (const step of ['accept-action', 'contest-action', 'transfer-action'] as const) {
        expect([role, step, may(step, 'lead', true)]).toEqual([role, step, isParty]);
        expect([role, step, may(step, 'lead', false), may(step, 'other', true)]).toEqual([
          role,
          step,
          false,
          false,
        ]);
      }
      for (const step of ['strike-off', 'return-action'] as const) {
        expect([role, step, may(step, 'lead', true)]).toEqual([role, step, false]);
        expect([role, step, may(step, 'other', false)]).toEqual([role, step, role === 'RC' || role === 'GB']);
      }
    }
  });

  it('offers what may be done now and nothing else', () => {
    const manager: Actor = {
      neighborhoodId: 'n',
      role: 'PC',
      personId: 'me',
      post: { postId: 'p', orgId: 'lead', orgKind: 'PROPERTY_COMPANY', isHead: true },
      householdUnitIds: [],
      onBehalfOf: null,
    };
    expect(stepsFor(manager, facts('PROPOSED'))).toEqual(['accept-action', 'contest-action']);
    expect(stepsFor(manager, facts('IN_PROGRESS'))).toEqual([
      'submit-action',
      'transfer-action',
      'ask-later',
      'block-action',
    ]);
    expect(stepsFor(manager, facts('SUBMITTED'))).toEqual([]);
  });
});

describe('a light', () => {
  const light = (today: string, state: ActionFacts['state'] = 'IN_PROGRESS') =>
    lightOf({ state, dueOn: '2026-04-10' }, today, CALENDAR, { warn: 2, red: 5 });
  it('is yellow from two working days before, orange from the day after, red after five more', () => {
    expect(light('2026-04-07')).toBe('ON_TIME');
    expect(light('2026-04-08')).toBe('YELLOW');
    expect(light('2026-04-10')).toBe('YELLOW');
    expect(light('2026-04-11')).toBe('ORANGE');
    expect(light('2026-04-17')).toBe('ORANGE');
    expect(light('2026-04-18')).toBe('ORANGE');
    expect(light('2026-04-20')).toBe('RED');
  });
  it('counts working days over a holiday', () => {
    const over = (today: string) =>
      lightOf({ state: 'IN_PROGRESS', dueOn: '2026-04-07' }, today, CALENDAR, { warn: 2, red: 5 });
    expect([over('2026-04-02'), over('2026-04-03')]).toEqual(['YELLOW', 'YELLOW']);
    expect(over('2026-04-01')).toBe('ON_TIME');
  });
  it('is out once it is struck off', () => {
    expect(light('2026-12-31', 'STRUCK_OFF')).toBe('DONE');
  });
});

describe('a due day (fixture 9)', () => {
  const read = (typed: string) => {
    const found = readDueDay(typed, '2026-04-01', CALENDAR, 'due');
    return found.ok ? found.value : found.refusal.code.replace('resolutions.due-', '');
  };
  it('is a date: “as soon as possible” and the like are none', () => {
    for (const typed of ['尽快', '马上', '月底前', '近期', 'asap', '', '4月', '2026-13-01', '2月30日'])
      expect([typed, read(typed)]).toEqual([typed, 'not-a-date']);
  });
  it('is read as people write it', () => {
    for (const typed of ['2026-04-20', '4月20日', '4-20', '4.20', '２０２６年４月２０日', ' 4月20 '])
      expect([typed, read(typed)]).toEqual([typed, '2026-04-20']);
  });
  it('without a year is the next such day', () => {
    const next = (typed: string) => readDueDay(typed, '2025-12-20', CALENDAR, 'due');
    expect(next('1月4日')).toMatchObject({ ok: false, refusal: { code: 'resolutions.due-not-a-workday' } });
    expect(next('1月5日')).toEqual({ ok: true, value: '2026-01-05' });
  });
  it('is a working day that has not gone by: no weekend, no holiday, but a make-up day', () => {
    expect(read('2026-04-04')).toBe('not-a-workday');
    expect(read('2026-04-06')).toBe('not-a-workday');
    expect(read('2026-04-11')).toBe('not-a-workday');
    expect(read('2026-05-09')).toBe('2026-05-09');
    expect(read('2026-03-31')).toBe('gone-by');
  });
});
