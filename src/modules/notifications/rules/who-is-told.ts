/** What is told to whom when something happened. Data: the subscription, the texts and the test read it. Pure. */
import type { Relation, SubjectPage, Topic, Urgency } from '../contract.ts';

/** One line of the table: who hears of an event, in which words, how urgently. */
export type Telling = {
  readonly to: Relation;
  /** Words under `notifications.news.<message>`. */
  readonly message: string;
  readonly urgency: Exclude<Urgency, 'EMERGENCY'>;
  /** Somebody without an account is called, or knocked at: only for what should not wait for a letter. */
  readonly byHand?: true;
};

const TO_REPORTER = (message: string, more: Partial<Telling> = {}): Telling => ({
  to: 'REPORTER',
  message,
  urgency: 'NORMAL',
  ...more,
});
const TO_LEAD = (message: string, urgency: Telling['urgency'] = 'NORMAL'): Telling => ({
  to: 'LEAD_POST',
  message,
  urgency,
});
const TO_HEAD = (message: string, urgency: Telling['urgency'] = 'NORMAL'): Telling => ({
  to: 'LEAD_HEAD',
  message,
  urgency,
});
const TO_POST = (message: string, urgency: Telling['urgency'] = 'NORMAL'): Telling => ({
  to: 'ACTION_POSTS',
  message,
  urgency,
});
const TO_SEATS = (message: string, urgency: Telling['urgency'] = 'NORMAL'): Telling => ({
  to: 'SEATS',
  message,
  urgency,
});

const TO_BRANCH = (message: string): Telling => ({ to: 'BRANCH', message, urgency: 'URGENT' });

