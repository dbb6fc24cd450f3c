import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, ORG_KINDS, ROLES, type Role, roleOfOrg } from '#kernel/actor.ts';
import { HEARING_ACTIONS, ROUND_STATES, STANCES } from '../../contract/hearing.ts';
import { allAnswered, verdictCounts } from './answers.ts';
import { balanceOf, type Candidate, seatsWillDo } from './balance.ts';
import { type HearingRelation, mayHear } from './hearing-permissions.ts';
import { hearingSteps, roundAfter } from './round-lifecycle.ts';
import { announcedInTime, answersAreLate, mayBePutOff, stillRecruiting } from './timing.ts';

const FROM = ['NONE', ...ROUND_STATES] as const;
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? 'ok' : answer.refusal?.code;

function actor(role: Role): Actor {
  const orgKind =
    role === 'AUD' ? 'SUBDISTRICT_PARTY_COMMITTEE' : ORG_KINDS.find((kind) => roleOfOrg(kind) === role);
  return {
    neighborhoodId: 'here',
    role,
    personId: role === 'ANON' || role === 'SYS' ? null : 'me',
    post: orgKind ? { postId: 'post', orgId: 'own', orgKind, isHead: false } : null,
    householdUnitIds: [],
    onBehalfOf: null,
  };
}

describe('the life of a round', () => {
  it('allows exactly these steps, of all states and actions', () => {
    const table = FROM.flatMap((from) =>
      HEARING_ACTIONS.flatMap((action) => {
        const to = roundAfter(action, from);
        return to === null ? [] : [`${from} ${action} ${to}`];
      }),
    );
    expect(table).toEqual([
      'NONE announce-hearing RECRUITING',
      'RECRUITING sign-up RECRUITING',
      'RECRUITING sign-up-for-others RECRUITING',
      'RECRUITING withdraw-sign-up RECRUITING',
      'RECRUITING seat-participants RECRUITING',
      'RECRUITING set-hearing SET',
      'RECRUITING postpone-hearing RECRUITING',
      'RECRUITING cancel-hearing CANCELLED',
      'RECRUITING enter-opinion RECRUITING',
      'SET withdraw-sign-up SET',
      'SET seat-participants SET',
      'SET postpone-hearing SET',
      'SET cancel-hearing CANCELLED',
      'SET enter-opinion SET',
      'SET hold-hearing HELD',
      'HELD announce-hearing RECRUITING',
      'HELD enter-opinion HELD',
      'HELD answer-opinion HELD',
      'HELD publish-answers ANSWERED',
      'ANSWERED announce-hearing RECRUITING',
      'CANCELLED announce-hearing RECRUITING',
    ]);
  });

  it('offers to every role, in every relation and state, what the guard grants and the state allows, and nothing else', () => {
    const relations: readonly HearingRelation[] = [{}, { deciderOrgId: 'own' }, { signUpPersonId: 'me' }];
    for (const role of ROLES)
      for (const to of relations)
        for (const state of FROM) {
          const offered = hearingSteps(actor(role), state, to);
          for (const action of HEARING_ACTIONS)
            expect([role, state, action, offered.includes(action)]).toEqual([
              role,
              state,
              action,
              mayHear(actor(role), action, to) === null && roundAfter(action, state) !== null,
            ]);
        }
  });

  it('is granted to exactly these roles', () => {
    const who = (to: HearingRelation) =>
      HEARING_ACTIONS.map((action) => {
        const roles = ROLES.filter((role) => mayHear(actor(role), action, to) === null);
        return `${action}: ${roles.join(' ')}`;
      });
    expect(who({})).toEqual([
      'announce-hearing: RC',
      'sign-up: ANON RES OWN BL VOL',
      'sign-up-for-others: BL RC GB',
      'withdraw-sign-up: RC',
      'seat-participants: RC',
      'set-hearing: RC',
      'postpone-hearing: RC',
      'cancel-hearing: RC',
      'enter-opinion: RC',
      'hold-hearing: RC',
      'answer-opinion: RC',
      'publish-answers: RC',
    ]);
    expect(who({ deciderOrgId: 'own' })).toContain('answer-opinion: RC GB OC PC HO AG');
    expect(who({ signUpPersonId: 'me' })).toContain('withdraw-sign-up: RES OWN BL VOL RC');
  });
});

const one = (more: Partial<Candidate> = {}): Candidate => ({
  affected: false,
  stance: 'SUPPORT',
  elder: false,
  seated: true,
  ...more,
});
const verdicts = (list: readonly Candidate[]) => balanceOf(list).lines.map((line) => line.verdict);
const OPPONENT = one({ stance: 'OPPOSE' });
const ELDER = one({ elder: true });
const HIT = one({ affected: true });

