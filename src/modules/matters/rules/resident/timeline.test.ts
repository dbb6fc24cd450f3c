import { describe, expect, it } from 'vitest';
import words from '../../words/matter.zh-CN.json' with { type: 'json' };
import { residentTimeline, sharedTimeline, type TimelineEvent } from './timeline.ts';

const at = new Date('2026-11-20T10:00:00+08:00');
const event = (kind: string, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  kind: `matters.${kind}`,
  at,
  toState: null,
  reason: null,
  data: {},
  orgId: 'org',
  postId: null,
  ...more,
});
const told = (events: readonly TimelineEvent[], summary: string | null = null) =>
  residentTimeline(events, (id) => (id === 'public' ? '明天来看' : null), summary);

describe('the timeline of a reporter', () => {
  it('has public notes and no internal ones, no visits, no roles', () => {
    const note = (noteId: string, visibility: string) => event('add-note', { data: { noteId, visibility } });
    const hidden = [
      note('internal', 'INTERNAL'),
      event('record-visit'),
      event('set-roles'),
      event('flag-chronic'),
    ];
    expect(told(hidden)).toEqual([]);
    expect(told([note('public', 'PUBLIC')])).toMatchObject([{ key: 'note', text: '明天来看' }]);
  });
  it('does not tell the grounds of a return, nor the reason of supervision', () => {
    const said = told([
      event('return-assignment', { reason: '推给别人' }),
      event('supervise', { reason: '拖' }),
    ]);
    expect(said.map((e) => e.text)).toEqual([null, null]);
  });
  it('gives the summary to the last time it was reported done', () => {
    const said = told([event('report-done'), event('answer-follow-up'), event('report-done')], '换了锁');
    expect(said.map((e) => e.text)).toEqual([null, null, '换了锁']);
  });
  it('says of an extension until when and why, granted or not', () => {
    const decided = (approved: boolean) =>
      event('decide-extension', { reason: '等配件', data: { approved, newDueOn: '2026-12-01' } });
    expect(told([decided(true), decided(false)])).toMatchObject([
      { key: 'extended', text: '等配件', day: '2026-12-01' },
      { key: 'not-extended', text: '等配件' },
    ]);
  });
  it('has words for every sentence it can say', () => {
    const data = [
      {},
      { approved: true },
      { leadOrgId: 'org' },
      { result: 'REACHED' },
      { resolved: true },
      { outcome: 'NO_ANSWER' },
      { consentState: 'GIVEN' },
    ];
    const kinds =
      'submitted accept decline appeal-decline merge merged-in reclassify assign rule-on-return accept-assignment return-assignment record-contact open-tracks wait-for-requester wait-for-external resume request-extension decide-extension decide-parking end-parking supervise escalate report-done take-follow-up record-follow-up answer-follow-up rule-on-redo confirm-explanation reopen ask-withdrawal decide-withdrawal reply urge add-photo link-external hide-text correct-entry change-consent timer-contact-overdue timer-handle-overdue close-for-silence close-unconfirmed take-over';
    const said = kinds.split(' ').flatMap((kind) => told(data.map((d) => event(kind, { data: d }))));
    const without = said.filter((entry) => !(`matters.timeline.${entry.key}` in words));
    expect(without).toEqual([]);
    expect(new Set(said.map((e) => e.key)).size).toBeGreaterThan(40);
  });
  it('keeps what concerns the reporter from those merged into the matter', () => {
    const reached = event('record-contact', { data: { result: 'REACHED' } });
    const shared = sharedTimeline(told([event('submitted'), reached, event('urge'), event('report-done')]));
    expect(shared.map((e) => e.key)).toEqual(['report-done']);
  });
});
