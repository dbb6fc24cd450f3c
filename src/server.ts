import { serve } from '@hono/node-server';
import { webhookSms } from '#platform/auth/sms.ts';
import { type Config, type Mode, readConfig } from '#platform/config/config.ts';
import { listenRefusal, progressLine, StartRefusal } from '#platform/config/start-refusal.ts';
import { connectDatabase } from '#platform/db/database.ts';
import { migrationsCurrent } from '#platform/db/migrate.ts';
import { type OpenDatabase, openDatabase } from '#platform/db/open-database.ts';
import { jsonLog } from '#platform/http/log.ts';
import type { Services } from '#platform/http/services.ts';
import { makeVault } from '#platform/vault/vault.ts';
import { startWorker } from '#worker/worker.ts';
import { firstStart, greet } from './welcome.ts';

/** How long requests in flight may take to end after SIGTERM. */
const GRACE_MS = 10_000;

type Http = { fetch: (request: Request) => Response | Promise<Response> };
type Build = { createHttpApp: (services: Services) => Http };

function say(line: string): void {
  console.log(line);
}

function smsOf(config: Config): Services['sms'] {
  if (config.sms) return webhookSms(config.sms);
  return config.mode === 'demo' ? { kind: 'demo' } : { kind: 'off' };
}

/** Listens, or says in plain words why it cannot. */
function listen(app: Http, config: Config): Promise<ReturnType<typeof serve>> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () =>
      resolve(server),
    );
    server.once('error', (error) => reject(listenRefusal(error, config.host, config.port)));
  });
}

/** Ends politely once: no new requests, those in flight end, then work, connections and database stop. */
function endOnSignal(steps: () => Promise<void>): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    steps().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

async function run(config: Config, opened: OpenDatabase): Promise<void> {
  const clock = () => new Date();
  const log = jsonLog((line) => process.stderr.write(`${line}\n`), clock);
  const vault = makeVault(opened.secret);
  const database = connectDatabase(opened.appConfig, vault, clock);
  const services: Services = {
    config: { mode: config.mode, publicUrl: config.publicUrl },
    database,
    vault,
    sms: smsOf(config),
    clock,
    log,
    migrationsCurrent: () => migrationsCurrent(database.pool, opened.migrationsDir),
  };
  const built = new URL('../build/server/index.js', import.meta.url).href;
  const { createHttpApp } = (await import(built)) as Build;
  if (config.mode === 'demo') await firstStart(services, say);
  const server = await listen(createHttpApp(services), config);
  const worker = startWorker(database, clock, (line) => log.warn('job-failed', { line }));
  endOnSignal(async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS);
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await closed;
    clearTimeout(late);
    await worker.stop();
    await database.close();
    await opened.stop();
  });
  await greet(services, server.address(), say);
}

async function main(): Promise<void> {
  const mode: Mode = process.argv[2] === 'serve' ? 'serve' : 'demo';
  const config = readConfig(process.env, mode);
  if (!config.ok) {
    for (const refusal of config.refusals) console.error(refusal.sentence);
    process.exit(1);
  }
  const opened = await openDatabase(config.value, say);
  try {
    await run(config.value, opened);
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

main().catch((error: unknown) => {
  if (error instanceof StartRefusal) console.error(error.sentence);
  else console.error(progressLine('start.failed'), error);
  process.exit(1);
});
