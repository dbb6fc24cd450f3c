/** Notifications 提醒: kinds, ways and channels, and what others may know of them. Pure. */

/** What it is about; people choose by these how they are told. */
export const TOPICS = ['MY_MATTERS', 'WORK', 'ACTIONS', 'MEETINGS', 'NOTICES'] as const;
export type Topic = (typeof TOPICS)[number];

/** An emergency is told at once, in the night too, whatever somebody chose. */
export const URGENCIES = ['NORMAL', 'URGENT', 'EMERGENCY'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** At once by the bell, once a day together, or not at all. */
export const CHOICES = ['BELL', 'DIGEST', 'OFF'] as const;
export type Choice = (typeof CHOICES)[number];
export type Way = Exclude<Choice, 'OFF'>;

/** Ways to tell that somebody carries out: a poster in a building, a call, a knock at the door. */
export const CHANNELS = ['POSTER', 'CALL', 'KNOCK'] as const;
export type Channel = (typeof CHANNELS)[number];

export const ERRAND_OUTCOMES = ['REACHED', 'NOT_REACHED'] as const;
export type ErrandOutcome = (typeof ERRAND_OUTCOMES)[number];

/** Where a notification is: kept back for the night or the digest, in the bell, or read. */
export const DELIVERY_STATES = ['HELD', 'DELIVERED', 'READ'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** How somebody stands to what happened. */
export const RELATIONS = [
  'REPORTER',
  'LEAD_POST',
  'LEAD_HEAD',
  'STREET',
  'ACTION_POSTS',
  'SEATS',
  'READERS',
  'BRANCH',
  'OBJECTOR',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** What kind of page a notification opens. */
export const SUBJECT_PAGES = [
  'OWN_MATTER',
  'DESK_MATTER',
  'ACTION',
  'RESOLUTION',
  'MEETING',
  'MINUTES',
  'NOTICE',
  'ESCALATION',
] as const;
export type SubjectPage = (typeof SUBJECT_PAGES)[number];

/** When the bell rests and when the digest comes: minutes of the day in Asia/Shanghai. */
export type Hours = { readonly quietFrom: number; readonly quietTo: number; readonly digestAt: number };

export const NOTIFICATION_SUBJECTS = { errand: 'errand', hours: 'notification-hours' } as const;

/** Events others may listen to. That somebody was told is none: it would double the log for nothing. */
export const NOTIFICATION_EVENTS = {
  errandDone: 'notifications.errand-done',
  hoursSet: 'notifications.hours-set',
} as const;
