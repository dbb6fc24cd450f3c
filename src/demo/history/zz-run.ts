import { connectDatabase } from '#platform/db/database.ts';
import { makeVault } from '#platform/vault/vault.ts';
import { readCalendar } from '#platform/calendar/load-calendar.ts';
import { seedNeighborhood } from '#demo/neighborhood/seed-neighborhood.ts';
import { demoSteps } from '#demo/history/demo-steps.ts';
import { replay } from '#demo/history/replay.ts';
import { randomBytes } from 'node:crypto';
const name = process.argv[2]!;
const vault = makeVault(Buffer.alloc(32, 7).toString('hex') as never);
const database = connectDatabase({ host: '/tmp/leadpg', port: 5499, user: 'xieshou_app', database: name, options: '-c synchronous_commit=off' }, vault);
try {
  const t0 = Date.now();
  const demo = await seedNeighborhood(database, { now: new Date('2025-10-31T02:00:00Z') });
  const calendar = await database.onReference((db) => readCalendar(db));
  console.log('seeded', Date.now() - t0);
  const steps = demoSteps(demo, calendar);
  console.log('steps', steps.length);
  const t1 = Date.now();
  let last = 0;
  await replay(database, demo.id, steps, new Date('2026-11-20T02:00:00Z'), (n) => { last = n; if (n % 500 === 0) console.log(n, Date.now() - t1); });
  console.log('replayed', last, Date.now() - t1);
} catch (e) { console.log(String(e), (e as Error).stack?.split('\n').slice(1, 6).join('\n')); } finally { await database.close(); }
