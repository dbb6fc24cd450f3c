/** The built program's HTTP side inside this process, to see what it asks of the database. */
import { connectDatabase } from '#platform/db/database.ts';
import type { Services } from '#platform/http/services.ts';
import type { Town } from './town.ts';

type Http = { fetch: (request: Request) => Response | Promise<Response> };

/** Needs the built pages; close the services' database when done. */
export async function builtApp(town: Town): Promise<{ app: Http; close: () => Promise<void> }> {
  const database = connectDatabase(town.app, town.vault);
  const silent = () => undefined;
  const services: Services = {
    config: { mode: 'serve', publicUrl: 'http://127.0.0.1' },
    database,
    vault: town.vault,
    sms: { kind: 'off' },
    clock: () => new Date(),
    log: { info: silent, warn: silent, error: silent } as Services['log'],
    migrationsCurrent: async () => true,
  };
  const built = new URL('../build/server/index.js', import.meta.url).href;
  const { createHttpApp } = (await import(built)) as { createHttpApp: (services: Services) => Http };
  return { app: createHttpApp(services), close: () => database.close() };
}
