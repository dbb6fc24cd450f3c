import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeRules } from '#web/route-rules.ts';
import { type SmallNeighborhood, smallNeighborhood, submitted } from '../database/small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { tablesOf } from '../database/walls/catalogue.ts';
import { dropConstraints, madeInsert } from '../database/walls/made-rows.ts';
import { BuiltPages } from './built-pages.ts';

// Two neighborhoods in one installation. The other one has a row in every table there is; whatever names its rows
// is tried in every hole of every address here, and must be answered word for word as a name nobody ever had.

/** Holes that name no row, with what stands in them. */
const OTHER_HOLES: Readonly<Record<string, readonly string[]>> = {
  kind: ['estate', 'building', 'stairwell', 'unit', 'part'],
  action: ['accept'],
};
/** Requests at a time. */
const AT_ONCE = 8;
const UUID = /^[0-9a-f-]{36}$/;

/** Addresses whose holes name no row of a neighborhood. */
const NO_ROWS = /:(list|provider|token|slug)|\*/;

let t: TestDatabase;
let here: SmallNeighborhood;
let there: SmallNeighborhood;
let pages: BuiltPages;
let own: { code: string };

beforeAll(async () => {
  t = await testDatabase();
  here = await smallNeighborhood(t);
  there = await smallNeighborhood(t, 'XX');
  own = await submitted(t, here);
  await submitted(t, there);
  pages = await BuiltPages.open(t);
});
afterAll(() => t.close());

const patterns = Object.keys(routeRules).filter((pattern) => pattern.includes(':') && !NO_ROWS.test(pattern));

/** The addresses a pattern gives with one name in the holes for rows. */
function addresses(pattern: string, name: string): string[] {
  let paths = [pattern];
  for (const [hole, values] of Object.entries(OTHER_HOLES)) {
    paths = paths.flatMap((path) =>
      path.includes(`:${hole}`) ? values.map((value) => path.replace(`:${hole}`, value)) : [path],
    );
  }
  return paths.map((path) => path.replace(/:\w+/g, encodeURIComponent(name)));
}

/** What names a row: its ids, and short texts such as codes and numbers. */
async function namesIn(neighborhoodId: string): Promise<string[]> {
  const names = new Set<string>();
  for (const { name, owned } of await tablesOf(t.ownerPool)) {
    if (!owned) continue;
    const { rows } = await t.ownerPool.query<Record<string, unknown>>(
      `select * from ${name} where neighborhood_id = $1 limit 2`,
      [neighborhoodId],
    );
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        const isName = column === 'id' || column === 'code' || column === 'number' || column === 'slug';
        if (isName && typeof value === 'string' && value !== neighborhoodId) names.add(value);
      }
    }
  }
  return [...names];
}

/** One word of every table of a neighborhood that has words of its own: made up, so nobody else has it. */
async function wordsIn(neighborhoodId: string): Promise<string[]> {
  const words = new Set<string>();
  for (const { name, owned } of await tablesOf(t.ownerPool)) {
    if (!owned) continue;
    const { rows } = await t.ownerPool.query<Record<string, unknown>>(
      `select * from ${name} where neighborhood_id = $1 limit 1`,
      [neighborhoodId],
    );
    const texts = Object.values(rows[0] ?? {}).filter((value) => typeof value === 'string');
    const word = texts.find((text) => /^[0-9a-f]{12}$/.test(text)) ?? texts.find((text) => UUID.test(text));
    if (word && word !== neighborhoodId) words.add(word);
  }
  return [...words];
}

/** A name of the same form that nobody has. */
function nobodys(name: string): string {
  if (UUID.test(name)) return randomUUID();
  return name.replace(/[0-9]/g, (digit) => String(9 - Number(digit))).replace(/[a-f]/g, 'f');
}

/** Everything the other neighborhood has, as one text. */
async function everythingThere(): Promise<string> {
  const parts: string[] = [];
  for (const { name, owned } of await tablesOf(t.ownerPool)) {
    if (!owned) continue;
    const { rows } = await t.ownerPool.query(
      `select md5(coalesce(string_agg(x::text, '|' order by x::text), '')) as sum from ${name} x where neighborhood_id = $1`,
      [there.id],
    );
    parts.push(`${name} ${rows[0].sum}`);
  }
  return parts.join('\n');
}

