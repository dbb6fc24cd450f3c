/** What follows from the reporter's answer (domain brief §4.1, redo). Pure. */
import type { MatterStatus } from '../contract.ts';

/** The two questions: 解决了吗? 满意吗? They are kept apart: solved but not satisfied is an answer, and so is the reverse. */
export type Answer = { readonly resolved: boolean; readonly satisfaction: number; readonly text: string };

export type AfterAnswer = { readonly to: MatterStatus; readonly closes: boolean; readonly redo: boolean };

/**
 * Solved closes the matter. Not solved sends it back once by itself; the second time the general branch
 * looks at it. The answer of a merged reporter is kept on their own matter and moves nothing else.
 */
export function afterAnswer(status: MatterStatus, redoCount: number, resolved: boolean): AfterAnswer {
  if (status === 'MERGED') return { to: 'MERGED', closes: false, redo: false };
  if (resolved) return { to: 'CLOSED_CONFIRMED', closes: true, redo: false };
  if (redoCount === 0) return { to: 'IN_PROGRESS', closes: false, redo: true };
  return { to: 'ESCALATED', closes: false, redo: false };
}
