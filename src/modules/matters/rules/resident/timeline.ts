/** Which events of a matter its reporter reads, and as which sentence (domain brief §4.1, column "visible"). Pure. */
import { CLIMB_EVENTS, DECISION_EVENTS } from '../../contract.ts';

export type TimelineEvent = {
  readonly kind: string;
  readonly at: Date;
  readonly toState: string | null;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly orgId: string | null;
  readonly postId: string | null;
  /** Done by somebody who acts for the reporter. */
  readonly byProxy?: boolean;
};

/** One line of the timeline. `key` is the sentence under `matters.timeline.<key>`. */
export type TimelineEntry = {
  readonly at: Date;
  readonly key: string;
  /** Organisation that acted, or that was given the matter. */
  readonly orgId: string | null;
  /** Said or written by somebody, shown as it is. */
  readonly text: string | null;
  /** A day, `2026-11-20`. */
  readonly day: string | null;
  readonly n: number;
  /** `R-2026-09`: a meeting's resolution, which has a page of its own. */
  readonly decision?: string;
  /** Done by somebody who acts for the reporter; the sentence says so. */
  readonly byProxy?: boolean;
};

type Told = Partial<Omit<TimelineEntry, 'at'>> & { readonly key: string };

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Events that need no looking into: the sentence, and whether its reason is for the reporter. */
const PLAIN: Readonly<Record<string, { readonly key: string; readonly reason: boolean }>> = {
  'matters.submitted': { key: 'submitted', reason: false },
  'matters.accept': { key: 'accept', reason: false },
  'matters.decline': { key: 'decline', reason: true },
  'matters.appeal-decline': { key: 'appeal-decline', reason: true },
  'matters.merge': { key: 'merge', reason: false },
  'matters.reclassify': { key: 'reclassify', reason: false },
  'matters.return-assignment': { key: 'return-assignment', reason: false },
  'matters.open-tracks': { key: 'open-tracks', reason: false },
  'matters.wait-for-requester': { key: 'wait-for-requester', reason: true },
  'matters.wait-for-external': { key: 'wait-for-external', reason: true },
  'matters.resume': { key: 'resume', reason: false },
  'matters.end-parking': { key: 'end-parking', reason: true },
  'matters.supervise': { key: 'supervise', reason: false },
  'matters.escalate': { key: 'escalate', reason: false },
  'matters.take-follow-up': { key: 'take-follow-up', reason: false },
  'matters.rule-on-redo': { key: 'rule-on-redo', reason: true },
  'matters.reopen': { key: 'reopen', reason: true },
  'matters.ask-withdrawal': { key: 'ask-withdrawal', reason: true },
  'matters.reply': { key: 'reply', reason: true },
  'matters.urge': { key: 'urge', reason: true },
  'matters.link-external': { key: 'link-external', reason: false },
  'matters.hide-text': { key: 'hide-text', reason: false },
  'matters.correct-entry': { key: 'correct-entry', reason: true },
  'matters.close-for-silence': { key: 'close-for-silence', reason: false },
  'matters.close-unconfirmed': { key: 'close-unconfirmed', reason: false },
  'matters.timer-contact-overdue': { key: 'contact-overdue', reason: false },
  'matters.timer-handle-overdue': { key: 'handle-overdue', reason: false },
};

