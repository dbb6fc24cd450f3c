/**
 * Looks after the keys that phone numbers are encrypted with (docs/operations.md, "Keys"):
 * `npm run keys -- list`, `-- rotate`, `-- rotate --blind`, `-- retire k1`. The program may keep running.
 */
import { readConfig } from '#platform/config/config.ts';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import { connectDatabase, type Database } from '#platform/db/database.ts';
import { reachDatabase } from '#platform/db/reach-database.ts';
import { type Keyring, openKeyring } from '#platform/vault/keyring.ts';
import { rotateBlind } from '#platform/vault/rotate-blind.ts';
import { addKey, keysInUse, reencrypt, retireKey } from '#platform/vault/rotate-keys.ts';
import { makeVault, type Vault } from '#platform/vault/vault.ts';

type Tools = { readonly database: Database; readonly keyring: Keyring; readonly vault: Vault };

async function list({ database, keyring }: Tools): Promise<void> {
  const { blind, nextBlind } = keyring.content();
  for (const { name, since, supersededAt, rows } of await keysInUse(database, keyring)) {
    const role = supersededAt ? `superseded ${supersededAt}` : 'writes';
    console.log(`${name}  since ${since ?? 'the beginning'}  ${role}  ${rows} rows`);
  }
  console.log(`${blind.name}  since ${blind.since ?? 'the beginning'}  blind indexes`);
  if (nextBlind) console.log(`${nextBlind.name}  half done: run "npm run keys -- rotate --blind" again`);
}

/** Half done before: goes on with the key there is. Otherwise makes a new one. */
async function rotate({ database, keyring, vault }: Tools): Promise<void> {
  const writing = keyring.writing().name;
  const uses = await keysInUse(database, keyring);
  const isHalfDone = uses.some(({ name, rows }) => name !== writing && rows > 0);
  const name = isHalfDone ? writing : addKey(keyring, new Date());
  console.log(
    isHalfDone ? `going on with ${name}` : `${name} is the new key; everything new is written with it`,
  );
  const done = await reencrypt(database, vault, keyring, (step) =>
    console.log(`  ${step.column}: ${step.done}`),
  );
  console.log(`${done} texts encrypted anew. Keep a copy of the keyring with your backups.`);
}

async function blind({ database, keyring, vault }: Tools): Promise<void> {
  const { name, phones, changed, unknown } = await rotateBlind(database, vault, keyring, new Date());
  console.log(`${name}: ${phones} phones, ${changed} indexes computed anew`);
  if (unknown > 0)
    console.log(`${unknown} indexes belong to no phone that is kept; whoever signs in by one asks the desk`);
}

const WHY = {
  UNKNOWN: 'There is no such key.',
  WRITING: 'It is the key that writes. Rotate first.',
  IN_USE: 'Rows still need it. Run "npm run keys -- rotate" again.',
  TOO_EARLY: 'It was superseded less than an hour ago; something may still be writing with it. Try later.',
} as const;

async function retire({ database, keyring }: Tools, name: string): Promise<void> {
  const answer = await retireKey(database, keyring, name, new Date());
  if (answer === 'RETIRED')
    return console.log(`${name} is gone. Backups from before need their own keyring.`);
  console.error(WHY[answer]);
  process.exitCode = 1;
}

async function main(args: readonly string[]): Promise<void> {
  const config = readConfig(process.env, 'demo');
  if (!config.ok) throw config.refusals[0];
  const reached = await reachDatabase(config.value, () => undefined);
  const keyring = openKeyring(reached.secret, config.value.keysFile);
  const vault = makeVault(reached.secret, keyring);
  const database = connectDatabase(reached.appConfig, vault);
  const tools = { database, keyring, vault };
  try {
    if (args[0] === 'list') await list(tools);
    else if (args[0] === 'retire' && args[1]) await retire(tools, args[1]);
    else if (args[0] === 'rotate') await (args[1] === '--blind' ? blind(tools) : rotate(tools));
    else {
      console.error('npm run keys -- list | rotate | rotate --blind | retire k1');
      process.exitCode = 1;
    }
  } finally {
    await database.close();
    await reached.stop();
  }
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof StartRefusal)) throw error;
  console.error(error.sentence);
  process.exitCode = 1;
});
