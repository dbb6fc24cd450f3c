import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** Folders whose own folders the tree must show. */
const OPENED = ['src', 'src/platform', 'src/modules', 'src/web', 'tests'];
const NOT_OURS = ['node_modules', 'build', 'data', 'coverage', 'tmp'];

/** Paths of the tree in docs/architecture.md, from its indentation. */
function pathsInDocs(): string[] {
  const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
  const tree = text.split('```')[1]!;
  const open: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const match = /^( *)([\w.-]+\/?) /.exec(`${line} `);
    if (!match) return [];
    const depth = match[1]!.length / 2;
    open.splice(depth);
    open.push(match[2]!.replace(/\/$/, ''));
    return [open.join('/')];
  });
}

function foldersIn(path: string): string[] {
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NOT_OURS.includes(entry.name))
    .map((entry) => join(path, entry.name));
}

it('everything in the tree of docs/architecture.md exists', () => {
  const gone = pathsInDocs().filter((path) => !existsSync(join(ROOT, path)));
  expect(gone).toEqual([]);
});

it('every folder is in the tree of docs/architecture.md', () => {
  const known = new Set(pathsInDocs());
  const missing = ['', ...OPENED].flatMap(foldersIn).filter((path) => !known.has(path));
  expect(missing).toEqual([]);
});
