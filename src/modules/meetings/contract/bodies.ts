/** Bodies that meet 议事机构 and their seats: what others may know of them. Pure. */
import type { TwoNames } from '#modules/registry/contract.ts';

/**
 * Kinds of bodies (domain brief §3.2, §3.6, §3.7, §4.3). The last three are the pre-stages of 三会: 议题征询 before a
 * hearing, 民主恳谈 before a coordination meeting, 监督合议 before an appraisal.
 */
export const BODY_KINDS = [
  'JOINT_MEETING',
  'ENLARGED_MEETING',
  'PROPERTY_FORUM',
  'RESIDENTS_FORUM',
  'COORDINATION',
  'OWNERS_COMMITTEE',
  'TOPIC_SOLICITATION',
  'DEMOCRATIC_TALK',
  'SUPERVISION_REVIEW',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** A share of all seats: with `OVER` more than the part, with `AT_LEAST` the part itself is enough. */
export type Quorum = { readonly part: number; readonly whole: number; readonly how: 'AT_LEAST' | 'OVER' };

export type BodyView = TwoNames & {
  readonly id: string;
  readonly kind: BodyKind;
  readonly convener: TwoNames & { readonly id: string };
  readonly parentId: string | null;
  readonly constitutedOn: string;
  readonly seats: number;
  readonly version: number;
};

export const BODY_SUBJECT = 'meeting-body';

export const BODY_EVENTS = {
  constituted: 'meetings.body-constituted',
  seated: 'meetings.body-seated',
} as const;
