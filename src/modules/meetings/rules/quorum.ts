/** Who has to be there so that something can be resolved. Pure. */
import type { BodyKind, Quorum } from '../contract/bodies.ts';
import type { Presence } from '../contract/meetings.ts';

/**
 * Quorum by law, where the law sets one; every other body acts by its rules of procedure.
 *
 * @source 上海市住宅物业管理规定 (2020-12-30), on the owners' committee: more than half of all members, no proxies
 *   (domain brief §3.2)
 */
export const LEGAL_QUORUM: Readonly<Partial<Record<BodyKind, Quorum>>> = {
  OWNERS_COMMITTEE: { part: 1, whole: 2, how: 'OVER' },
};

/** Bodies whose members cannot send anybody in their place (domain brief §3.2). */
export const NO_ALTERNATES: readonly BodyKind[] = ['OWNERS_COMMITTEE'];

/** Bodies that listen and advise: nobody needs to be counted, and nothing is resolved. */
export const ADVISING_BODIES: readonly BodyKind[] = [
  'PROPERTY_FORUM',
  'RESIDENTS_FORUM',
  'TOPIC_SOLICITATION',
  'DEMOCRATIC_TALK',
  'SUPERVISION_REVIEW',
];

/**
 * Bodies whose decisions need the signatures of more than half of all members, whoever came.
 *
 * @source 上海市住宅物业管理规定, on the owners' committee (domain brief §3.2)
 */
export const SIGNED_BY: Readonly<Partial<Record<BodyKind, Quorum>>> = {
  OWNERS_COMMITTEE: { part: 1, whole: 2, how: 'OVER' },
};

/** How many signatures a decision of a body needs; 0 where it needs none. */
export function signaturesNeeded(kind: BodyKind, seats: number): number {
  const share = SIGNED_BY[kind];
  return share ? seatsNeeded(seats, share) : 0;
}

/** What counts as being there. */
export const HERE: readonly Presence[] = ['PRESENT', 'ALTERNATE', 'ONLINE'];

/** Fewest seats that have to be taken; 0 for a body without seats. */
export function seatsNeeded(seats: number, { part, whole, how }: Quorum): number {
  const share = seats * part;
  return how === 'OVER' ? Math.floor(share / whole) + 1 : Math.ceil(share / whole);
}

/** Whether enough seats are taken. A body without seats is never quorate. */
export function isQuorate(present: number, seats: number, quorum: Quorum): boolean {
  return seats > 0 && present >= seatsNeeded(seats, quorum);
}

/** The quorum of a body: by law, else the share its rules of procedure name. */
export function quorumOf(
  kind: BodyKind,
  rules: { readonly quorumPart: number; readonly quorumWhole: number },
): Quorum {
  return LEGAL_QUORUM[kind] ?? { part: rules.quorumPart, whole: rules.quorumWhole, how: 'AT_LEAST' };
}
