/** A site plan: the picture of an estate with what is drawn on it. Pure. */
import type { TwoNames } from '../contract.ts';

/**
 * Corners of a drawn shape, `[x1, y1, x2, y2, …]` in ten-thousandths of the picture's width and height, so
 * that they fit the picture at every size. Two numbers are a pin, six or more a polygon.
 */
export type PlanPoints = readonly number[];

/** What is drawn: a building by its number, or a common part by its name. */
export type PlanTarget =
  | { readonly kind: 'BUILDING'; readonly id: string; readonly number: number }
  | ({ readonly kind: 'COMMON_PART'; readonly id: string } & TwoNames);

export type PlanShape = {
  readonly id: string;
  readonly target: PlanTarget;
  readonly points: PlanPoints;
};

export type SitePlan = {
  readonly id: string;
  readonly estateId: string;
  /** Pixels of the picture. */
  readonly width: number;
  readonly height: number;
  readonly addedAt: Date;
  readonly shapes: readonly PlanShape[];
};

/** Where the picture of a plan is: public, and never changed under one address. */
export function planPictureUrl(planId: string): string {
  return `/plan/${planId}/picture`;
}
