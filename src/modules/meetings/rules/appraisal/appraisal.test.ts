import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, ORG_KINDS, ROLES, type Role, roleOfOrg } from '#kernel/actor.ts';
import { APPRAISAL_ACTIONS, APPRAISAL_STATES, FEWEST_SLIPS } from '../../contract/appraisal.ts';
import { appraisalAfter, appraisalSteps } from './appraisal-lifecycle.ts';
import { mayAppraise } from './appraisal-permissions.ts';
import { APPRAISED_KINDS, canBeAppraised, possibleNames } from './object.ts';
import { isSlip, resultsOf } from './results.ts';

const FROM = ['NONE', ...APPRAISAL_STATES] as const;

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
const WORK = [
  ['another organisation', { orgId: 'other', isOfCommittee: false }],
  ['their own', { orgId: 'own', isOfCommittee: false }],
  ['the committee, seen by others', { orgId: 'other', isOfCommittee: true }],
  ['the committee, seen by itself', { orgId: 'own', isOfCommittee: true }],
] as const;

describe('the life of an appraisal', () => {
  it('allows exactly these steps, of all states and actions', () => {
    const table = FROM.flatMap((from) =>
      APPRAISAL_ACTIONS.flatMap((action) => {
        const to = appraisalAfter(action, from);
        return to === null ? [] : [`${from} ${action} ${to}`];
      }),
    );
    expect(table).toEqual([
      'NONE plan-appraisal PLANNED',
      'PLANNED plan-appraisal PLANNED',
      'PLANNED report-on-self PLANNED',
      'PLANNED open-scoring OPEN',
      'PLANNED cancel-appraisal CANCELLED',
      'OPEN open-scoring OPEN',
      'OPEN cast-slip OPEN',
      'OPEN enter-slip OPEN',
      'OPEN count-slips COUNTED',
      'COUNTED list-rectification COUNTED',
      'COUNTED publish-appraisal PUBLISHED',
    ]);
  });

  it('offers to every role, of every organisation and in every state, what the guard grants and the state allows', () => {
    for (const role of ROLES)
      for (const [, work] of WORK)
        for (const state of APPRAISAL_STATES) {
          const offered = appraisalSteps(actor(role), { ...work, state });
          for (const action of APPRAISAL_ACTIONS)
            expect([role, state, action, offered.includes(action)]).toEqual([
              role,
              state,
              action,
              mayAppraise(actor(role), action, work) === null && appraisalAfter(action, state) !== null,
            ]);
        }
  });

  it('is convened by the committee, and by the general branch when the committee itself is appraised; nobody counts slips on their own work', () => {
    const who = (action: (typeof APPRAISAL_ACTIONS)[number]) =>
      WORK.map(([, work]) =>
        ROLES.filter((role) => mayAppraise(actor(role), action, work) === null).join(' '),
      );
    for (const action of ['plan-appraisal', 'open-scoring', 'enter-slip', 'count-slips'] as const)
      expect([action, who(action)]).toEqual([action, ['RC', '', 'GB', '']]);
    expect(who('report-on-self')).toEqual(['', 'VOL RC GB OC PC HO AG POL', '', 'VOL RC GB OC PC HO AG POL']);
    expect(who('cast-slip')).toEqual(['ANON', 'ANON', 'ANON', 'ANON']);
    expect(mayAppraise(actor('RC'), 'count-slips', WORK[3][1])?.code).toBe('meetings.not-your-own-work');
  });
});

describe('what is appraised', () => {
  const project = {
    objectKind: 'PROJECT' as const,
    title: '水管改造',
    finishedOn: '2026-06-12',
    criteria: ['质量', '恢复'],
  };
  const code = (more = {}, day = '2026-06-12') => {
    const answer = canBeAppraised({ ...project, ...more }, day);
    return answer.ok ? 'ok' : answer.refusal.code;
  };
  it('is a project from the day it is finished, not before', () => {
    expect(code()).toBe('ok');
    expect(code({}, '2026-06-11')).toBe('meetings.project-not-finished');
    expect(code({ finishedOn: null })).toBe('meetings.project-not-finished');
  });

  it('is judged by two to twelve criteria that differ', () => {
    expect(code({ criteria: ['质量'] })).toBe('meetings.criteria-number');
    expect(code({ criteria: Array.from({ length: 13 }, (_, at) => `第${at}项`) })).toBe(
      'meetings.criteria-number',
    );
    expect(code({ criteria: ['质量', '质量'] })).toBe('meetings.criteria-twice');
  });

  it('is never a party organisation, and never a person: the register is asked about every word that could be a name', () => {
    expect(APPRAISED_KINDS.filter((kind) => kind.includes('PARTY'))).toEqual([]);
    expect(possibleNames(['测试某 ok']).han).toEqual(['测试', '试某', '测试某']);
    expect(possibleNames(['work of Sam Test']).latin).toEqual(['Sam Test']);
  });
});

describe('slips', () => {
  it('count with one score at least, all of them whole and from one to five', () => {
    expect(isSlip([5, null, 1], 3)).toBe(true);
    for (const wrong of [[null, null], [5], [0, 5], [6, 5], [4.5, 5], [5, 5, 5]])
      expect([wrong, isSlip(wrong, 2)]).toEqual([wrong, false]);
  });

  it('are told by criterion with their count, and what was left blank does not count against it', () => {
    const slips = [
      [5, 4],
      [4, null],
      [4, 4],
      [5, 3],
      [3, null],
      [4, 5],
      [4, 4],
    ];
    expect(resultsOf(['及时', '质量'], slips)).toEqual([
      { criterion: '及时', scored: 7, mean: 414, spread: [0, 0, 1, 4, 2] },
      { criterion: '质量', scored: 5, mean: 400, spread: [0, 0, 1, 3, 1] },
    ]);
  });

  it('fewer than five on a criterion tell only how many there were', () => {
    const slips = Array.from({ length: FEWEST_SLIPS - 1 }, () => [5]);
    expect(resultsOf(['及时'], slips)).toEqual([{ criterion: '及时', scored: 4, mean: null, spread: null }]);
    expect(resultsOf(['及时'], [])[0]).toMatchObject({ scored: 0, mean: null });
  });

  it('give a mean within a hundredth of the true one, whatever the order they came in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 200 }), (scores) => {
        const slips = scores.map((score) => [score]);
        const [result] = resultsOf(['x'], slips);
        const [again] = resultsOf(['x'], slips.toReversed());
        expect(result).toEqual(again);
        const true100 = (scores.reduce((sum, score) => sum + score, 0) / scores.length) * 100;
        expect(Math.abs((result?.mean ?? 0) - true100)).toBeLessThanOrEqual(0.5 + 1e-9);
        expect(result?.spread?.reduce((sum, n) => sum + n, 0)).toBe(scores.length);
      }),
    );
  });
});
