import { describe, expect, it } from 'vitest';
import type { Actor, OrgKind, Role } from '#kernel/actor.ts';
import type { EscalationFacts, EscalationFlag, EscalationState } from '../contract.ts';
import { clocksOf, waitsFor } from './clocks.ts';
import { refusedSteps } from './why-not.ts';

const NOW = new Date('2026-04-15T11:00:00+08:00');
const inHours = (n: number) => new Date(NOW.getTime() + n * 3_600_000);

const actor = (role: Role, orgId: string): Actor => ({
  neighborhoodId: 'n',
  role,
  personId: 'p',
  post: { postId: 'post', orgId, orgKind: 'PARTNER_UNIT' as OrgKind, isHead: true },
  householdUnitIds: [],
  onBehalfOf: null,
});
const BRANCH = actor('GB', 'branch');
const STREET = actor('ST', 'street');
const BUREAU = actor('HO', 'bureau');
const COMPANY = actor('PC', 'company');

const facts = (state: EscalationState, ...flags: EscalationFlag[]): EscalationFacts => ({
  state,
  leadOrgId: 'company',
  reporterOrgId: null,
  whistledOrgIds: ['bureau'],
  flags: new Set(flags),
});
const row = (state: EscalationState, more = {}) => ({
  state,
  ended_at: null,
  triage_due_at: inHours(30),
  ad_hoc_due_at: null,
  meeting_id: null,
  interim_at: null,
  interim_due_at: inHours(6),
  ...more,
});
const sent = (more = {}) => ({
  org_id: 'bureau',
  state: 'SENT' as const,
  acknowledge_due_at: inHours(2),
  rung: 0,
  street_said: null,
  ...more,
});

describe('clocks of what climbed', () => {
  const names = (...args: Parameters<typeof clocksOf>) => clocksOf(...args).map(({ name }) => name);

  it('stand in the order they end', () => {
    expect(names(row('PROPOSED'), [sent()], false)).toEqual(['whistle', 'interim', 'triage']);
  });

  it('stop when what they are for is done, or nobody waits for it any more', () => {
    expect(names(row('SCHEDULED'), [sent({ state: 'ACKNOWLEDGED' })], false)).toEqual(['interim']);
    expect(names(row('SCHEDULED', { interim_at: NOW }), [], false)).toEqual([]);
    expect(names(row('SCHEDULED'), [], true)).toEqual([]);
    expect(names(row('RESOLVED', { ended_at: NOW }), [sent()], false)).toEqual([]);
  });
});

describe('what waits for whom', () => {
  const waits = (who: Actor, state: EscalationState, whistles = [sent()], more = {}) =>
    waitsFor(who, facts(state), row(state, more), whistles, { now: NOW, matterIsOver: false });

  it('is the request for whoever was asked, triage and way for the branch, the reply for whoever leads', () => {
    expect(waits(BUREAU, 'WHISTLED')).toBe('whistle');
    expect(waits(BRANCH, 'PROPOSED', [])).toBe('triage');
    expect(waits(BRANCH, 'TRIAGED', [])).toBe('way');
    expect(waits(BRANCH, 'DECIDED', [])).toBe('tracking');
    expect(waits(COMPANY, 'PROPOSED', [])).toBe('interim');
    expect(waits(COMPANY, 'PROPOSED', [], { interim_due_at: inHours(48) })).toBeNull();
  });

  it('is an ad hoc meeting only until it stands on an agenda', () => {
    expect(waits(BRANCH, 'AD_HOC', [])).toBe('meeting');
    expect(waits(BRANCH, 'AD_HOC', [], { meeting_id: 'm', interim_at: NOW })).toBeNull();
  });

  it('is the silence of an agency for the branch first, and for the street from the second rung on, until it pressed', () => {
    const quiet = { interim_at: NOW };
    expect(waits(BRANCH, 'WHISTLED', [sent({ rung: 1 })], quiet)).toBe('unanswered');
    expect(waits(STREET, 'WHISTLED', [sent({ rung: 1 })], quiet)).toBeNull();
    expect(waits(STREET, 'WHISTLED', [sent({ rung: 2 })], quiet)).toBe('press');
    expect(waits(STREET, 'WHISTLED', [sent({ rung: 2, street_said: '催过了' })], quiet)).toBeNull();
    expect(waits(BUREAU, 'WHISTLED', [sent({ state: 'ANSWERED' })], quiet)).toBeNull();
  });
});

describe('a step that has to wait', () => {
  const why = (who: Actor, state: EscalationState, ...flags: EscalationFlag[]) =>
    Object.fromEntries(
      refusedSteps(who, facts(state, ...flags)).map(({ step, refusal }) => [step, refusal.code]),
    );

  it('says for what: the way before the decision, the end of the chain, the resolution, the answer', () => {
    expect(why(BRANCH, 'PROPOSED')).toEqual({
      'record-decision': 'escalations.way-first',
      resolve: 'escalations.nothing-decided',
    });
    expect(why(BRANCH, 'TRACKING', 'procedureOpen', 'decisionOpen')).toEqual({
      resolve: 'escalations.chain-not-at-its-end',
      'plan-procedures': 'escalations.chain-not-at-its-end',
    });
    expect(why(BRANCH, 'TRACKING', 'decisionOpen')).toEqual({
      resolve: 'escalations.resolution-not-fulfilled',
    });
    expect(why(BRANCH, 'TRACKING', 'whistleOpen')).toEqual({ resolve: 'escalations.whistle-not-answered' });
  });

  it('is not spoken of to whoever may never take it, nor once everything is over', () => {
    expect(why(COMPANY, 'TRACKING', 'decisionOpen')).toEqual({});
    expect(why(BRANCH, 'RESOLVED')).toEqual({});
  });
});
