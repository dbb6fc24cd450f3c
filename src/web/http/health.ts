import type { Services } from '#platform/http/services.ts';

function json(body: unknown, status: number): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

/** The process is alive. */
function healthz(): Response {
  return json({ status: 'ok' }, 200);
}

/** The database answers and has exactly this program's upgrades; 503 with what is missing otherwise. */
async function readyz({ database, migrationsCurrent, log }: Services): Promise<Response> {
  const checks = { database: false, migrations: false };
  try {
    await database.pool.query('select 1');
    checks.database = true;
    checks.migrations = await migrationsCurrent();
  } catch (error) {
    log.error('not-ready', error);
  }
  const ready = checks.database && checks.migrations;
  return json({ status: ready ? 'ready' : 'not-ready', ...checks }, ready ? 200 : 503);
}

/** Addresses for whoever watches over the program; answered before any page is looked for. */
export function healthRoutes(
  services: Services,
): Readonly<Record<string, () => Response | Promise<Response>>> {
  return { '/healthz': healthz, '/readyz': () => readyz(services) };
}
