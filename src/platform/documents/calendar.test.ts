import { expect, it } from 'vitest';
import { calendarText } from './calendar.ts';

const now = new Date('2026-04-08T02:00:00Z');
const meeting = {
  uid: 'meeting-1@xieshou',
  sequence: 3,
  when: { from: new Date('2026-04-16T11:00:00Z'), minutes: 90 },
  title: '联席会议',
  place: '居委会,二楼',
  text: '1. 上次议定事项\n2. 停车',
  state: 'FIRM',
} as const;
const linesOf = async (entries: Parameters<typeof calendarText>[0]['entries']) =>
  (await calendarText({ name: '测试小区 会议', entries, now })).replace(/\r\n[ \t]/g, '').split('\r\n');

it('a meeting stands in it with its time, place and number of changes', async () => {
  const lines = await linesOf([meeting]);
  for (const line of [
    'X-WR-CALNAME:测试小区 会议',
    'METHOD:PUBLISH',
    'UID:meeting-1@xieshou',
    'SEQUENCE:3',
    'DTSTART:20260416T110000Z',
    'DTEND:20260416T123000Z',
    'SUMMARY:联席会议',
    'LOCATION:居委会\\,二楼',
    'DESCRIPTION:1. 上次议定事项\\n2. 停车',
    'STATUS:CONFIRMED',
  ])
    expect(lines).toContain(line);
});

it('a meeting that was called off is called off under its old name, one that may move is tentative', async () => {
  expect(await linesOf([{ ...meeting, state: 'CANCELLED' }])).toContain('STATUS:CANCELLED');
  expect(await linesOf([{ ...meeting, state: 'TENTATIVE' }])).toContain('STATUS:TENTATIVE');
});

it('a day by which something is due is a whole day on which one is free', async () => {
  const lines = await linesOf([
    { uid: 'action-1@xieshou', sequence: 1, when: { day: '2026-04-20' }, title: '开放车位', state: 'FIRM' },
  ]);
  for (const line of ['DTSTART;VALUE=DATE:20260420', 'DTEND;VALUE=DATE:20260421', 'TRANSP:TRANSPARENT'])
    expect(lines).toContain(line);
});

it('a title cannot bring lines of its own', async () => {
  const lines = await linesOf([
    { ...meeting, title: '停车\r\nATTENDEE:mailto:a@b.c', place: '二楼\nEND:VEVENT' },
  ]);
  expect(lines.filter((line) => /^(ATTENDEE|END:VEVENT)/.test(line))).toEqual(['END:VEVENT']);
});

it('no line is longer than 75 octets, so that old programs read it', async () => {
  const text = await calendarText({
    name: '会',
    entries: [{ ...meeting, title: '停车怎么办'.repeat(40) }],
    now,
  });
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
