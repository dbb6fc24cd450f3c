import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readContact } from '#modules/matters/commands/handling/read-contact.ts';
import { addPerson } from '#modules/registry/commands/people/add-person.ts';
import { PHONE_INDEX, PHONE_TAIL_INDEX } from '#modules/registry/contract.ts';
import { personByPhone, phoneOf } from '#modules/registry/facade.server.ts';
import { type Keyring, openKeyring } from '#platform/vault/keyring.ts';
import { rotateBlind } from '#platform/vault/rotate-blind.ts';
import { addKey, keysInUse, REST_MS, reencrypt, retireKey } from '#platform/vault/rotate-keys.ts';
import { columnsNamed } from '#platform/vault/sealed-columns.ts';
import { FINDING_PURPOSES, makeVault } from '#platform/vault/vault.ts';
import { does, good, type SmallNeighborhood, smallNeighborhood, submitted } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const SECRET = 'a secret for tests of keys, forty characters';
const NOW = new Date('2026-11-23T02:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'xieshou-keys-'));
const file = join(folder, 'keys.json');
let t: TestDatabase;
let n: SmallNeighborhood;
let ring: Keyring;

beforeAll(async () => {
  // The program under test and the tool each look at the file by themselves.
  t = await testDatabase(NOW, makeVault(SECRET, openKeyring(SECRET, file)));
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  rmSync(file, { force: true });
  await t.ownerPool.query(
    'truncate registry.neighborhood, platform.neighborhood_address, matters.matter, platform.event_head cascade',
  );
  ring = openKeyring(SECRET, file);
  n = await smallNeighborhood(t);
});

const phoneNo = (i: number) => `1380000${String(1000 + i)}`;

/** Somebody in the register, and a report with the same phone, typed by the desk. */
async function withPhone(i: number): Promise<string> {
  const phone = phoneNo(i);
  good(await does(t, n.as.RC, (tx) => addPerson(tx, { name: `测试${i}`, phone })));
  const who = { reporter: 'NAMED', reporterName: `测试${i}`, reporterPhone: phone } as const;
  return (await submitted(t, n, { channel: 'PHONE', ...who }, n.as.RC)).matterId;
}

async function isReadableAndFound(i: number, matterId: string): Promise<void> {
  await t.database.inTransaction(n.as.RC, async (tx) => {
    const person = await personByPhone(tx, tx.vault.index(PHONE_INDEX, phoneNo(i)));
    expect(person?.name).toBe(`测试${i}`);
    expect(await phoneOf(tx, person!.id)).toBe(phoneNo(i));
    const read = good(await readContact(tx, { matterId, reason: '回电' }));
    expect(read.phone).toBe(phoneNo(i));
    const tail = tx.vault.index(PHONE_TAIL_INDEX, phoneNo(i).slice(-4));
    const { rows } = await t.ownerPool.query(
      'select id from matters.matter where reporter_phone_tail_index = $1',
      [tail],
    );
    expect(rows.map(({ id }) => id)).toContain(matterId);
  });
}

describe('rotating the keys', () => {
  it('while reports come in: every phone is still readable and found, and nothing needs the old key', async () => {
    const before = [await withPhone(1), await withPhone(2)];
    expect(addKey(ring, NOW)).toBe('k2');
    const coming: Promise<string>[] = [];
    await reencrypt(t.database, t.vault, ring, () => {
      if (coming.length === 0) coming.push(withPhone(3));
    });
    const during = await coming[0]!;
    for (const [i, id] of [...before, during].entries()) await isReadableAndFound(i + 1, id);
    expect(await keysInUse(t.database, ring)).toMatchObject([
      { name: 'k1', rows: 0, supersededAt: NOW.toISOString() },
      { name: 'k2', rows: 6, supersededAt: null },
    ]);
  });

  it('a report taken up by the program without a restart is written with the new key', async () => {
    await withPhone(1);
    addKey(ring, NOW);
    await withPhone(2);
    const uses = await keysInUse(t.database, ring);
    expect(uses.map(({ name, rows }) => [name, rows])).toEqual([
      ['k1', 2],
      ['k2', 2],
    ]);
    await isReadableAndFound(
      2,
      (await t.ownerPool.query('select id from matters.matter order by code desc')).rows[0].id,
    );
  });

  it('stopped half way, the next run goes on with the same key', async () => {
    const ids = [await withPhone(1), await withPhone(2)];
    addKey(ring, NOW);
    const dies = reencrypt(t.database, t.vault, ring, () => {
      throw new Error('killed');
    });
    await expect(dies).rejects.toThrow('killed');
    const half = await keysInUse(t.database, ring);
    expect(half.every(({ rows }) => rows > 0)).toBe(true);
    for (const [i, id] of ids.entries()) await isReadableAndFound(i + 1, id);
    const again = openKeyring(SECRET, file);
    expect(again.writing().name).toBe('k2');
    await reencrypt(t.database, t.vault, again, () => undefined);
    expect((await keysInUse(t.database, again))[0]).toMatchObject({ name: 'k1', rows: 0 });
  });

  it('an old key goes only when no row needs it and an hour has passed; the writing one never', async () => {
    await withPhone(1);
    addKey(ring, NOW);
    const later = new Date(NOW.getTime() + REST_MS);
    expect(await retireKey(t.database, ring, 'k9', later)).toBe('UNKNOWN');
    expect(await retireKey(t.database, ring, 'k2', later)).toBe('WRITING');
    expect(await retireKey(t.database, ring, 'k1', NOW)).toBe('TOO_EARLY');
    expect(await retireKey(t.database, ring, 'k1', later)).toBe('IN_USE');
    await reencrypt(t.database, t.vault, ring, () => undefined);
    expect(await retireKey(t.database, ring, 'k1', later)).toBe('RETIRED');
    expect(JSON.parse(readFileSync(file, 'utf8')).keys).toHaveLength(1);
    expect(await withPhone(2)).toBeTruthy();
  });

  it('the keyring is for its owner only', () => {
    addKey(ring, NOW);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('no encrypted column can be forgotten', () => {
  it('the catalogue knows them all, each with a key and with the right to be written', async () => {
    const columns = await columnsNamed(t.database, '_cipher');
    const names = columns.map((c) => `${c.schema}.${c.table}.${c.column}`);
    expect(names).toEqual(
      expect.arrayContaining([
        'matters.matter.reporter_phone_cipher',
        'platform.second_factor.secret_cipher',
        'registry.person.phone_cipher',
      ]),
    );
    for (const column of columns) {
      expect(column.key.length, `${column.table} has a primary key`).toBeGreaterThan(0);
      const { rows } = await t.ownerPool.query(
        "select has_column_privilege('xieshou_app', $1::regclass, $2, 'update') as may",
        [`${column.schema}.${column.table}`, column.column],
      );
      expect(rows[0].may, `${column.table}.${column.column} can be encrypted anew`).toBe(true);
    }
  });

  it('nothing that looks encrypted stands in a column of another name', async () => {
    await withPhone(1);
    const { rows } = await t.ownerPool.query(
      `select c.table_schema as schema, c.table_name as table, c.column_name as column
         from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.data_type = 'text' and t.table_type = 'BASE TABLE'
          and c.table_schema not in ('pg_catalog', 'information_schema') and c.column_name !~ '_cipher$'`,
    );
    const wrong: string[] = [];
    for (const { schema, table, column } of rows) {
      const found = await t.ownerPool.query(
        `select 1 from "${schema}"."${table}" where "${column}" ~ '^k\\d+\\.[\\w-]+\\.[\\w-]+\\.' limit 1`,
      );
      if (found.rowCount) wrong.push(`${schema}.${table}.${column}`);
    }
    expect(wrong).toEqual([]);
  });

  it('the purposes that phones are found by are the register’s', () => {
    expect([...FINDING_PURPOSES]).toEqual([PHONE_INDEX, PHONE_TAIL_INDEX]);
  });
});

describe('rotating the blind indexes', () => {
  it('people are found by phone afterwards, and by the old index no more', async () => {
    const id = await withPhone(1);
    const old = t.vault.index(PHONE_INDEX, phoneNo(1));
    const done = await rotateBlind(t.database, t.vault, ring, NOW);
    expect(done).toMatchObject({ name: 'b2', phones: 1, unknown: 0 });
    await isReadableAndFound(1, id);
    expect(t.vault.index(PHONE_INDEX, phoneNo(1))).not.toBe(old);
    const kept = await t.ownerPool.query('select 1 from registry.person where phone_index = $1', [old]);
    expect(kept.rowCount).toBe(0);
  });

  it('PINs and codes that people hold in their hands stay', async () => {
    const pin = t.vault.index('query-pin', n.id);
    await rotateBlind(t.database, t.vault, ring, NOW);
    expect(t.vault.index('query-pin', n.id)).toBe(pin);
  });

  it('stopped half way, the next run takes the same new key', async () => {
    await withPhone(1);
    const broken = {
      ...t.vault,
      decrypt: () => {
        throw new Error('killed');
      },
    };
    await expect(rotateBlind(t.database, broken, ring, NOW)).rejects.toThrow('killed');
    const next = ring.content().nextBlind!.key;
    await rotateBlind(t.database, t.vault, ring, NOW);
    expect(ring.content().blind.key).toBe(next);
    expect(ring.content().nextBlind).toBeNull();
  });
});