describe('the balance of the seats', () => {
  it('is met by exactly half directly affected, and not by one fewer', () => {
    expect(verdicts([HIT, HIT, OPPONENT, ELDER])).toEqual(['MET', 'MET', 'MET']);
    expect(verdicts([HIT, HIT, OPPONENT, ELDER, one()])[0]).toBe('CANNOT_BE_MET');
  });

  it('cannot leave out opponents or elders who signed up, whatever reason is given', () => {
    const waiting = { seated: false };
    const opposed = balanceOf([HIT, ELDER, one({ stance: 'OPPOSE', ...waiting })]);
    expect(codeOf(seatsWillDo(opposed, '没有座位了'))).toBe('meetings.seat-an-opponent');
    const old = balanceOf([HIT, OPPONENT, one({ elder: true, ...waiting })]);
    expect(codeOf(seatsWillDo(old, '没有座位了'))).toBe('meetings.seat-an-elder');
    const hit = balanceOf([OPPONENT, ELDER, one({ affected: true, ...waiting })]);
    expect(codeOf(seatsWillDo(hit, '没有座位了'))).toBe('meetings.seat-those-affected');
  });

  it('that nobody who signed up could meet needs a reason', () => {
    const nobodyOpposes = balanceOf([HIT, HIT, ELDER]);
    expect(codeOf(seatsWillDo(nobodyOpposes, '  '))).toBe('meetings.say-why-unbalanced');
    expect(codeOf(seatsWillDo(nobodyOpposes, '上门问过，没有人反对'))).toBe('ok');
  });

  it('of no seats at all will never do', () => {
    expect(codeOf(seatsWillDo(balanceOf([one({ seated: false })]), '因为'))).toBe('meetings.nobody-seated');
  });

  it('one person may stand for several: an elder who is affected and objects meets all three alone', () => {
    expect(verdicts([one({ affected: true, elder: true, stance: 'OPPOSE' })])).toEqual(['MET', 'MET', 'MET']);
  });

  it('a reservation is not an objection: somebody with conditions is no opponent', () => {
    expect(verdicts([HIT, ELDER, one({ stance: 'CONDITION' })])[1]).toBe('CANNOT_BE_MET');
  });

  it('for any list: without a reason it will do exactly when half are affected and both others have a seat', () => {
    const candidate = fc.record({
      affected: fc.boolean(),
      elder: fc.boolean(),
      seated: fc.boolean(),
      stance: fc.constantFrom(...STANCES),
    });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 30 }), (list) => {
        const seated = list.filter((who) => who.seated);
        const fair =
          seated.length > 0 &&
          seated.filter((who) => who.affected).length * 2 >= seated.length &&
          seated.some((who) => who.stance === 'OPPOSE') &&
          seated.some((who) => who.elder);
        expect(seatsWillDo(balanceOf(list), '').ok).toBe(fair);
      }),
    );
  });
});

describe('the days of a hearing', () => {
  const hearing = { recruitsUntil: '2026-11-25', startsAt: at('2026-11-30 19:00') };
  it('are announced the seven days of the rules before: the seventh day is in time, the sixth is not', () => {
    expect(codeOf(announcedInTime(hearing, '2026-11-23', 7))).toBe('ok');
    expect(codeOf(announcedInTime(hearing, '2026-11-24', 7))).toBe('meetings.hearing-too-soon');
  });

  it('leave at least until tomorrow to sign up, and end it before the hearing', () => {
    const until = (recruitsUntil: string) =>
      codeOf(announcedInTime({ ...hearing, recruitsUntil }, '2026-11-20', 7));
    expect(['2026-11-20', '2026-11-21', '2026-11-29', '2026-11-30'].map(until)).toEqual([
      'meetings.recruiting-too-short',
      'ok',
      'ok',
      'meetings.recruiting-too-short',
    ]);
  });

  it('let people sign up to the end of the last day', () => {
    expect([
      stillRecruiting('2026-11-25', '2026-11-25'),
      stillRecruiting('2026-11-25', '2026-11-26'),
    ]).toEqual([true, false]);
  });

  it('are put off to later only, and recruiting is never cut short', () => {
    const now = at('2026-11-24 09:00');
    const to = (recruitsUntil: string, start: string) =>
      codeOf(mayBePutOff(hearing, { recruitsUntil, startsAt: at(start) }, now));
    expect(to('2026-11-25', '2026-12-02 19:00')).toBe('ok');
    expect(to('2026-11-25', '2026-11-29 19:00')).toBe('meetings.not-later');
    expect(to('2026-11-24', '2026-12-02 19:00')).toBe('meetings.recruiting-cut-short');
    expect(to('2026-12-02', '2026-12-02 19:00')).toBe('meetings.recruiting-cut-short');
  });

  it('answers are late after their moment, and in a year without a calendar not known to be', () => {
    const due = at('2026-12-14 17:00');
    expect([answersAreLate(due, due), answersAreLate(due, at('2026-12-14 17:01'))]).toEqual([false, true]);
    expect(answersAreLate(null, at('2030-01-01 00:00'))).toBe(false);
  });
});

describe('the response table', () => {
  const opinion = (
    number: number,
    verdict: 'ADOPTED' | 'PARTLY' | 'NOT_ADOPTED' | null,
    answer: string | null,
  ) => ({
    number,
    verdict,
    answer,
  });
  it('goes out only when every opinion has an answer with a reason', () => {
    expect(allAnswered([opinion(1, 'ADOPTED', '已写进方案')]).ok).toBe(true);
    const open = allAnswered([
      opinion(1, 'ADOPTED', '已写进方案'),
      opinion(2, null, null),
      opinion(3, 'NOT_ADOPTED', ' '),
    ]);
    expect(open.ok ? null : open.refusal).toMatchObject({
      code: 'meetings.opinions-unanswered',
      params: { n: 2, first: 2 },
    });
  });

  it('counts what became of them', () => {
    const all = [...'AAAAAAAAA'].map(() => ({ verdict: 'ADOPTED' as const }));
    const table = [...all, ...[1, 2, 3].map(() => ({ verdict: 'PARTLY' as const }))];
    expect(verdictCounts([...table, { verdict: 'NOT_ADOPTED' }, { verdict: 'NOT_ADOPTED' }])).toEqual({
      ADOPTED: 9,
      PARTLY: 3,
      NOT_ADOPTED: 2,
    });
  });
});
