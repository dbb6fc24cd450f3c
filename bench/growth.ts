/** Whether the desk's list and search stay as quick when a neighborhood has ten times the history. */

import type { Actor } from '#kernel/actor.ts';
import { type DeskQuery, deskList } from '#modules/matters/queries/desk/desk-list.ts';
import { type SmallNeighborhood, smallNeighborhood } from '../tests/database/small-neighborhood.ts';
import { type BenchDatabase, benchServer } from './database.ts';
import { manyMatters } from './many-matters.ts';
import texts from './matter-texts.json' with { type: 'json' };
import { type Figure, figure, median, percentile } from './measure.ts';

const FEW = 20_000;
const MANY = 200_000;
const ROUNDS = 20;

const PLAIN: DeskQuery = {
  chip: 'mine',
  words: '',
  estateId: null,
  level: null,
  group: null,
  leadOrgId: null,
  after: null,
};

const LISTS: readonly DeskQuery[] = [
  PLAIN,
  { ...PLAIN, chip: 'all' },
  { ...PLAIN, chip: 'overdue' },
  { ...PLAIN, chip: 'follow-up' },
  { ...PLAIN, chip: 'all', group: 'A' },
];
const SEARCHES: readonly DeskQuery[] = [
  ...texts.searched.map((words) => ({ ...PLAIN, words })),
  { ...PLAIN, words: '0042' },
];

type Place = BenchDatabase & { readonly neighborhood: SmallNeighborhood };

async function asked({ database }: Pick<Place, 'database'>, actor: Actor, query: DeskQuery): Promise<number> {
  const started = performance.now();
  await database.inTransaction(actor, (tx) => deskList(tx, query));
  return performance.now() - started;
}

/** Milliseconds of every asking, both sizes in turn. */
async function interleaved(few: Place, many: Place, queries: readonly DeskQuery[]) {
  const times = { few: [] as number[], many: [] as number[] };
  for (let round = -1; round < ROUNDS; round++) {
    for (const query of queries) {
      for (const who of ['RC', 'PC'] as const) {
        const one = await asked(few, few.neighborhood.as[who], query);
        const ten = await asked(many, many.neighborhood.as[who], query);
        // The first round warms up.
        if (round < 0) continue;
        times.few.push(one);
        times.many.push(ten);
      }
    }
  }
  return times;
}

/**
 * A search with all that filters it, row-level security and what the property company may see, against the same
 * search by the committee's director, who sees everything, without row-level security.
 */
async function filtering(place: Place): Promise<Figure> {
  const times = { filtered: [] as number[], unfiltered: [] as number[] };
  const { PC, RC } = place.neighborhood.as;
  for (let round = -1; round < ROUNDS; round++) {
    for (const query of SEARCHES) {
      const filtered = await asked(place, PC, query);
      const unfiltered = await asked({ database: place.unwalled }, RC, query);
      if (round < 0) continue;
      times.filtered.push(filtered);
      times.unfiltered.push(unfiltered);
    }
  }
  const [walled, bare] = [median(times.filtered), median(times.unfiltered)];
  const note = `median ${walled.toFixed(1)} ms against ${bare.toFixed(1)} ms`;
  return figure('filtered / unfiltered search, 200,000 matters', ['≤', 1.5], walled / bare, '', note);
}

/** p99 of list and of search at 200,000 matters against 20,000. */
export async function growth(): Promise<Figure[]> {
  const server = await benchServer();
  try {
    const place = async (name: string, count: number): Promise<Place> => {
      const made = await server.create(name);
      const neighborhood = await smallNeighborhood({ ownerPool: made.owner });
      await manyMatters(made.owner, neighborhood.id, count);
      return { ...made, neighborhood };
    };
    const few = await place('bench_few', FEW);
    const many = await place('bench_many', MANY);
    await server.settle();
    const figures: Figure[] = [];
    for (const [what, queries] of [
      ['list', LISTS],
      ['search', SEARCHES],
    ] as const) {
      const times = await interleaved(few, many, queries);
      const [one, ten] = [percentile(times.few, 99), percentile(times.many, 99)];
      const middle = `${median(times.many).toFixed(1)} against ${median(times.few).toFixed(1)}`;
      const note = `${ten.toFixed(1)} ms against ${one.toFixed(1)} ms; median ${middle}`;
      figures.push(figure(`${what} p99, 200,000 / 20,000 matters`, ['≤', 1.5], ten / one, '', note));
    }
    figures.push(await filtering(many));
    return figures;
  } finally {
    await server.stop();
  }
}
