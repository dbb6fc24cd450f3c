/** What others may know of the gate: states, actions, what is found, events. Pure. */
import type { PieceContent } from '#kernel/approved-piece.ts';
import type { PersonalKind } from '#kernel/personal-data.ts';

/** States of a piece (domain brief §4.13, "REVIEW"). */
export const PIECE_STATES = ['DRAFT', 'CHECKED', 'SENT_BACK', 'APPROVED', 'PUBLISHED', 'SUPERSEDED'] as const;
export type PieceState = (typeof PIECE_STATES)[number];

export const PIECE_ACTIONS = [
  'change',
  'dismiss',
  'cover',
  'hand-over',
  'send-back',
  'approve',
  'publish',
  'publish-alone',
  'look-afterwards',
  'take-down',
] as const;
export type PieceAction = (typeof PIECE_ACTIONS)[number];

/** Subject kind of the events of a piece. */
export const PIECE_SUBJECT = 'redaction-piece';

/** What a piece is the words or the picture of. */
export type PieceSubject = { readonly kind: string; readonly id: string };

/** Something in a text that looks like personal data. */
export type Finding = {
  readonly field: string;
  readonly kind: PersonalKind;
  readonly from: number;
  readonly to: number;
  readonly found: string;
};

/** A finding, and who said that it is none. */
export type SettledFinding = Finding & {
  readonly dismissed: { readonly reason: string; readonly personId: string; readonly at: Date } | null;
};

/** A rectangle on a picture in per mille of its sides. */
export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

export type PiecePicture = {
  readonly fileId: string;
  readonly boxes: readonly Box[];
  /** The new picture; null until somebody has looked at the original. */
  readonly coveredFileId: string | null;
};

/** What is handed in to the gate. */
export type NewPiece = {
  readonly subject: PieceSubject;
  readonly orgId: string;
  readonly content: PieceContent;
  readonly pictures?: readonly string[];
  readonly emergency?: boolean;
};

/** Most rectangles on one picture. */
export const MOST_BOXES = 12;
