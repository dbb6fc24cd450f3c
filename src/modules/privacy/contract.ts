/** Requests about one's own data, holds and retention: ids, kinds and states. Pure. */

/** Put right · delete or pseudonymise · say why and with whom (PIPL art. 46, 47, 48). A copy needs no request. */
export const REQUEST_KINDS = ['CORRECT', 'DELETE', 'EXPLAIN'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ['ASKED', 'DONE', 'PARTLY', 'REFUSED', 'WITHDRAWN'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
/** How the desk may answer. */
export const ANSWERS = ['DONE', 'PARTLY', 'REFUSED'] as const satisfies readonly RequestState[];

export const HOLD_SUBJECTS = ['person', 'matter', 'everything'] as const;
export type HoldSubject = (typeof HOLD_SUBJECTS)[number];

/** Subject kinds of this module's events. */
export const PRIVACY_SUBJECTS = {
  request: 'data-request',
  hold: 'legal-hold',
  retention: 'retention',
  person: 'person',
} as const;
