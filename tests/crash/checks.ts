import { systemActor } from '#kernel/actor.ts';
import { verifyNeighborhoods } from '#platform/audit/verify-neighborhoods.ts';
import type { Database } from '#platform/db/database.ts';
import type { Intention } from './load.ts';

type Row = {
  readonly id: string;
  readonly code: string;
  readonly description: string;
  readonly status: string;
};

/**
 * What is wrong in the database after all intentions were sent until they were acknowledged; nothing when
 * each is there once.
 */
export async function wrongWith(
  database: Database,
  neighborhoodId: string,
  intentions: readonly Intention[],
): Promise<string[]> {
  const { matters, events } = await everything(database, neighborhoodId);
  const chains = await verifyNeighborhoods(database);
  return [
    ...wrongMatters(matters, intentions),
    ...wrongEvents(matters, events),
    ...wrongCodes(matters),
    ...chains
      .filter(({ brokenAt }) => brokenAt !== null)
      .map(({ slug, brokenAt }) => `the chain of ${slug} is broken at ${brokenAt}`),
  ];
}

function everything(database: Database, neighborhoodId: string) {
  return database.inTransaction(systemActor(neighborhoodId), async (tx) => ({
    matters: await tx
      .schema('matters')
      .selectFrom('matters.matter')
      .select(['id', 'code', 'description', 'status'])
      .execute(),
    events: await tx.schema('platform').selectFrom('platform.event').select(['subject_id', 'kind']).execute(),
  }));
}

function wrongMatters(matters: readonly Row[], intentions: readonly Intention[]): string[] {
  const byWords = Map.groupBy(matters, ({ description }) => description);
  const wrong: string[] = [];
  for (const { words, code, way, accepted } of intentions) {
    const found = byWords.get(words) ?? [];
    byWords.delete(words);
    if (found.length !== 1) wrong.push(`${code}, sent as a ${way}, is there ${found.length} times`);
    else if (found[0]!.code !== code) wrong.push(`${code} was acknowledged, ${found[0]!.code} is there`);
    else if ((found[0]!.status === 'ACCEPTED') !== accepted) wrong.push(`${code} is ${found[0]!.status}`);
  }
  return [...wrong, ...[...byWords.keys()].map((words) => `nobody ever sent ${words}`)];
}

/** Each matter has exactly the events of what was done with it. */
function wrongEvents(
  matters: readonly Row[],
  events: readonly { readonly subject_id: string; readonly kind: string }[],
): string[] {
  const bySubject = Map.groupBy(events, ({ subject_id }) => subject_id);
  const wrong: string[] = [];
  for (const { id, code, status } of matters) {
    const kinds = (bySubject.get(id) ?? [])
      .map(({ kind }) => kind)
      .filter((kind) => !/timer|light/.test(kind));
    const wanted = status === 'ACCEPTED' ? ['matters.accept', 'matters.submitted'] : ['matters.submitted'];
    if (kinds.sort().join() !== wanted.join())
      wrong.push(`${code} is ${status} by ${kinds.join() || 'nothing'}`);
  }
  return wrong;
}

/** Numbers of a prefix run from 1 without a gap, each once. */
function wrongCodes(matters: readonly Row[]): string[] {
  const byPrefix = Map.groupBy(matters, ({ code }) => code.slice(0, code.lastIndexOf('-')));
  return [...byPrefix].flatMap(([prefix, rows]) => {
    const numbers = rows.map(({ code }) => Number(code.slice(prefix.length + 1))).sort((a, b) => a - b);
    const at = numbers.findIndex((number, index) => number !== index + 1);
    return at < 0 ? [] : [`numbers of ${prefix}: ${numbers[at]} stands where ${at + 1} should`];
  });
}
