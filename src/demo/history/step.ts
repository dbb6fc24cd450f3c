import type { Actor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { addWorkMinutes, type WorkCalendar } from '#kernel/work-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DemoNeighborhood } from '../neighborhood/demo-neighborhood.ts';
import { makeDice } from './random.ts';

/** Something somebody does at a moment. */
export type Step = {
  /** Names the step for ever; the key under which it is done once. */
  readonly key: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly run: (tx: Tx, lived: Lived) => Promise<Result<unknown>>;
  /** Keeps the answer, e.g. the id of a new matter. */
  readonly keep?: (answer: unknown, lived: Lived) => void;
  /** The worker reads the news before and after it, instead of the next morning. */
  readonly hears?: true;
};

/** What has come into being on the way: matters by the name of their story. */
export type Lived = {
  readonly matters: Map<string, string>;
  /** What was handed in to be looked at, by the name of the step that did it. */
  readonly pieces: Map<string, string>;
};

/** Where a story is written down. */
export type Stage = {
  readonly demo: DemoNeighborhood;
  readonly calendar: WorkCalendar;
  readonly steps: Step[];
};

/** `2026-04-15 10:20` in Shanghai. */
export function when(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00+08:00`);
}

/** Minutes later on the clock on the wall. */
export function later(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

/** A few minutes that follow from a name, so that things do not happen on the stroke of the hour. */
export function jitter(name: string, most: number): number {
  let seed = 7;
  for (const character of name) seed = (seed * 31 + character.codePointAt(0)!) >>> 0;
  return makeDice(seed).below(most);
}

/** Working minutes later, within working hours. */
export function workLater(stage: Stage, at: Date, minutes: number): Date {
  const moment = addWorkMinutes(stage.calendar, at, Math.max(1, Math.round(minutes)));
  if (!moment.known) throw new Error(`the demo needs the work calendar of ${moment.year}`);
  return moment.value;
}

/** The matter of a story; an error when the story has not begun. */
export function matterOf(lived: Lived, story: string): string {
  const id = lived.matters.get(story);
  if (!id) throw new Error(`story ${story} has not begun`);
  return id;
}
