/** The life of a piece as data: which action leads from where to where (domain brief §4.13). Pure. */
import type { PieceAction, PieceState } from '../contract.ts';

export type Transition = {
  readonly action: PieceAction;
  readonly from: readonly PieceState[];
  /** Null: the state stays. */
  readonly to: PieceState | null;
};

/** A changed word means a new look: whatever was checked or approved is a draft again. */
export const TRANSITIONS: readonly Transition[] = [
  { action: 'change', from: ['DRAFT', 'SENT_BACK', 'CHECKED', 'APPROVED'], to: 'DRAFT' },
  { action: 'dismiss', from: ['DRAFT', 'SENT_BACK'], to: null },
  { action: 'cover', from: ['DRAFT', 'SENT_BACK', 'CHECKED', 'APPROVED'], to: 'DRAFT' },
  { action: 'hand-over', from: ['DRAFT', 'SENT_BACK'], to: 'CHECKED' },
  { action: 'send-back', from: ['CHECKED', 'APPROVED'], to: 'SENT_BACK' },
  { action: 'approve', from: ['CHECKED'], to: 'APPROVED' },
  { action: 'publish', from: ['APPROVED'], to: 'PUBLISHED' },
  { action: 'publish-alone', from: ['DRAFT', 'SENT_BACK', 'CHECKED'], to: 'PUBLISHED' },
  { action: 'look-afterwards', from: ['PUBLISHED'], to: null },
  { action: 'take-down', from: ['DRAFT', 'SENT_BACK', 'CHECKED', 'APPROVED', 'PUBLISHED'], to: 'SUPERSEDED' },
];

/** Where an action leads from a state, or null when it is not possible there. */
export function leadsTo(action: PieceAction, from: PieceState): PieceState | null {
  const found = TRANSITIONS.find((one) => one.action === action && one.from.includes(from));
  return found ? (found.to ?? from) : null;
}
