/** What others may know of notices: kinds, states, what a notice tells, events. Pure. */
import type { TwoNames } from '#modules/registry/contract.ts';

export const NOTICE_KINDS = ['WATER', 'POWER', 'GAS', 'LIFT', 'PARKING', 'ACCESS', 'NOISE', 'OTHER'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A notice is never deleted: it is live, or a later one stands in its place. */
export const NOTICE_STATES = ['LIVE', 'SUPERSEDED', 'WITHDRAWN'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Subject kind of a notice's events. */
export const NOTICE_SUBJECT = 'works-notice';

/** Events others may listen to. */
export const NOTICE_EVENTS = {
  published: 'notices.published',
  superseded: 'notices.superseded',
} as const;

/** A works notice as everybody may read it. */
export type NoticeView = {
  readonly id: string;
  /** `TZ-2611-003`. */
  readonly number: string;
  readonly state: NoticeState;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string;
  readonly estate: TwoNames & { readonly id: string };
  /** Buildings it concerns by their numbers; all of the estate when there are none. */
  readonly buildings: readonly number[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly emergency: boolean;
  readonly contactPhone: string;
  readonly issuer: TwoNames | null;
  readonly publishedAt: Date;
  readonly supersededBy: string | null;
  readonly supersededReason: string | null;
};
