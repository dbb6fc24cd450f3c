import { describe, expect, it } from 'vitest';
import { ROLES } from '#kernel/actor.ts';
import type { WorkCalendar } from '#kernel/work-calendar.ts';
import {
  ESCALATION_FLAGS,
  ESCALATION_STATES,
  ESCALATION_STEPS,
  type EscalationFlag,
  PROGRAM_STEPS,
  WHISTLE_STATES,
  WHISTLE_STEPS,
} from '../contract.ts';
import { ESCALATION_PERMISSIONS } from '../permissions.ts';
import { escalationLeadsTo, whistleLeadsTo } from './escalation-lifecycle.ts';
import { acknowledgeBy, interimDue, nextRungAt, timesOn, workdaysAfter } from './times.ts';
import { TRIGGERED_BY, type TriggerFacts, triggersOf } from './triggers.ts';

const CALENDAR: WorkCalendar = {
  years: new Set([2026]),
  days: new Map([['2026-04-06', 'REST']]),
  hours: [
    { from: 9 * 60, to: 11 * 60 + 30 },
    { from: 13 * 60, to: 17 * 60 },
  ],
};
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);

const FACTS: TriggerFacts = {
  level: 'P2',
  status: 'IN_PROGRESS',
  redone: 0,
  returned: 0,
  returnedOrgs: 0,
  supervision: 0,
  dueAt: at('2026-04-20 17:00'),
  households: 1,
  chronic: false,
  orgRequest: false,
  escalationReason: null,
  estateHouseholds: 1000,
  threshold: { households: 20, percent: 5 },
  now: at('2026-04-15 10:00'),
};
const triggers = (kind: string, more: Partial<TriggerFacts>) =>
  triggersOf(`matters.${kind}`, { ...FACTS, ...more });

describe('what makes a matter climb (§4.2)', () => {
  it('an ordinary matter goes its ordinary way, whatever happens to it', () => {
    for (const kind of Object.keys(TRIGGERED_BY)) expect([kind, triggersOf(kind, FACTS)]).toEqual([kind, []]);
  });

  it.each([
    ['redone twice', 'answer-follow-up', { redone: 2, status: 'ESCALATED' }, ['SECOND_REDO']],
    ['redone once', 'record-follow-up', { redone: 1 }, []],
    ['given back twice by one', 'return-assignment', { returned: 2, returnedOrgs: 1 }, ['SECOND_RETURN']],
    [
      'given back by two',
      'return-assignment',
      { returned: 2, returnedOrgs: 2 },
      ['SECOND_RETURN', 'LEAD_DISPUTE'],
    ],
    ['given back once', 'return-assignment', { returned: 1, returnedOrgs: 1 }, []],
    ['red', 'supervise', { supervision: 2, dueAt: at('2026-04-08 17:00') }, ['OVERDUE_RED']],
    ['supervised in time', 'supervise', { supervision: 2 }, []],
    ['nineteen households', 'endorse', { households: 19 }, []],
    ['twenty households', 'endorse', { households: 20 }, ['ENDORSED']],
    ['five percent of a small estate', 'merged-in', { households: 5, estateHouseholds: 100 }, ['ENDORSED']],
    ['less than five percent', 'endorse', { households: 4, estateHouseholds: 100 }, []],
    ['no rules in force', 'endorse', { households: 500, threshold: null }, []],
    ['the third time in one place', 'submitted', { chronic: true }, ['CHRONIC']],
    ['marked as coming back', 'flag-chronic', { chronic: true }, ['CHRONIC']],
    ['an organisation asks for help', 'submitted', { orgRequest: true }, ['HELP_ASKED']],
    ['who leads asks for help', 'escalate', { escalationReason: 'ASKED' }, ['HELP_ASKED']],
    ['a lead that is only silent', 'escalate', { escalationReason: 'LEAD_SILENT' }, []],
    ['danger', 'submitted', { level: 'P0' }, ['SAFETY']],
    ['danger that shows later', 'reclassify', { level: 'P0' }, ['SAFETY']],
  ] as const)('%s', (_name, kind, more, expected) => {
    expect(triggers(kind, more as Partial<TriggerFacts>)).toEqual(expected);
  });
});