/** Kind of event → who is told. Somebody named by two lines hears the first one only. */
export const TELLINGS: Readonly<Record<string, readonly Telling[]>> = {
  'matters.accept': [TO_REPORTER('matter-accepted')],
  'matters.decline': [TO_REPORTER('matter-declined', { byHand: true })],
  'matters.merge': [TO_REPORTER('matter-merged')],
  'matters.assign': [TO_LEAD('work-assigned')],
  'matters.reply': [TO_REPORTER('matter-replied')],
  'matters.wait-for-requester': [TO_REPORTER('matter-waits-for-you', { urgency: 'URGENT', byHand: true })],
  'matters.decide-extension': [TO_REPORTER('matter-deadline-decided'), TO_LEAD('work-deadline-decided')],
  'matters.report-done': [TO_REPORTER('matter-done')],
  'matters.confirm-explanation': [TO_REPORTER('matter-explained', { byHand: true })],
  'matters.escalate': [TO_REPORTER('matter-escalated')],
  'matters.reopen': [TO_LEAD('work-reopened', 'URGENT'), TO_REPORTER('matter-reopened')],
  'matters.urge': [TO_LEAD('work-urged', 'URGENT')],
  'matters.decision-made': [TO_REPORTER('matter-decision-made', { byHand: true })],
  'matters.decision-late': [TO_REPORTER('matter-decision-late')],
  'matters.decision-struck-off': [TO_REPORTER('matter-decision-done', { byHand: true })],
  'matters.decision-undone': [TO_REPORTER('matter-decision-undone')],
  'matters.timer-contact-due-soon': [TO_LEAD('work-contact-soon', 'URGENT')],
  'matters.timer-contact-overdue': [
    TO_LEAD('work-contact-overdue', 'URGENT'),
    TO_HEAD('work-contact-overdue'),
  ],
  'matters.timer-handle-due-soon': [TO_LEAD('work-due-soon')],
  'matters.timer-handle-overdue': [TO_LEAD('work-overdue', 'URGENT')],
  'matters.timer-handle-overdue-red': [
    TO_LEAD('work-overdue-red', 'URGENT'),
    TO_HEAD('work-overdue-red', 'URGENT'),
  ],
  'resolutions.recorded': [TO_HEAD('resolution-to-accept', 'URGENT'), TO_POST('resolution-named-you')],
  'resolutions.accept-overdue': [TO_HEAD('action-accept-overdue', 'URGENT')],
  'resolutions.due-soon': [TO_POST('action-due-soon')],
  'resolutions.overdue': [TO_POST('action-overdue', 'URGENT'), TO_HEAD('action-overdue', 'URGENT')],
  'resolutions.long-overdue': [
    TO_HEAD('action-long-overdue', 'URGENT'),
    TO_POST('action-long-overdue', 'URGENT'),
    { to: 'STREET', message: 'action-long-overdue-street', urgency: 'URGENT' },
  ],
  'resolutions.holder-left': [TO_HEAD('action-needs-somebody', 'URGENT')],
  'resolutions.transfer-action': [TO_POST('action-transferred')],
  'resolutions.return-action': [TO_POST('action-returned', 'URGENT')],
  'resolutions.grant-later': [TO_POST('action-later-granted')],
  'resolutions.refuse-later': [TO_POST('action-later-refused', 'URGENT')],
  'resolutions.strike-off': [TO_POST('action-struck-off'), TO_HEAD('action-struck-off')],
  'meetings.send-notice': [TO_SEATS('meeting-called')],
  'meetings.set-new-day': [TO_SEATS('meeting-new-day', 'URGENT')],
  'meetings.postpone-meeting': [TO_SEATS('meeting-postponed', 'URGENT')],
  'meetings.cancel-meeting': [TO_SEATS('meeting-cancelled', 'URGENT')],
  'meetings.send-minutes': [TO_SEATS('minutes-to-read', 'URGENT')],
  'meetings.published': [TO_SEATS('minutes-published')],
  'meetings.lead-absent': [{ to: 'STREET', message: 'meeting-lead-absent', urgency: 'NORMAL' }],
  'matters.climb-scheduled': [TO_REPORTER('matter-climb-meeting')],
  'matters.climb-ad-hoc': [TO_REPORTER('matter-climb-meeting')],
  'matters.climb-whistled': [TO_REPORTER('matter-climb-asked')],
  'matters.climb-to-owners': [TO_REPORTER('matter-climb-onward')],
  'matters.climb-to-mediation': [TO_REPORTER('matter-climb-onward')],
  'matters.climb-interim': [TO_REPORTER('matter-climb-interim', { byHand: true })],
  'matters.climb-answered': [TO_REPORTER('matter-climb-news')],
  'matters.climb-rejected': [TO_REPORTER('matter-climb-news')],
  'matters.climb-decided': [TO_REPORTER('matter-climb-news')],
  'matters.climb-resolved': [TO_REPORTER('matter-climb-news')],
  'escalations.proposed': [TO_BRANCH('climb-to-triage')],
  'escalations.triage-overdue': [TO_BRANCH('climb-triage-overdue')],
  'escalations.ad-hoc-overdue': [TO_BRANCH('climb-meeting-overdue')],
  'escalations.interim-overdue': [TO_BRANCH('climb-interim-overdue')],
  'escalations.rung-climbed': [TO_BRANCH('climb-unanswered')],
  'notices.published': [{ to: 'READERS', message: 'notice-published', urgency: 'NORMAL' }],
  'notices.announced': [{ to: 'READERS', message: 'notice-published', urgency: 'NORMAL' }],
  'notices.went-live': [{ to: 'READERS', message: 'notice-published', urgency: 'NORMAL' }],
  'notices.answer-published': [{ to: 'OBJECTOR', message: 'notice-answered', urgency: 'NORMAL' }],
};

/** How urgent it is just now: a notice of an emergency is one. */
export function urgencyOf(telling: Telling, isEmergency: boolean): Urgency {
  return isEmergency && telling.to === 'READERS' ? 'EMERGENCY' : telling.urgency;
}

/** What a sentence is about, for choosing how to be told. */
export function topicOf(message: string): Topic {
  if (message.startsWith('matter-')) return 'MY_MATTERS';
  if (message.startsWith('work-') || message.startsWith('climb-')) return 'WORK';
  if (message.startsWith('notice-')) return 'NOTICES';
  return message.startsWith('meeting-') || message.startsWith('minutes-') ? 'MEETINGS' : 'ACTIONS';
}

/** The page a sentence leads to. */
export function pageOfMessage(message: string): SubjectPage {
  if (message.startsWith('work-')) return 'DESK_MATTER';
  if (message.startsWith('matter-')) return 'OWN_MATTER';
  if (message.startsWith('climb-')) return 'ESCALATION';
  if (message.startsWith('notice-')) return 'NOTICE';
  if (message.startsWith('resolution-')) return 'RESOLUTION';
  if (message === 'minutes-published') return 'MINUTES';
  return message.startsWith('meeting-') || message.startsWith('minutes-') ? 'MEETING' : 'ACTION';
}

/** Every sentence there is. */
export const MESSAGES: readonly string[] = [
  ...new Set(
    Object.values(TELLINGS)
      .flat()
      .map((telling) => telling.message),
  ),
];
