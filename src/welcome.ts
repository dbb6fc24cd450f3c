import type { AddressInfo } from 'node:net';
import type { PoolConfig } from 'pg';
import { demoCast } from '#demo/cast.ts';
import { DEMO_LOGINS, DEMO_PASSWORD } from '#demo/neighborhood/accounts.ts';
import { DEMO_NEIGHBORHOOD_ID } from '#demo/neighborhood/ids.ts';
import { personId } from '#demo/neighborhood/roster.ts';
import { seedDemo } from '#demo/seed-demo.ts';
import { makeSetupCode } from '#platform/auth/neighborhoods/setup-code.ts';
import type { Config } from '#platform/config/config.ts';
import { progressLine, StartRefusal } from '#platform/config/start-refusal.ts';
import { connectDatabase, type Database } from '#platform/db/database.ts';
import type { Vault } from '#platform/vault/vault.ts';

type Say = (line: string) => void;

/** Founds the demo neighborhood and lives its history through, the first time; gives the demo's clock. */
export async function prepareDemo(app: PoolConfig, vault: Vault, say: Say): Promise<() => Date> {
  // What the demo lived through can be lived again: no need to wait for the disk at each step.
  const database = connectDatabase({ ...app, options: '-c synchronous_commit=off' }, vault);
  try {
    return await seedDemo(database, (percent) => say(progressLine('start.demo-history', { percent })));
  } finally {
    await database.close();
  }
}

/**
 * Production does not run on a database that holds the demo, whose passwords everybody knows.
 *
 * @throws StartRefusal `start.demo-data`.
 */
export async function refuseDemoData(database: Database): Promise<void> {
  const demo = await database.onReference((db) =>
    db
      .selectFrom('platform.neighborhood_address')
      .select('slug')
      .where('is_demo', '=', true)
      .executeTakeFirst(),
  );
  if (demo) throw new StartRefusal('start.demo-data', { slug: demo.slug });
}

/** On an installation without any neighborhood: where to set the first one up, and the code for it. */
export async function offerSetup(
  database: Database,
  vault: Vault,
  publicUrl: string,
  say: Say,
): Promise<void> {
  const any = await database.onReference((db) =>
    db.selectFrom('platform.neighborhood_address').select('slug').limit(1).executeTakeFirst(),
  );
  if (any) return;
  const code = await makeSetupCode({ database, vault, now: new Date() });
  say(progressLine('start.set-up', { url: `${publicUrl}/setup`, code }));
}

/** Says where the program is and, in the demo, who one can be there. */
export async function greet(config: Config, address: AddressInfo, say: Say): Promise<void> {
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const url = `http://${host}:${address.port}`;
  if (config.mode === 'demo') await introduce(url, say);
  say(progressLine('start.ready', { url }));
}

/** A small table of the demo's people: login name, name, who they are. */
async function introduce(url: string, say: Say): Promise<void> {
  say(progressLine('start.demo-people', { url: `${url}/cast`, password: DEMO_PASSWORD }));
  const logins = new Map(DEMO_LOGINS.map(([key, login]) => [personId(key), login]));
  for (const { personId: id, nameZh, nameEn, whoZh, whoEn } of await demoCast(DEMO_NEIGHBORHOOD_ID)) {
    say(`  ${(logins.get(id) ?? '').padEnd(9)} ${nameZh} ${nameEn} · ${whoZh} · ${whoEn}`);
  }
}
