import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { readContact } from '#modules/matters/commands/handling/read-contact.ts';
import { dossier } from '#modules/matters/queries/desk/dossier.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { tablesOf } from '../walls/catalogue.ts';
import { postOfAuditor, postOfStreet } from './overseers.ts';

const MODULES = join(import.meta.dirname, '../../../src/modules');

/** Commands that overseers may start, each with the reason: all they write is that they looked. */
const OVERSEERS_MAY: Readonly<Record<string, string>> = {
  'matters/read-contact': 'an auditor, for a reason that is written down',
  'matters/save-filter': 'a list of filters on one’s own screen',
  'meetings/make-calendar-link': 'a link to one’s own calendar',
  'meetings/revoke-calendar-link': 'a link to one’s own calendar',
  'oversight/export-trail': 'an auditor; the export itself is written down',
  'oversight/record-verification': 'an auditor; that the trail was checked is written down',
};

type Command = (tx: Tx, ...input: unknown[]) => Promise<{ ok: boolean; refusal?: { code: string } }>;

let t: TestDatabase;
let n: SmallNeighborhood;
let matterId: string;
let code: string;
let tables: string[];
const overseers: Record<string, Actor> = {};

beforeAll(async () => {
  t = await testDatabase();
  n = await smallNeighborhood(t);
  overseers.AUD = await postOfAuditor(t, n);
  overseers.ST = await postOfStreet(t, n);
  const made = await submitted(
    t,
    n,
    { reporter: 'NAMED', reporterName: '王阿姨', reporterPhone: '13800000011', channel: 'PHONE' },
    n.as.RC,
  );
  ({ matterId, code } = made);
  tables = (await tablesOf(t.ownerPool)).map(({ name }) => name);
});
afterAll(() => t.close());

/** How many rows each table has, and a mark of what stands in them. */
async function everything(): Promise<Record<string, string>> {
  const marks: Record<string, string> = {};
  for (const name of tables) {
    const { rows } = await t.ownerPool.query(
      `select count(*) || ':' || coalesce(sum(hashtextextended(r::text, 0)), 0) as mark from ${name} r`,
    );
    marks[name] = rows[0].mark;
  }
  return marks;
}

/** What a command could be given: an id of everything there is, under every name commands use. */
function richInput(): Record<string, unknown> {
  const ids = {
    matterId,
    id: matterId,
    intoId: matterId,
    estateId: n.estateId,
    buildingId: n.buildingId,
    stairwellId: n.stairwellId,
    unitId: n.units[0],
    personId: n.residents[0]!.personId,
    postId: n.as.RC.post!.postId,
    leadPostId: n.as.RC.post!.postId,
    organisationId: n.org.RC,
    orgId: n.org.RC,
    leadOrgId: n.org.PC,
  };
  return {
    ...ids,
    version: 1,
    reason: '测试理由',
    text: '测试',
    name: '测试',
    channel: 'WEB',
    year: 2030,
    kind: 'WORK',
  };
}

const commands = globSync('*/commands/**/*.ts', { cwd: MODULES })
  .filter((path) => !path.endsWith('.test.ts') && existsSync(join(MODULES, path)))
  .map((path) => ({ path, name: `${path.split('/')[0]}/${basename(path, '.ts')}` }));

async function rulesOf(module: string): Promise<Readonly<Record<string, unknown>>> {
  const permissions = await import(/* @vite-ignore */ join(MODULES, module, 'permissions.ts'));
  return permissions.COMMAND_RULES ?? {};
}

describe.each(['AUD', 'ST'])('%s', (who) => {
  test('starts every command of every module and changes nothing', async () => {
    const before = await everything();
    const done: string[] = [];
    const failed: string[] = [];
    let tries = 0;
    for (const { path, name } of commands) {
      const rule = (await rulesOf(path.split('/')[0]!))[basename(path, '.ts')];
      if (rule === 'PART' || rule === 'PROGRAM' || name in OVERSEERS_MAY) continue;
      const exported = await import(/* @vite-ignore */ join(MODULES, path));
      for (const [verb, command] of Object.entries(exported)) {
        if (typeof command !== 'function' || command.length < 1) continue;
        tries += 1;
        const answer = await does(
          t,
          overseers[who]!,
          (tx) => (command as Command)(tx, richInput(), [], richInput()) as never,
        ).catch((error: Error) => {
          failed.push(`${name}.${verb}: ${error.message.slice(0, 80)}`);
          return { ok: false as const };
        });
        if ((answer as { ok?: boolean } | undefined)?.ok === true) done.push(`${name}.${verb}`);
      }
    }
    expect(tries).toBeGreaterThan(50);
    expect(done).toEqual([]);
    // Nearly all of them say no in words; a few stumble over the odd input first.
    expect(failed.length).toBeLessThan(tries / 10);
    const after = await everything();
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual([]);
  });

  test('sees the reporter masked', async () => {
    const shown = await t.database.inTransaction(overseers[who]!, (tx) => dossier(tx, code));
    expect(shown?.reporter).toMatchObject({ view: 'MASKED', name: '王**' });
    expect(JSON.stringify(shown?.reporter)).not.toMatch(/1380000|王阿姨/);
  });
});

test('an auditor sees the phone only for a reason, and it is written down; the street never', async () => {
  const reads = async () =>
    (await t.ownerPool.query('select reader_post_id, reason from platform.contact_read')).rows;
  expect(
    refusal(await does(t, overseers.ST!, (tx) => readContact(tx, { matterId, version: 1, reason: '看看' }))),
  ).toBe('matters.not-yours-to-do');
  expect(await reads()).toEqual([]);
  const shown = good(
    await does(t, overseers.AUD!, (tx) => readContact(tx, { matterId, version: 1, reason: '核对举报线索' })),
  );
  expect(shown.phone).toBe('13800000011');
  expect(await reads()).toEqual([{ reader_post_id: overseers.AUD!.post!.postId, reason: '核对举报线索' }]);
});