describe('the life of an escalation', () => {
  const subsets = (flags: readonly EscalationFlag[]): EscalationFlag[][] =>
    flags.reduce<EscalationFlag[][]>((all, flag) => [...all, ...all.map((one) => [...one, flag])], [[]]);

  it('goes these ways and no others', () => {
    const ways = [...ESCALATION_STEPS, ...PROGRAM_STEPS].flatMap((step) =>
      ESCALATION_STATES.flatMap((state) => {
        const led = subsets(ESCALATION_FLAGS).map((flags) =>
          escalationLeadsTo(step, { state, flags: new Set(flags) }),
        );
        const to = [...new Set(led)];
        if (to.length === 1 && to[0] === null) return [];
        return [`${state} ${step} ${to.map((one) => one ?? 'no').join('|')}`];
      }),
    );
    expect(ways.join('\n')).toMatchSnapshot();
  });

  it('what is over is only ever begun again, when it was settled', () => {
    for (const step of [...ESCALATION_STEPS, ...PROGRAM_STEPS]) {
      expect([step, escalationLeadsTo(step, { state: 'REJECTED', flags: new Set() })]).toEqual([step, null]);
      const again = step === 'begin-again' || step === 'undone' ? 'TRACKING' : null;
      expect([step, escalationLeadsTo(step, { state: 'RESOLVED', flags: new Set() })]).toEqual([step, again]);
    }
  });

  it('is not settled while a body, a resolution or an organisation has still to act', () => {
    for (const flag of ESCALATION_FLAGS)
      for (const step of ['resolve', 'fulfilled'] as const)
        expect(escalationLeadsTo(step, { state: 'TRACKING', flags: new Set([flag]) })).toBeNull();
  });

  it('a whistle is acknowledged, answered, passed on by the street only, pressed only once it climbed', () => {
    const ways = WHISTLE_STEPS.flatMap((step) =>
      WHISTLE_STATES.flatMap((state) =>
        [false, true].flatMap((isStreet) =>
          [false, true].map((climbed) => {
            const to = whistleLeadsTo(step, { state, orgId: 'o', isStreet, climbed });
            return to && `${state} ${step} ${to}${isStreet ? ' street' : ''}${climbed ? ' climbed' : ''}`;
          }),
        ),
      ),
    );
    expect(ways.filter(Boolean).join('\n')).toMatchSnapshot();
  });

  it('triage and the way it goes are the general branch alone; nobody whistles for others', () => {
    const roles = (step: keyof typeof ESCALATION_PERMISSIONS) =>
      ROLES.filter((role) => ESCALATION_PERMISSIONS[step].some((grant) => grant.roles.includes(role)));
    for (const step of ['triage', 'call-ad-hoc', 'schedule', 'whistle', 'send-to-owners', 'reject'] as const)
      expect([step, roles(step)]).toEqual([step, ['GB']]);
    expect(roles('press-whistle')).toEqual(['ST']);
  });
});

describe('times (§3.8, §4.2)', () => {
  it('what is urgent is to be acknowledged within two hours, the rest within one working day', () => {
    const friday = at('2026-04-03 16:00');
    expect(acknowledgeBy(CALENDAR, friday, 'P1')).toEqual(at('2026-04-03 18:00'));
    expect(acknowledgeBy(CALENDAR, friday, 'P2')).toEqual(at('2026-04-07 17:00'));
  });

  it('the ladder stands at one, three and five working days', () => {
    const sentAt = at('2026-04-03 16:00');
    const rungs = [0, 1, 2, 3].map((rung) =>
      nextRungAt(CALENDAR, { sentAt, acknowledgeDueAt: acknowledgeBy(CALENDAR, sentAt, 'P2'), rung }),
    );
    expect(rungs).toEqual([at('2026-04-07 17:00'), at('2026-04-09 17:00'), at('2026-04-13 17:00'), null]);
  });

  it('in a year without a calendar no day is guessed', () => {
    const sentAt = at('2026-12-31 16:00');
    expect(workdaysAfter(CALENDAR, sentAt, 1)).toBeNull();
    expect(nextRungAt(CALENDAR, { sentAt, acknowledgeDueAt: null, rung: 1 })).toBeNull();
  });

  it('the reply is due at the original deadline, or with triage when that has gone by', () => {
    const now = at('2026-04-15 10:00');
    const triage = at('2026-04-16 17:00');
    expect(interimDue(at('2026-04-20 17:00'), triage, now)).toEqual(at('2026-04-20 17:00'));
    expect(interimDue(at('2026-04-10 17:00'), triage, now)).toEqual(triage);
    expect(interimDue(null, null, now)).toBeNull();
  });

  it('every set of times says what it rests on', () => {
    expect(timesOn('2026-04-15')).toMatchObject({ ladder: [1, 3, 5], triageWorkdays: 1, adHocWorkdays: 3 });
    expect(timesOn('1999-01-01').basis).toContain('§4.2');
  });
});
