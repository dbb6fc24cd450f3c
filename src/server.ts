import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { demoCast } from '#demo/cast.ts';
import { oidcProvider } from '#platform/auth/providers/oidc.ts';
import { wechatProvider } from '#platform/auth/providers/wechat.ts';
import { webhookSms } from '#platform/auth/sms.ts';
import { type Config, type Mode, readConfig } from '#platform/config/config.ts';
import { listenRefusal, progressLine, StartRefusal } from '#platform/config/start-refusal.ts';
import { connectDatabase } from '#platform/db/database.ts';
import { migrationsCurrent } from '#platform/db/migrate.ts';
import { type OpenDatabase, openDatabase } from '#platform/db/open-database.ts';
import { jsonLog } from '#platform/http/log.ts';
import type { Services } from '#platform/http/services.ts';
import { openKeyring } from '#platform/vault/keyring.ts';
import { makeVault } from '#platform/vault/vault.ts';
import { startWorker } from '#worker/worker.ts';
import { greet, offerSetup, prepareDemo, refuseDemoData } from './welcome.ts';

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

type Stops = (() => Promise<void>)[];

/** Stops what has been started, the last first. */
async function stopAll(stops: Stops): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}

async function run(config: Config, opened: OpenDatabase, stops: Stops): Promise<void> {
  const log = jsonLog(
    (line) => process.stderr.write(`${line}\n`),
    () => new Date(),
  );
  const vault = makeVault(opened.secret, openKeyring(opened.secret, config.keysFile));
  const clock = config.mode === 'demo' ? await prepareDemo(opened.appConfig, vault, say) : () => new Date();
  const database = connectDatabase(opened.appConfig, vault, clock);
  stops.push(() => database.close());
  if (config.mode === 'serve') await refuseDemoData(database);
  const services: Services = {
    config: { mode: config.mode, publicUrl: config.publicUrl },
    database,
    vault,
    sms: smsOf(config),
    providers: [
      ...(config.oidc ? [oidcProvider(config.oidc)] : []),
      ...(config.wechat ? [wechatProvider(config.wechat)] : []),
    ],
    clock,
    phoneClock: () => new Date(),
    log,
    ...(config.mode === 'demo' ? { cast: demoCast } : {}),
    migrationsCurrent: () => migrationsCurrent(database.pool, opened.migrationsDir),
  };
  const worker = startWorker(database, clock, (line) => log.warn('job-failed', { line }));
  stops.push(() => worker.stop());
  const built = new URL('../build/server/index.js', import.meta.url).href;
  const { createHttpApp } = (await import(built)) as Build;
  const server = await listen(createHttpApp(services), config);
  stops.push(() => endRequests(server));
  if (config.mode === 'serve') await offerSetup(database, vault, config.publicUrl, say);
  await greet(config, server.address() as AddressInfo, say);
}

/** No new requests; those in flight may end. */
async function endRequests(server: ReturnType<typeof serve>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE_MS);
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  await closed;
  clearTimeout(late);
}

async function main(): Promise<void> {
  const mode: Mode = process.argv[2] === 'serve' ? 'serve' : 'demo';
  const config = readConfig(process.env, mode);
  if (!config.ok) {
    for (const refusal of config.refusals) console.error(refusal.sentence);
    process.exit(1);
  }
  const stops: Stops = [];
  endOnSignal(() => stopAll(stops));
  const opened = await openDatabase(config.value, say);
  stops.push(() => opened.stop());
  try {
    await run(config.value, opened, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}

main().catch((error: unknown) => {
  if (error instanceof StartRefusal) console.error(error.sentence);
  else console.error(progressLine('start.failed'), error);
  process.exit(1);
});
