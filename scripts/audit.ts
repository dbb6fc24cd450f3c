/**
 * Looks after the trail of what happened: `npm run audit -- verify` recomputes the hash chain of every
 * neighborhood in the configured database, or of one (`-- verify --neighborhood <slug or id>`), and names the
 * first broken link. Ends with 1 when one is broken or the neighborhood is not there.
 */
import { verifyNeighborhoods } from '#platform/audit/verify-neighborhoods.ts';
import { readConfig } from '#platform/config/config.ts';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import { connectDatabase } from '#platform/db/database.ts';
import { reachDatabase } from '#platform/db/reach-database.ts';
import { makeVault } from '#platform/vault/vault.ts';

async function verify(wanted: string | null): Promise<void> {
  const config = readConfig(process.env, 'demo');
  if (!config.ok) throw config.refusals[0];
  const reached = await reachDatabase(config.value, () => undefined);
  const database = connectDatabase(reached.appConfig, makeVault(reached.secret));
  try {
    const chains = await verifyNeighborhoods(database, wanted);
    for (const { slug, events, brokenAt, brokenEvent } of chains) {
      if (brokenAt === null) {
        console.log(`${slug}: sound, ${events} events`);
        continue;
      }
      const what = brokenEvent
        ? `${brokenEvent.kind} of ${brokenEvent.at.toISOString()} about ${brokenEvent.subject_kind} ${brokenEvent.subject_id}, id ${brokenEvent.id}`
        : 'which is missing';
      console.log(`${slug}: BROKEN at event ${brokenAt} (${what}); ${events} events before it are sound`);
      process.exitCode = 1;
    }
    if (chains.length === 0) {
      console.log(
        wanted ? `There is no neighborhood ${wanted}.` : 'There is no neighborhood in this database.',
      );
      if (wanted) process.exitCode = 1;
    }
  } finally {
    await database.close();
    await reached.stop();
  }
}

const [command, option, wanted = null] = process.argv.slice(2);
if (command !== 'verify' || (option !== undefined && (option !== '--neighborhood' || wanted === null))) {
  console.error('npm run audit -- verify [--neighborhood <slug or id>]');
  process.exitCode = 1;
} else {
  await verify(wanted).catch((error: unknown) => {
    if (!(error instanceof StartRefusal)) throw error;
    console.error(error.sentence);
    process.exitCode = 1;
  });
}
