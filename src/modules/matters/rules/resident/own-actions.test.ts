import { describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { MATTER_STATUSES, type MatterFacts, type MatterStatus } from '../../contract.ts';
import { type OwnFacts, ownActions, waitsForReporter } from './own-actions.ts';

const now = new Date('2026-11-20T10:00:00+08:00');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const actor = (personId: string | null): Actor => ({
  neighborhoodId: 'n',
  role: personId ? 'RES' : 'ANON',
  personId,
  post: null,
  householdUnitIds: [],
  onBehalfOf: null,
});
const own = (
  status: MatterStatus,
  more: Partial<OwnFacts> = {},
  facts: Partial<MatterFacts> = {},
): OwnFacts => ({
  facts: {
    status,
    leadOrgId: null,
    coHandlerOrgIds: [],
    reporterOrgId: null,
    reporterPersonId: 'me',
    complainedOrgId: null,
    enteredByPersonId: null,
    returnCount: 0,
    awaitsReturnRuling: false,
    awaitsRedoRuling: false,
    explanationProposedBy: null,
    deskOrgIds: [],
    provenByPin: false,
    anonymous: false,
    ...facts,
  },
  mainStatus: null,
  resolved: null,
  submittedAt: daysAgo(60),
  closedAt: null,
  withdrawalAsked: false,
  photos: 0,
  ...more,
});
/** Without the card of consents, which is always there; see below. */
const offered = (facts: OwnFacts, who = actor('me')) =>
  ownActions(who, facts, now).filter((action) => action !== 'change-consent');

describe('what a reporter is offered', () => {
  it('is to take a consent back in every state, and only to the reporter', () => {
    for (const status of MATTER_STATUSES) {
      expect(ownActions(actor('me'), own(status), now)).toContain('change-consent');
      expect(ownActions(actor('you'), own(status), now)).not.toContain('change-consent');
    }
  });

  it('is nothing to a neighbor or somebody unknown, and the same to whoever knows the PIN', () => {
    expect(offered(own('IN_PROGRESS'), actor('you'))).toEqual([]);
    expect(offered(own('IN_PROGRESS'), actor(null))).toEqual([]);
    const proven = own('IN_PROGRESS', {}, { provenByPin: true });
    expect(offered(proven, actor(null))).toEqual(['urge', 'add-photo', 'ask-withdrawal']);
  });
  it('leaves out a second withdrawal and a seventh photo', () => {
    expect(offered(own('IN_PROGRESS', { withdrawalAsked: true, photos: 6 }))).toEqual(['urge']);
  });
  it('is the two questions when it is done, without urging', () => {
    expect(offered(own('DONE_BY_HANDLER'))[0]).toBe('answer-follow-up');
    expect(offered(own('DONE_BY_HANDLER'))).not.toContain('urge');
  });
  it('is reopening for thirty days after closing', () => {
    expect(offered(own('CLOSED_CONFIRMED', { closedAt: daysAgo(30) }))).toEqual(['reopen']);
    expect(offered(own('CLOSED_CONFIRMED', { closedAt: daysAgo(31) }))).toEqual([]);
  });
  it('is an appeal when it was declined', () => {
    expect(offered(own('DECLINED', { closedAt: daysAgo(1) }))).toEqual(['appeal-decline']);
  });
  it('is an own answer of a merged reporter, once, and when the main matter is done', () => {
    const merged = (mainStatus: MatterStatus, resolved: boolean | null = null) =>
      offered(own('MERGED', { mainStatus, resolved }));
    expect(merged('IN_PROGRESS')).toEqual(['urge']);
    expect(merged('CLOSED_CONFIRMED')).toEqual(['answer-follow-up']);
    expect(merged('CLOSED_CONFIRMED', true)).toEqual([]);
  });
});

describe('whether a matter waits for its reporter', () => {
  it('is so while two questions or a question of the handlers are open', () => {
    const waiting: readonly MatterStatus[] = ['WAITING_REQUESTER', 'DONE_BY_HANDLER', 'FOLLOW_UP'];
    for (const status of waiting) expect(waitsForReporter(status, null, null)).toBe(true);
    expect(waitsForReporter('IN_PROGRESS', null, null)).toBe(false);
    expect(waitsForReporter('MERGED', 'FOLLOW_UP', null)).toBe(true);
    expect(waitsForReporter('MERGED', 'FOLLOW_UP', false)).toBe(false);
  });
});
