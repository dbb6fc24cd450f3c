import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '#kernel/actor.ts';
import { MATTER_ACTIONS } from '../../contract.ts';
import desk from '../../words/desk.zh-CN.json' with { type: 'json' };
import { mayStart } from '../lifecycle.ts';
import { AWAITED, WAITING_ROWS, type WaitingFacts, waitingFor } from './waiting-for.ts';

const now = new Date('2026-11-20T10:00:00+08:00');
const today = '2026-11-20';
const actor = (role: Role, orgId: string, isHead = true): Actor => ({
  neighborhoodId: 'n',
  role,
  personId: `person-${orgId}`,
  post: { postId: `post-${orgId}`, orgId, orgKind: 'RESIDENTS_COMMITTEE', isHead },
  householdUnitIds: [],
  onBehalfOf: null,
});
const facts = (more: Partial<WaitingFacts> = {}): WaitingFacts => ({
  status: 'IN_PROGRESS',
  leadOrgId: 'pc',
  leadPostId: 'post-pc',
  coHandlerOrgIds: [],
  complainedOrgId: null,
  reporterOrgId: null,
  anonymous: false,
  level: 'P2',
  orgRequest: false,
  acceptDueAt: null,
  firstActionDueAt: null,
  firstActionAt: null,
  firstContactAt: now,
  escalationReason: null,
  followUpPostId: null,
  parkedReviewOn: null,
  unknownCalendarYear: null,
  extensionAsked: false,
  parkingAsked: false,
  withdrawalAsked: false,
  explanationProposedBy: null,
  deskOrgIds: [],
  committeeHandles: false,
  ...more,
});
const awaits = (who: Actor, more: Partial<WaitingFacts> = {}) =>
  waitingFor(who, facts(more), now, today).map((row) => row.awaited);
const RC = actor('RC', 'rc');
const GB = actor('GB', 'gb');
const PC = actor('PC', 'pc');

describe('the table', () => {
  it('each action it names can start in each of its states', () => {
    for (const row of WAITING_ROWS) {
      if (row.action === null) continue;
      expect(MATTER_ACTIONS).toContain(row.action);
      for (const status of row.statuses)
        expect(mayStart(row.action, status), `${row.awaited} ${status}`).toBe(true);
    }
  });

  it('everything that can be awaited has words and a row', () => {
    const words = desk as Readonly<Record<string, string>>;
    expect(AWAITED.filter((name) => !words[`desk.awaited.${name}`])).toEqual([]);
    expect(new Set(WAITING_ROWS.map((row) => row.awaited))).toEqual(new Set(AWAITED));
  });

  it('somebody without a post is awaited for nothing', () => {
    expect(awaits({ ...RC, post: null }, { status: 'SUBMITTED' })).toEqual([]);
  });
});

describe('who is awaited', () => {
  it('a new matter waits for the committee and the desk that may take it up, not for the one complained about', () => {
    expect(awaits(RC, { status: 'SUBMITTED' })).toEqual(['accept']);
    expect(awaits(PC, { status: 'SUBMITTED', deskOrgIds: ['pc'] })).toEqual(['accept']);
    expect(awaits(PC, { status: 'SUBMITTED', deskOrgIds: ['pc'], complainedOrgId: 'pc' })).toEqual([]);
  });

  it('the branch steps in for danger, for an organisation, and when nobody accepted in time', () => {
    expect(awaits(GB, { status: 'SUBMITTED' })).toEqual([]);
    expect(awaits(GB, { status: 'SUBMITTED', level: 'P0' })).toEqual(['accept']);
    expect(awaits(GB, { status: 'SUBMITTED', orgRequest: true })).toEqual(['accept']);
    expect(awaits(GB, { status: 'SUBMITTED', acceptDueAt: new Date(now.getTime() - 1) })).toEqual(['accept']);
  });

  it('work waits for the post that answers for it, or the head of its organisation', () => {
    expect(awaits(PC)).toEqual(['handle']);
    expect(awaits(actor('PC', 'pc', false), { leadPostId: 'somebody-else' })).toEqual([]);
    expect(awaits(PC, { leadPostId: 'somebody-else' })).toEqual(['handle']);
  });

  it('first contact comes before handling; an anonymous reporter cannot be contacted', () => {
    expect(awaits(PC, { firstContactAt: null })).toEqual(['first-contact', 'handle']);
    expect(awaits(PC, { firstContactAt: null, anonymous: true })).toEqual(['handle']);
  });

  it('the committee follows up; what it handled itself, the branch does', () => {
    const done = { status: 'DONE_BY_HANDLER' } as const;
    expect(awaits(RC, done)).toEqual(['follow-up']);
    expect(awaits(GB, done)).toEqual([]);
    const own = { ...done, leadOrgId: 'rc', committeeHandles: true };
    expect(awaits(RC, own)).toEqual([]);
    expect(awaits(GB, own)).toEqual(['follow-up']);
    expect(awaits(RC, { ...done, status: 'FOLLOW_UP', followUpPostId: 'post-other' })).toEqual([]);
  });

  it('a second person confirms an explanation', () => {
    const proposed = { status: 'ESCALATED', escalationReason: 'SECOND_REDO' } as const;
    expect(awaits(GB, { ...proposed, explanationProposedBy: 'person-gb' })).toEqual(['rule-on-redo']);
    expect(awaits(RC, { ...proposed, explanationProposedBy: 'person-gb' })).toEqual(['confirm-explanation']);
  });

  it('parking is looked at again on its day, not before', () => {
    expect(awaits(PC, { status: 'PARKED', parkedReviewOn: '2026-11-21' })).toEqual([]);
    expect(awaits(PC, { status: 'PARKED', parkedReviewOn: '2026-11-20' })).toEqual(['review-parking']);
  });
});
