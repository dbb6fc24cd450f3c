import { expect, it } from 'vitest';
import { deadlineCalendar } from './deadline-calendar.ts';

const now = new Date('2026-11-20T02:00:00Z');
const entry = {
  uid: 'GS-2611-001@zijing',
  day: '2026-11-23',
  title: '意见期最后一天：使用方案, 名册; 核对',
  text: '居委会一楼\n13号窗口',
  address: 'https://example.org/notices/GS-2611-001',
};

it('a last day for objections is one whole day of the calendar, under a name that stays', () => {
  const lines = deadlineCalendar('紫荆', [entry], now).split('\r\n');
  expect(lines).toContain('UID:GS-2611-001@zijing');
  expect(lines).toContain('DTSTAMP:20261120T020000Z');
  expect(lines).toContain('DTSTART;VALUE=DATE:20261123');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.at(-2)).toBe('END:VCALENDAR');
});

it('signs that mean something to a calendar are escaped', () => {
  const text = deadlineCalendar('紫荆', [entry], now);
  expect(text).toContain('使用方案\\, 名册\\; 核对');
  expect(text).toContain('居委会一楼\\n13号窗口');
});

it('no line is longer than 75 octets, and put together again nothing is lost or cut within a character', () => {
  const title = '意见期最后一天👵'.repeat(20);
  const text = deadlineCalendar('紫荆', [{ ...entry, title }], now);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
});