describe('a name of this neighborhood', () => {
  it('opens pages, so that the same addresses prove something below', async () => {
    const token = await pages.signIn(here.as.RC);
    const opened = new Set<string>();
    const names = [own.code, ...(await namesIn(here.id))];
    for (const pattern of patterns) {
      for (const name of names) {
        for (const path of addresses(pattern, name)) {
          if ((await pages.ask(token, here.id, path, 'GET', name)).status === 200) opened.add(pattern);
        }
        if (opened.has(pattern)) break;
      }
    }
    expect([...opened].sort()).toEqual(
      expect.arrayContaining([
        '/desk/access/staff/:person',
        '/desk/matters/:code',
        '/desk/registry/organisations/:id',
        '/desk/registry/people/:person',
        '/desk/registry/places/:kind/:id',
        '/desk/registry/places/estate/:estate/owners',
        '/desk/registry/plan/:estate',
        '/desk/registry/posts/:id',
        '/desk/registry/units/:unit/people',
      ]),
    );
  });
});

describe('a name of another neighborhood', () => {
  beforeAll(async () => {
    // From here on rows need not make sense: only the walls are left.
    await dropConstraints(t.ownerPool);
    for (const { name, owned } of await tablesOf(t.ownerPool)) {
      if (!owned) continue;
      const { rowCount } = await t.ownerPool.query(`select from ${name} where neighborhood_id = $1 limit 1`, [
        there.id,
      ]);
      if (rowCount === 0) await t.ownerPool.query(...(await madeInsert(t.ownerPool, name, there.id)));
    }
  });

  // The committee sees the most and tries every name in every address; the others every third, another at each address.
  it.each([
    ['RC', 1],
    ['GB', 3],
    ['PC', 3],
  ] as const)(
    'is answered like one that nobody has, in every address, for %s',
    async (who, share) => {
      const token = await pages.signIn(here.as[who]);
      const names = await namesIn(there.id);
      expect(names.length).toBeGreaterThan(60);
      const before = await everythingThere();
      const told: string[] = [];
      let asked = 0;
      const toNobodys = new Map<string, string>();
      const ask = async (path: string, method: string, name: string) => {
        asked += 1;
        return JSON.stringify(await pages.ask(token, here.id, path, method, name));
      };
      /** What a name of the same form that nobody has is answered; one id that nobody has is like another. */
      const askForNobodys = async (pattern: string, at: number, method: string, name: string) => {
        const key = [pattern, at, method, UUID.test(name) ? 'id' : name].join(' ');
        const other = nobodys(name);
        const answer = toNobodys.get(key) ?? (await ask(addresses(pattern, other)[at]!, method, other));
        toNobodys.set(key, answer);
        return answer;
      };
      const tryName = async (pattern: string, name: string) => {
        for (const [at, path] of addresses(pattern, name).entries()) {
          for (const method of ['GET', 'POST']) {
            const foreign = await ask(path, method, name);
            const unknown = await askForNobodys(pattern, at, method, name);
            if (foreign !== unknown || /"status":5/.test(foreign)) told.push(`${method} ${path}`);
          }
        }
      };
      for (const [nth, pattern] of patterns.entries()) {
        const tried = names.filter((_, at) => (at + nth) % share === 0);
        for (let from = 0; from < tried.length; from += AT_ONCE)
          await Promise.all(tried.slice(from, from + AT_ONCE).map((name) => tryName(pattern, name)));
      }
      expect(told.slice(0, 40)).toEqual([]);
      expect(asked).toBeGreaterThan(1_000);
      expect(await everythingThere()).toBe(before);
      expect(pages.complaints).toEqual([]);
    },
    600_000,
  );

  it('is found by no search, filter or list, and counted in none', async () => {
    const token = await pages.signIn(here.as.RC);
    const words = await wordsIn(there.id);
    expect(words.length).toBeGreaterThan(40);
    const fields = ['q', 'words', 'who', 'estate', 'code', 'person', 'org', 'unit', 'after', 'place'];
    const lists = Object.keys(routeRules).filter(
      (pattern) => !pattern.includes(':') && !/\*|^\/(logout|setup|neighborhoods|settings)/.test(pattern),
    );
    const told: string[] = [];
    for (const path of lists) {
      const tryWord = async (word: string, at: number) => {
        // Every word in one field of one list; over the lists and words every field has its turn many times.
        const field = fields[(at + path.length) % fields.length]!;
        const other = nobodys(word);
        const answer = async (asked: string) =>
          JSON.stringify(await pages.ask(token, here.id, `${path}?${field}=${asked}`, 'GET', asked));
        const differ = async () => (await answer(word)) !== (await answer(other));
        // An archive holds the second it was made in: what tells a name apart does so each time.
        if ((await differ()) && (await differ()) && (await differ())) told.push(`${path}?${field}=${word}`);
      };
      for (let from = 0; from < words.length; from += AT_ONCE)
        await Promise.all(words.slice(from, from + AT_ONCE).map((word, at) => tryWord(word, from + at)));
    }
    expect(told).toEqual([]);
  }, 600_000);
});
