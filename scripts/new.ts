/**
 * Makes the shape of a module, a command or a query:
 * `npm run new -- module lending` · `npm run new -- command lending lend-tool` · `npm run new -- query lending tool-list`
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotMake, plan } from './new/plan.ts';

const root = join(import.meta.dirname, '..');
const [kind = '', ...names] = process.argv.slice(2);

try {
  const { files, next } = plan(root, kind, names);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(path);
  }
  const code = [...files.keys()].filter((path) => /\.(tsx?|json|md)$/.test(path));
  execFileSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', ...code], {
    cwd: root,
    stdio: 'pipe',
  });
  console.log(`\nNext:\n${next.map((line) => `- ${line}`).join('\n')}`);
} catch (error) {
  if (!(error instanceof CannotMake)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
