import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type OpenDatabase, openDatabase } from '#platform/db/open-database.ts';

const HOLDER = fileURLToPath(new URL('../../fixtures/hold-database.ts', import.meta.url));

const FIRST = `
  create table platform.note (text text primary key);
  grant select, insert on platform.note to xieshou_app;
`;

/** A folder of its own for one test file, and copies of the program on data folders in it. */
export class Bench {
  readonly folder = openFolder();
  readonly migrations = this.migrationsFolder('migrations', { '0001-first.sql': FIRST });
  readonly #children: ChildProcess[] = [];

  /** A folder with upgrades in it. */
  migrationsFolder(name: string, files: Readonly<Record<string, string>>): string {
    const folder = join(this.folder, name);
    mkdirSync(folder);
    for (const [file, sql] of Object.entries(files)) writeFileSync(join(folder, file), sql);
    return folder;
  }

  data(name: string): string {
    return join(this.folder, name);
  }

  /** Opens a data folder in this process. */
  open(name: string, migrations: string = this.migrations, lines: string[] = []): Promise<OpenDatabase> {
    const settings = { dataDir: this.data(name), databaseUrl: null, secret: null };
    return openDatabase(settings, (line) => lines.push(line), migrations);
  }

  /** Starts another copy of the program on a data folder; resolves with what it said first. */
  async copy(name: string): Promise<{ process: ChildProcess; said: string }> {
    const child = this.begin(name);
    const [said] = (await once(child.stdout!, 'data')) as [Buffer];
    return { process: child, said: said.toString().trim() };
  }

  /** Starts another copy of the program without waiting for it. */
  begin(name: string): ChildProcess {
    const child = spawn(process.execPath, [HOLDER, this.data(name), this.migrations], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    return child;
  }

  /** The process number of the database server on a data folder, or null when none is named. */
  server(name: string): number | null {
    const file = join(this.data(name), 'postgres/postmaster.pid');
    return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null;
  }

  async close(): Promise<void> {
    for (const child of this.#children) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
    }
    rmSync(this.folder, { recursive: true });
  }
}

/** Everybody may pass, so that a test that runs as root needs no special right for its database. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xieshou-start-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Kills without warning and waits until the process is gone. */
export async function killNow(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** One statement on a connection of its own. */
export async function run<Row extends pg.QueryResultRow>(
  config: pg.ClientConfig,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
