import type { PostKey } from '../../neighborhood/staff-posts/staff.ts';

/** One action as the meeting resolved it, and what came of it. Days are of 2026. */
export type DemoAction = {
  readonly task: string;
  readonly post: PostKey;
  readonly due: string;
  readonly measure: string;
  /** Number of an earlier action of the resolution that has to be struck off first. */
  readonly after?: number;
  /** Said no to: why, and to whom the general branch gave it the day after. */
  readonly contested?: readonly [why: string, to: PostKey, because: string];
  /** Could not go on for a while. */
  readonly blocked?: readonly [from: string, why: string, until: string];
  /** A later day that was granted. */
  readonly later?: readonly [asked: string, due: string, why: string];
  /** Day and words of a report that was sent back, the day after, with a reason. */
  readonly sentBack?: readonly [day: string, evidence: string, why: string];
  /** Day and words of the report; none while it is under way. */
  readonly done?: readonly [day: string, evidence: string];
  /** What others saw when they went there. */
  readonly seen?: string;
  /** Day of striking off; none while it waits to be checked. */
  readonly struck?: string;
  /** Came undone: the day, the new due day, and why. */
  readonly again?: readonly [day: string, due: string, why: string];
};

export type DemoResolution = {
  readonly meeting: string;
  readonly day: string;
  readonly text: string;
  /** Stories whose matters it came from; their reporters are asked before anything is struck off. */
  readonly from?: readonly string[];
  /** The reporter's words when asked. */
  readonly asked?: string;
  /** The organisation that asked for it says so itself. */
  readonly askedPost?: PostKey;
  readonly actions: readonly DemoAction[];
};

/** `joint('1 月 21 日联席会议', '01-21')`: a resolution of that meeting. */
export const resolvedAt =
  (meeting: string, day: string) =>
  (one: Omit<DemoResolution, 'meeting' | 'day'>): DemoResolution => ({ meeting, day, ...one });
