import { afterEach, expect, it, vi } from 'vitest';
import type { PaperJob } from './job.ts';
import { paperMaker } from './maker.ts';

afterEach(() => {
  vi.useRealTimers();
});

const page = (text: string): PaperJob => ({ what: 'pdf', content: { content: [text] } });

it('papers come from a process that ends when nobody asks any more, and begins again when somebody does', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const bytes = await paperMaker.make(page('纪要'));
  expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
  expect(paperMaker.isAwake).toBe(true);
  vi.advanceTimersByTime(11_000);
  expect(paperMaker.isAwake).toBe(false);
  expect((await paperMaker.make(page('通知'))).byteLength).toBeGreaterThan(1000);
}, 30_000);

it('a paper that cannot be made fails alone', async () => {
  const bad = paperMaker.make({ what: 'pdf', content: { content: [{ image: '/etc/hostname' }] } });
  const good = paperMaker.make(page('纪要'));
  await expect(bad).rejects.toThrow();
  expect((await good).byteLength).toBeGreaterThan(1000);
}, 30_000);

it('more papers than can wait are turned away', async () => {
  const asked = Array.from({ length: 60 }, (_, n) => paperMaker.make(page(`${n}`)));
  const ends = await Promise.allSettled(asked);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(40);
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(20);
}, 60_000);
