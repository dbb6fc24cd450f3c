import { type Stage, when } from '../step.ts';
import type { Answer } from '../story.ts';
import { type Handling, type Telling, usual } from '../usual.ts';

type Told = Omit<Telling, 'at' | 'who'> & {
  readonly at: string;
  /** A neighbour by number, or somebody of the story. */
  readonly who: number | 'uncleMa' | 'msZhao';
};

/** A matter that goes the usual way: what was told, how it was handled, what the reporter answered. */
export type PlainLine = readonly [name: string, told: Told, handling: Handling, answer: Answer];

export const PLEASED: Answer = { solved: true, pleased: 5 };
export const CONTENT: Answer = { solved: true, pleased: 4 };
/** Working minutes of a day. */
export const DAY = 480;

/** Writes plain stories down. */
export function tellPlain(stage: Stage, lines: readonly PlainLine[]): void {
  const { demo } = stage;
  for (const [name, told, handling, answer] of lines) {
    const { who } = told;
    const id = typeof who === 'number' ? demo.plainOwners[told.estate][who]!.id : demo.people[who];
    usual(stage, name, { ...told, at: when(told.at), who: { id, name: demo.nameOf(id) } }, handling, answer);
  }
}
