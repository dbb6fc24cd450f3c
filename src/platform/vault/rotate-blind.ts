import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { type Keyring, newKey } from './keyring.ts';
import { columnsNamed, everywhere, type SealedColumn, tableOf } from './sealed-columns.ts';
import { blindIndex, FINDING_PURPOSES, type Vault } from './vault.ts';

const BATCH = 2_000;
const [WHOLE, TAIL] = FINDING_PURPOSES as [string, string];

export type BlindRotation = {
  readonly name: string;
  readonly phones: number;
  readonly changed: number;
  /** Indexes of phones that are kept nowhere, e.g. an account whose person has no phone any more. */
  readonly unknown: number;
};

/**
 * Gives the blind indexes a new key: opens every phone, computes its new indexes and puts them where the old
 * ones stood. Lookups find nothing for the moments between the first table and the last, so the program is
 * best stopped meanwhile. Stopped half way, the next run goes on with the same new key.
 */
export async function rotateBlind(
  database: Database,
  vault: Vault,
  keyring: Keyring,
  now: Date,
): Promise<BlindRotation> {
  const before = keyring.content();
  const next = before.nextBlind ?? newKey(`b${Number(before.blind.name.slice(1)) + 1}`, now);
  keyring.replace({ ...before, nextBlind: next });
  const phones = await allPhones(database, vault);
  const [from, to] = [before.blind, next].map(({ key }) => Buffer.from(key, 'base64')) as [Buffer, Buffer];
  const moves = movesOf(phones, from, to);
  const columns = await columnsNamed(database, 'phone_index');
  const tails = await columnsNamed(database, 'phone_tail_index');
  let changed = 0;
  for (const column of [...columns, ...tails]) changed += await moveColumn(database, column, moves);
  // From here on everybody looks with the new key.
  keyring.replace({ ...keyring.content(), blind: { ...next, supersededAt: null }, nextBlind: null });
  // Whatever came in meanwhile with an index of the old key.
  const late = movesOf(await allPhones(database, vault), from, to);
  for (const column of [...columns, ...tails]) changed += await moveColumn(database, column, late);
  let unknown = 0;
  const known = new Set(late.values());
  for (const column of [...columns, ...tails]) unknown += await countUnknown(database, column, known);
  return { name: next.name, phones: phones.size, changed, unknown };
}

/** Every phone that is kept, in plain digits; only here, only in memory. */
async function allPhones(database: Database, vault: Vault): Promise<Set<string>> {
  const phones = new Set<string>();
  for (const column of await columnsNamed(database, 'phone_cipher')) {
    const cipher = sql.id(column.column);
    const found = await everywhere(database, column, async (db) => {
      const { rows } = await sql<{ sealed: string }>`
        select ${cipher} as sealed from ${tableOf(column)} where ${cipher} is not null`.execute(db);
      return rows.map(({ sealed }) => vault.decrypt(sealed));
    });
    for (const phone of found.flat()) phones.add(phone);
  }
  return phones;
}

/** Old index to new index, of whole numbers and of last four digits. */
function movesOf(phones: ReadonlySet<string>, from: Buffer, to: Buffer): Map<string, string> {
  const moves = new Map<string, string>();
  for (const phone of phones) {
    moves.set(blindIndex(from, WHOLE, phone), blindIndex(to, WHOLE, phone));
    const tail = phone.slice(-4);
    moves.set(blindIndex(from, TAIL, tail), blindIndex(to, TAIL, tail));
  }
  return moves;
}

async function moveColumn(
  database: Database,
  column: SealedColumn,
  moves: ReadonlyMap<string, string>,
): Promise<number> {
  const entries = [...moves];
  const name = sql.id(column.column);
  let changed = 0;
  for (let at = 0; at < entries.length; at += BATCH) {
    const part = entries.slice(at, at + BATCH);
    const counts = await everywhere(database, column, async (db) => {
      const answer = await sql`
        update ${tableOf(column)} t set ${name} = m.fresh
          from unnest(${part.map(([old]) => old)}::text[], ${part.map(([, fresh]) => fresh)}::text[]) m(old, fresh)
         where t.${name} = m.old`.execute(db);
      return Number(answer.numAffectedRows ?? 0n);
    });
    changed += counts.reduce((sum, n) => sum + n, 0);
  }
  return changed;
}

async function countUnknown(
  database: Database,
  column: SealedColumn,
  known: ReadonlySet<string>,
): Promise<number> {
  const name = sql.id(column.column);
  const found = await everywhere(database, column, async (db) => {
    const { rows } = await sql<{ index: string }>`
      select ${name} as index from ${tableOf(column)} where ${name} is not null`.execute(db);
    return rows.filter(({ index }) => !known.has(index)).length;
  });
  return found.reduce((sum, n) => sum + n, 0);
}
