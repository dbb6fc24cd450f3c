/** Residents let in: cards of households and requests to join. Pure. */

/** How somebody says they belong to a home. */
export const JOIN_RELATIONS = ['OWNER', 'TENANT', 'HOUSEHOLD_MEMBER'] as const;
export type JoinRelation = (typeof JOIN_RELATIONS)[number];

export const JOIN_STATES = ['REQUESTED', 'ADMITTED', 'REFUSED', 'WITHDRAWN'] as const;
export type JoinState = (typeof JOIN_STATES)[number];

/** Why a request is refused; each has kind words for the resident. */
export const REFUSAL_REASONS = [
  'NOT_IN_REGISTER',
  'WRONG_UNIT',
  'NOT_REACHED',
  'OWNER_SAYS_NO',
  'OTHER',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** What the register says of the name and phone somebody gave. */
export const FINDINGS = [
  'NAME_AND_PHONE_DIFFER',
  'PHONE_DIFFERS',
  'NAME_UNKNOWN',
  'NOBODY_REGISTERED',
] as const;
export type Finding = (typeof FINDINGS)[number];

/** Purpose of the keyed hash of a card's code. */
export const CARD_CODE = 'household-card';

/** Days a printed card works. */
export const CARD_DAYS = 60;

export const ACCESS_SUBJECTS = { card: 'household-card', request: 'join-request', proxy: 'proxy' } as const;

export const ACCESS_EVENTS = {
  cardsMade: 'access.cards-made',
  cardClosed: 'access.card-closed',
  joined: 'access.joined',
  joinAsked: 'access.join-asked',
  joinDecided: 'access.join-decided',
  joinWithdrawn: 'access.join-withdrawn',
  proxyRecorded: 'access.proxy-recorded',
  proxyReviewed: 'access.proxy-reviewed',
  proxyEnded: 'access.proxy-ended',
} as const;