/** Events whose sentence depends on what happened. Undefined: not for the reporter. */
function looked(event: TimelineEvent, noteText: (id: string) => string | null): Told | undefined {
  const { data } = event;
  switch (event.kind) {
    case 'matters.assign':
    case 'matters.rule-on-return':
      return { key: event.kind.slice('matters.'.length), orgId: text(data.leadOrgId) };
    case 'matters.take-over': {
      const lead = text(data.leadOrgId);
      return lead === null ? undefined : { key: 'take-over', orgId: lead };
    }
    case 'matters.accept-assignment':
      return { key: 'accept-assignment' };
    case 'matters.record-contact':
      return { key: data.result === 'REACHED' ? 'reached' : 'not-reached' };
    case 'matters.add-note': {
      const said = data.visibility === 'PUBLIC' ? noteText(String(data.noteId)) : null;
      return said === null ? undefined : { key: 'note', text: said };
    }
    case 'matters.request-extension':
      return { key: 'request-extension', text: event.reason, day: text(data.newDueOn) };
    case 'matters.decide-extension':
      return {
        key: data.approved ? 'extended' : 'not-extended',
        text: event.reason,
        day: text(data.newDueOn),
      };
    case 'matters.decide-parking':
      return data.approved ? { key: 'parked', text: event.reason, day: text(data.reviewOn) } : undefined;
    case 'matters.report-done':
      return { key: 'report-done' };
    case 'matters.record-follow-up':
      return { key: data.outcome === 'NO_ANSWER' ? 'follow-up-no-answer' : answerKey(data) };
    case 'matters.answer-follow-up':
      return { key: answerKey(data) };
    case 'matters.confirm-explanation':
      return data.approved ? { key: 'explained' } : undefined;
    case 'matters.decide-withdrawal':
      return { key: event.toState === 'WITHDRAWN' ? 'withdrawn' : 'not-withdrawn', text: event.reason };
    case 'matters.add-photo':
      return { key: 'add-photo', n: number(data.photos) };
    case 'matters.change-consent':
      return { key: data.consentState === 'GIVEN' ? 'consent-given' : 'consent-withdrawn' };
    case 'matters.merged-in':
      return { key: 'merged-in' };
    case DECISION_EVENTS.made:
    case DECISION_EVENTS.takenOn:
    case DECISION_EVENTS.laterDay:
    case DECISION_EVENTS.late:
    case DECISION_EVENTS.done:
    case DECISION_EVENTS.struckOff:
    case DECISION_EVENTS.undone:
    case DECISION_EVENTS.ended:
      return decided(event);
    default:
      return CLIMBS.has(event.kind) ? climbed(event) : undefined;
  }
}

const CLIMBS: ReadonlySet<string> = new Set(Object.values(CLIMB_EVENTS));

/** Where the matter climbed to and what came of it. */
function climbed({ kind, data }: TimelineEvent): Told {
  const orgId = text(data.orgId);
  return {
    key: kind.slice('matters.'.length),
    text: text(data.text),
    day: text(data.day),
    ...(orgId ? { orgId } : {}),
  };
}

/** What a meeting's resolution means for the matter: what, which organisation, until when. */
function decided({ kind, data }: TimelineEvent): Told {
  return {
    key: kind.slice('matters.'.length),
    orgId: text(data.leadOrgId),
    text: text(data.text),
    day: text(data.dueOn),
    decision: text(data.decision) ?? '',
  };
}

function answerKey(data: TimelineEvent['data']): string {
  return data.resolved ? 'answered-solved' : 'answered-not-solved';
}

/**
 * The timeline of a matter as its reporter reads it, oldest first. Internal notes, visits, roles, returns'
 * grounds and reminders among staff are not in it.
 *
 * @param noteText the text of a public note by id.
 * @param summary what was done, in the handlers' words; it belongs to the last time it was reported done.
 */
export function residentTimeline(
  events: readonly TimelineEvent[],
  noteText: (id: string) => string | null,
  summary: string | null,
): TimelineEntry[] {
  const lastDone = events.findLast((event) => event.kind === 'matters.report-done');
  return events.flatMap((event) => {
    const plain = PLAIN[event.kind];
    const told: Told | undefined = plain
      ? { key: plain.key, text: plain.reason ? event.reason : null }
      : looked(event, noteText);
    if (!told) return [];
    const text = event === lastDone ? summary : null;
    const proxy = event.byProxy ? { byProxy: true } : {};
    return [{ at: event.at, orgId: event.orgId, text, day: null, n: 0, ...told, ...proxy }];
  });
}

/** Sentences that only the one who wrote them, or about whom they are, may read: not those merged into it. */
const ABOUT_THE_REPORTER: readonly string[] = [
  'submitted',
  'appeal-decline',
  'wait-for-requester',
  'correct-entry',
  'hide-text',
  'reached',
  'not-reached',
  'reopen',
  'ask-withdrawal',
  'withdrawn',
  'not-withdrawn',
  'reply',
  'urge',
  'add-photo',
  'follow-up-no-answer',
  'answered-solved',
  'answered-not-solved',
  'link-external',
  'merged-in',
  'consent-given',
  'consent-withdrawn',
  'close-for-silence',
];

/** The part of a main matter's timeline that a reporter merged into it reads: how it goes, nothing of the other. */
export function sharedTimeline(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries.filter((entry) => !ABOUT_THE_REPORTER.includes(entry.key));
}
