import { describe, expect, it } from 'vitest';
import { MATTER_STATUSES } from '../../contract.ts';
import { nextStep, type SteppingMatter } from './next-step.ts';

const now = new Date('2026-11-20T10:00:00+08:00');
const day = (date: string) => new Date(`2026-11-${date}T09:00:00+08:00`);
const matter = (more: Partial<SteppingMatter>): SteppingMatter => ({
  status: 'IN_PROGRESS',
  submittedAt: day('16'),
  anonymous: false,
  acceptDueAt: day('16'),
  contactDueAt: day('21'),
  firstContactAt: null,
  handleDueAt: day('25'),
  waitingSince: null,
  parkedReviewAt: null,
  doneAt: null,
  closedAt: null,
  ...more,
});

describe('the next step', () => {
  it('is contact until somebody was reached, then the work itself', () => {
    expect(nextStep(matter({}), now)).toEqual({ step: 'contact-you', by: day('21'), late: false });
    expect(nextStep(matter({ firstContactAt: day('19') }), now).step).toBe('handle');
  });
  it('promises no contact to somebody who left no name', () => {
    expect(nextStep(matter({ anonymous: true }), now).step).toBe('handle');
  });
  it('is late when what was promised has not come', () => {
    expect(nextStep(matter({ contactDueAt: day('19') }), now).late).toBe(true);
  });
  it('calls nobody late for what only the reporter can do', () => {
    const done = matter({ status: 'DONE_BY_HANDLER', doneAt: day('01') });
    expect(nextStep(done, now)).toMatchObject({ step: 'your-answer', by: day('08'), late: false });
    const waiting = matter({ status: 'WAITING_REQUESTER', waitingSince: day('02') });
    expect(nextStep(waiting, now)).toMatchObject({ step: 'hear-from-you', by: day('12'), late: false });
  });
  it('leaves thirty days to reopen', () => {
    const closed = matter({ status: 'CLOSED_CONFIRMED', closedAt: day('10') });
    expect(nextStep(closed, now).by?.toISOString()).toBe(new Date('2026-12-10T09:00:00+08:00').toISOString());
  });
  it('exists for every state, also where no moment is known', () => {
    const blank = { acceptDueAt: null, contactDueAt: null, handleDueAt: null };
    for (const status of MATTER_STATUSES) {
      expect(nextStep(matter({ status, ...blank }), now)).toMatchObject({ by: null, late: false });
    }
  });
});
