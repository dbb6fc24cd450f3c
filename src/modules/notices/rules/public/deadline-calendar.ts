/** The last days for objections as a calendar that phones and computers read (RFC 5545). Pure. */

export type CalendarDay = {
  /** Names the entry for ever, so that a calendar read again moves it and does not double it. */
  readonly uid: string;
  /** `2026-11-23`: the whole day. */
  readonly day: string;
  readonly title: string;
  readonly text: string;
  readonly address: string;
};

/** Octets in a line before it goes on in the next one (RFC 5545 §3.1). */
const LINE = 75;

/** Commas, semicolons, backslashes and line breaks as RFC 5545 §3.3.11 wants them in a text. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
}

/** A line cut where it is too long, never within a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0)!;
    const wide = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + wide > LINE) {
      lines.push(now);
      now = ' ';
      octets = 1;
    }
    now += character;
    octets += wide;
  }
  return [...lines, now].join('\r\n');
}

/**
 * A calendar with one whole day an entry.
 *
 * @param now when it was made; every entry says so.
 */
export function deadlineCalendar(name: string, days: readonly CalendarDay[], now: Date): string {
  const stamp = `${now.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const entries = days.flatMap((one) => [
    'BEGIN:VEVENT',
    `UID:${one.uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${one.day.replaceAll('-', '')}`,
    `SUMMARY:${escaped(one.title)}`,
    `DESCRIPTION:${escaped(one.text)}`,
    `URL:${one.address}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Xieshou//notices//ZH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    ...entries,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
