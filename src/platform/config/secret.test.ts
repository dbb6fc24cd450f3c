import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadOrMakeSecret } from './secret.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xieshou-secret-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the secret is made once, by whoever comes first, and only its owner may read it', async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, () => loadOrMakeSecret(folder)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]!.length).toBeGreaterThanOrEqual(32);
  expect(await loadOrMakeSecret(folder)).toBe(secrets[0]);
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['secret']);
});

test('a damaged secret is never replaced silently', async () => {
  const damaged = await mkdtemp(join(folder, 'damaged-'));
  await writeFile(join(damaged, 'secret'), 'cut');
  await expect(loadOrMakeSecret(damaged)).rejects.toMatchObject({ code: 'start.secret-damaged' });
});
