import { describe, expect, it } from 'vitest';
import { AGREEMENT_ACTIONS, AGREEMENT_STATES, type AgreementState } from '../../contract/agreement.ts';
import {
  agreementStanding,
  agreementStep,
  partyStanding,
  reviewDueOn,
  stateAfterSigning,
} from './agreement-lifecycle.ts';

describe('the life of an agreement', () => {
  it('allows exactly these steps, of all states and actions', () => {
    const table = AGREEMENT_STATES.flatMap((from) =>
      AGREEMENT_ACTIONS.flatMap((action) => {
        const to = agreementStep(action, from);
        return to === null ? [] : [`${from} ${action} ${to}`];
      }),
    );
    expect(table).toEqual([
      'DRAFTING draft-agreement DRAFTING',
      'DRAFTING consult-agreement CONSULTING',
      'DRAFTING withdraw-agreement WITHDRAWN',
      'CONSULTING draft-agreement DRAFTING',
      'CONSULTING open-signing SIGNING',
      'CONSULTING withdraw-agreement WITHDRAWN',
      'SIGNING sign-agreement EFFECTIVE',
      'SIGNING end-agreement TERMINATED',
      'EFFECTIVE sign-agreement EFFECTIVE',
      'EFFECTIVE review-agreement UNDER_REVIEW',
      'EFFECTIVE end-agreement TERMINATED',
      'UNDER_REVIEW sign-agreement EFFECTIVE',
      'UNDER_REVIEW keep-agreement EFFECTIVE',
      'UNDER_REVIEW end-agreement TERMINATED',
    ]);
  });

  it('takes two signatures, and a signature during a review leaves the review open', () => {
    expect(stateAfterSigning('SIGNING', 1)).toBe('SIGNING');
    expect(stateAfterSigning('SIGNING', 2)).toBe('EFFECTIVE');
    expect(stateAfterSigning('UNDER_REVIEW', 3)).toBe('UNDER_REVIEW');
  });

  it('is in force from its first day to its last, or until the one that follows begins', () => {
    const of =
      (state: AgreementState, followedFrom: string | null = null) =>
      (day: string) =>
        agreementStanding({ state, startsOn: '2026-01-08', endsOn: '2027-01-07', followedFrom }, day);
    expect(['2026-01-07', '2026-01-08', '2027-01-07', '2027-01-08'].map(of('EFFECTIVE'))).toEqual([
      'SIGNING',
      'EFFECTIVE',
      'EFFECTIVE',
      'EXPIRED',
    ]);
    expect(['2026-12-31', '2027-01-01', '2027-02-01'].map(of('AMENDED', '2027-01-01'))).toEqual([
      'EFFECTIVE',
      'AMENDED',
      'AMENDED',
    ]);
  });
});

describe('the review', () => {
  it('is due a year after the agreement began, and then a year after the last review', () => {
    expect(reviewDueOn('2026-01-08', null)).toBe('2027-01-08');
    expect(reviewDueOn('2026-01-08', '2026-12-20')).toBe('2027-12-20');
    expect(reviewDueOn('2028-02-29', null)).toBe('2029-02-28');
  });
});

describe('a party', () => {
  const first = new Date('2026-01-08T02:00:00Z');
  const facts = { signedAt: [first], askedAt: null, lastDay: null };

  it('is bound once it signed, and again when it confirmed after being asked', () => {
    expect(partyStanding({ ...facts, signedAt: [] }, '2026-02-01')).toBe('UNSIGNED');
    expect(partyStanding(facts, '2026-02-01')).toBe('SIGNED');
    const asked = { ...facts, askedAt: new Date('2026-03-01T02:00:00Z') };
    expect(partyStanding(asked, '2026-03-02')).toBe('TO_CONFIRM');
    expect(
      partyStanding({ ...asked, signedAt: [first, new Date('2026-03-02T02:00:00Z')] }, '2026-03-02'),
    ).toBe('SIGNED');
  });

  it('that gave notice is bound to its last day, that day included', () => {
    const leaving = { ...facts, lastDay: '2026-04-09' };
    expect(partyStanding(leaving, '2026-04-09')).toBe('SIGNED');
    expect(partyStanding(leaving, '2026-04-10')).toBe('LEFT');
  });
});
