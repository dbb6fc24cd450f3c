import { dateKey } from '#kernel/work-calendar.ts';
import type { Block, OfficialPaper } from '#platform/documents/official/paper.ts';
import type { MeetingState } from '../../contract/meetings.ts';
import type { ItemView } from '../agenda-views.ts';
import type { MeetingFile } from '../meeting-file.ts';
import { dayText, listed, named, say, timeText } from './paper-words.ts';

/** What is written across a notice that does not hold, or not yet. */
const NOT_IN_FORCE: Readonly<Partial<Record<MeetingState, string>>> = {
  PLANNED: 'meetings.paper.not-sent',
  AGENDA_OPEN: 'meetings.paper.not-sent',
  AGENDA_FIXED: 'meetings.paper.not-sent',
  POSTPONED: 'meetings.paper.postponed',
  CANCELLED: 'meetings.paper.cancelled',
};

/** Rows of the sheet for people nobody foresaw. */
const EMPTY_ROWS = 10;
/** Room for a signature, in points. */
const SIGNING_HEIGHT = 24;

/**
 * The notice of a meeting with its agenda, and on a sheet of its own the list to sign, with empty rows.
 *
 * @source domain brief §3.7, §4.3 (notice and papers; attendance by hand)
 */
export function noticePaper(file: MeetingFile): OfficialPaper {
  const body = named(file.body);
  const time = timeText(file.startsAt, null);
  const words = NOT_IN_FORCE[file.state];
  const lead = { time, place: file.place, body, n: file.minutes };
  return {
    fileName: say('meetings.paper.file-notice', { day: dayText(dateKey(file.startsAt)), body }),
    title: [
      say(file.isAdHoc ? 'meetings.paper.notice-title-ad-hoc' : 'meetings.paper.notice-title', { body }),
    ],
    number: null,
    mark: null,
    draft: words ? say(words) : null,
    blocks: [
      { kind: 'address', text: say('meetings.paper.to-all') },
      {
        kind: 'text',
        text:
          file.isAdHoc && file.adHocReason
            ? say('meetings.paper.notice-lead-ad-hoc', { ...lead, reason: file.adHocReason })
            : say('meetings.paper.notice-lead', lead),
      },
      { kind: 'heading', level: 1, text: say('meetings.paper.agenda') },
      ...file.items.flatMap(itemBlocks),
      { kind: 'heading', level: 1, text: say('meetings.paper.who') },
      {
        kind: 'text',
        text: `${listed(file.seats.map(({ org, post }) => say('meetings.paper.seat', { org: named(org), post: named(post) })))}${say('meetings.paper.stop')}`,
      },
      { kind: 'heading', level: 1, text: say('meetings.paper.answer') },
      {
        kind: 'text',
        text: say('meetings.paper.answer-text', {
          org: named(file.secretary.org),
          post: named(file.secretary.post),
        }),
      },
      {
        kind: 'signature',
        lines: [
          say('meetings.paper.seal', { org: named(file.convener) }),
          ...(file.noticedAt ? [dayText(dateKey(file.noticedAt))] : []),
        ],
      },
      ...signInSheet(file, body, time),
    ],
  };
}

function itemBlocks(item: ItemView): Block[] {
  const title = item.isEarlier ? say('meetings.earlier.title') : item.title;
  const more = [
    item.isEarlier ? say('meetings.earlier.question') : item.question,
    item.lead ? say('meetings.paper.lead-by', { org: named(item.lead) }) : '',
    item.guests ? say('meetings.paper.guests', { guests: item.guests }) : '',
  ].filter((text) => text !== '');
  return [
    { kind: 'heading', level: 2, text: say('meetings.paper.agenda-item', { title, n: item.minutes }) },
    ...(more.length > 0 ? [{ kind: 'text', text: more.join('') } as const] : []),
  ];
}

function signInSheet(file: MeetingFile, body: string, time: string): Block[] {
  const rows = file.seats.map(({ org, post, holder }, at) => [
    String(at + 1),
    named(org),
    named(post),
    holder ?? '',
    '',
  ]);
  const empty = Array.from({ length: EMPTY_ROWS }, (_, at) => [String(rows.length + at + 1), '', '', '', '']);
  return [
    { kind: 'sheet', title: [say('meetings.paper.sheet-title', { body })] },
    { kind: 'text', text: say('meetings.paper.sheet-facts', { time, place: file.place }) },
    { kind: 'note', text: say('meetings.paper.sheet-note') },
    {
      kind: 'table',
      head: ['no', 'org', 'post', 'name', 'sign'].map((part) => say(`meetings.paper.sheet-${part}`)),
      shares: [1.1, 4, 3.2, 2.2, 3],
      rowHeight: SIGNING_HEIGHT,
      rows: [...rows, ...empty],
    },
  ];
}
