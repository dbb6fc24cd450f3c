import { describe, expect, it } from 'vitest';
import { type Actor, ORG_KINDS, ROLES, type Role, roleOfOrg } from '#kernel/actor.ts';
import type { WorkCalendar } from '#kernel/work-calendar.ts';
import { ACTION_FLAGS, ACTION_STATES, ACTION_STEPS, type ActionFacts, type ActionFlag } from '../contract.ts';
import { mayStep } from '../permissions.ts';
import { ACTION_TRANSITIONS, actionLeadsTo, stepsFor, whyNotNow } from './action-lifecycle.ts';
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

const facts = (state: ActionFacts['state'], ...flags: ActionFlag[]): ActionFacts => ({
  state,
  leadOrgId: 'lead',
  isRequester: false,
  flags: new Set(flags),
});

/** Every set of flags there is. */
const FLAG_SETS = Array.from({ length: 2 ** ACTION_FLAGS.length }, (_, bits) =>
  ACTION_FLAGS.filter((_flag, at) => bits & (2 ** at)),
);

describe('an action', () => {
  it('goes these ways and no others: every step, every state, with each flag alone', () => {
    const ways = ACTION_STEPS.map((step) => {
      const from = ACTION_STATES.flatMap((state) =>
        [undefined, ...ACTION_FLAGS].flatMap((flag) => {
          const plain = actionLeadsTo(step, facts(state));
          const to = actionLeadsTo(step, facts(state, ...(flag ? [flag] : [])));
          if (flag && to === plain) return [];
          const name = `${state}${flag ? `+${flag}` : ''}`;
          return to || flag ? [`${name}→${to === state ? '·' : (to ?? 'no')}`] : [];
        }),
      );
      return `${step}: ${from.join(' ')}`;
    });
    expect(ways).toEqual([
      'accept-action: PROPOSED→IN_PROGRESS',
      'contest-action: PROPOSED→CONTESTED',
      'settle-contest: PROPOSED+acceptOverdue→· CONTESTED→PROPOSED',
      'submit-action: IN_PROGRESS→SUBMITTED IN_PROGRESS+holderGone→no IN_PROGRESS+waits→no',
      'check-action: SUBMITTED→VERIFYING',
      'answer-as-requester: SUBMITTED→· VERIFYING→·',
      'record-answer: SUBMITTED→· VERIFYING→·',
      'strike-off: VERIFYING+verified→STRUCK_OFF',
      'return-action: SUBMITTED→IN_PROGRESS VERIFYING→IN_PROGRESS',
      'supervise-action: PROPOSED+redUnheard→· CONTESTED+redUnheard→· IN_PROGRESS+redUnheard→· BLOCKED+redUnheard→·',
      'grant-later: IN_PROGRESS+laterAsked→· BLOCKED+laterAsked→·',
      'refuse-later: IN_PROGRESS+laterAsked→· BLOCKED+laterAsked→·',
      'unblock-action: BLOCKED→IN_PROGRESS',
      'transfer-action: IN_PROGRESS→· BLOCKED→· SUBMITTED→· VERIFYING→·',
      'ask-later: IN_PROGRESS→· IN_PROGRESS+laterAsked→no IN_PROGRESS+dayOver→no IN_PROGRESS+holderGone→no BLOCKED→· BLOCKED+laterAsked→no BLOCKED+dayOver→no BLOCKED+holderGone→no',
      'block-action: IN_PROGRESS→BLOCKED',
      'split-action: IN_PROGRESS→· BLOCKED→IN_PROGRESS SUBMITTED→· VERIFYING→·',
      'wait-for-action: PROPOSED→· CONTESTED→· IN_PROGRESS→· BLOCKED→·',
      'stop-waiting: PROPOSED+waits→· CONTESTED+waits→· IN_PROGRESS+waits→· BLOCKED+waits→·',
      'reopen-action: STRUCK_OFF+reboundWindow→IN_PROGRESS',
    ]);
    expect(new Set(ACTION_TRANSITIONS.map(({ step }) => step)).size).toBe(ACTION_STEPS.length);
  });

  it('is never struck off without having been verified, whatever else is so', () => {
    for (const state of ACTION_STATES)
      for (const set of FLAG_SETS) {
        const to = actionLeadsTo('strike-off', facts(state, ...set));
        expect([state, set, to]).toEqual([
          state,
          set,
          state === 'VERIFYING' && set.includes('verified') ? 'STRUCK_OFF' : null,
        ]);
      }
  });

  it('that is over is nobody’s to move, except what comes undone within the window', () => {
    for (const set of FLAG_SETS) {
      const possible = (state: 'STRUCK_OFF' | 'DROPPED') =>
        ACTION_STEPS.filter((step) => actionLeadsTo(step, facts(state, ...set)) !== null);
      expect(possible('DROPPED')).toEqual([]);
      expect(possible('STRUCK_OFF')).toEqual(set.includes('reboundWindow') ? ['reopen-action'] : []);
    }
  });

  it('says of every step that is not possible now why', () => {
    for (const step of ACTION_STEPS)
      for (const state of ACTION_STATES)
        for (const set of FLAG_SETS) {
          const now = facts(state, ...set);
          if (actionLeadsTo(step, now) !== null) continue;
          expect(whyNotNow(step, now).code).toMatch(/^resolutions\.[a-z-]+$/);
        }
    expect(whyNotNow('submit-action', facts('IN_PROGRESS', 'waits')).code).toBe(
      'resolutions.waits-for-another',
    );
    expect(whyNotNow('submit-action', facts('IN_PROGRESS', 'holderGone')).code).toBe(
      'resolutions.name-somebody-first',
    );
    expect(whyNotNow('reopen-action', facts('STRUCK_OFF')).code).toBe('resolutions.too-long-ago');
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
      for (const step of ['check-action', 'record-answer', 'strike-off', 'return-action'] as const) {
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
    expect(stepsFor(manager, facts('PROPOSED'))).toEqual([
      'accept-action',
      'contest-action',
      'wait-for-action',
    ]);
    expect(stepsFor(manager, facts('IN_PROGRESS'))).toEqual([
      'submit-action',
      'transfer-action',
      'ask-later',
      'block-action',
      'split-action',
      'wait-for-action',
    ]);
    expect(stepsFor(manager, facts('SUBMITTED'))).toEqual(['transfer-action', 'split-action']);
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
  it('stays as it was on the day of the report while others check: their time is not the doer’s', () => {
    const reported = (reportedOn: string) =>
      lightOf({ state: 'VERIFYING', dueOn: '2026-04-10', reportedOn }, '2026-05-20', CALENDAR, {
        warn: 2,
        red: 5,
      });
    expect([reported('2026-04-09'), reported('2026-04-13'), reported('2026-04-20')]).toEqual([
      'ON_TIME',
      'ORANGE',
      'RED',
    ]);
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
