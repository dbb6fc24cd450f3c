/**
 * Looks after the trail of what happened: `npm run audit -- verify` recomputes the hash chain of every
 * neighborhood in the configured database and names the first broken link. Ends with 1 when one is broken.
 */
import { verifyNeighborhoods } from '#platform/audit/verify-neighborhoods.ts';
import { readConfig } from '#platform/config/config.ts';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import { connectDatabase } from '#platform/db/database.ts';
import { reachDatabase } from '#platform/db/reach-database.ts';
import { makeVault } from '#platform/vault/vault.ts';

async function verify(): Promise<void> {
  const config = readConfig(process.env, 'demo');
  if (!config.ok) throw config.refusals[0];
  const reached = await reachDatabase(config.value, () => undefined);
  const database = connectDatabase(reached.appConfig, makeVault(reached.secret));
  try {
    const chains = await verifyNeighborhoods(database);
    for (const { slug, events, brokenAt, brokenEvent } of chains) {
      if (brokenAt === null) {
        console.log(`${slug}: sound, ${events} events`);
        continue;
      }
      const what = brokenEvent
        ? `${brokenEvent.kind} of ${brokenEvent.at.toISOString()}, id ${brokenEvent.id}`
        : 'which is missing';
      console.log(`${slug}: BROKEN at event ${brokenAt} (${what}); ${events} events before it are sound`);
      process.exitCode = 1;
    }
    if (chains.length === 0) console.log('There is no neighborhood in this database.');
  } finally {
    await database.close();
    await reached.stop();
  }
}

if (process.argv[2] !== 'verify') {
  console.error('npm run audit -- verify');
  process.exitCode = 1;
} else {
  await verify().catch((error: unknown) => {
    if (!(error instanceof StartRefusal)) throw error;
    console.error(error.sentence);
    process.exitCode = 1;
  });
}
