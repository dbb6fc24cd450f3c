/**
 * Writes db/types.gen.ts and db/schema.sql from the migrations: `npm run db:types`. With `--check` it writes
 * nothing and names the files that are no longer what the migrations make.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { onMigratedDatabase } from './database/migrated-database.ts';
import { dumpSchema } from './database/schema-dump.ts';

const root = join(import.meta.dirname, '..');

const TYPE_OPTIONS = [
  ['--dialect', 'postgres'],
  ['--default-schema', 'none'],
  ['--date-parser', 'string'],
  ['--type-mapping', '{"timestamptz":"Date","int8":"string"}'],
  // The record of migrations is the migrator's own.
  ['--exclude-pattern', '{public.*,pgboss.*,platform.migration}'],
].flat();

function urlOf({ host, port, user, password, database }: ClientConfig): string {
  const secret = encodeURIComponent(String(password));
  return `postgres://${user}:${secret}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? '')}`;
}

function rowTypes(owner: ClientConfig): string {
  const folder = mkdtempSync(join(tmpdir(), 'xieshou-types-'));
  const file = join(folder, 'types.ts');
  try {
    const program = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js');
    const args = [program, ...TYPE_OPTIONS, '--url', urlOf(owner), '--out-file', file];
    execFileSync(process.execPath, args, { cwd: folder, stdio: 'pipe' });
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the migrations make, by the file it is kept in. */
async function made(): Promise<Map<string, string>> {
  return onMigratedDatabase(
    async (owner) =>
      new Map([
        ['db/types.gen.ts', rowTypes(owner)],
        ['db/schema.sql', await dumpSchema(owner)],
      ]),
  );
}

const isCheck = process.argv.includes('--check');
for (const [path, text] of await made()) {
  const file = join(root, path);
  const fresh = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (fresh) continue;
  if (isCheck) {
    console.error(`${path} is not what the migrations make; write it with: npm run db:types`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(`${path} written`);
  }
}
