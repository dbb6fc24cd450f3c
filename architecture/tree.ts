import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from './findings.ts';
import { CODE_FOLDERS } from './house.ts';

const TEXT = /\.(ts|tsx|js|mjs|css|json|md|sql)$/;

/** Every text file of the checked folders, by path from the root. */
export function readTree(root: string): Tree {
  const files = new Map<string, string>();
  for (const folder of CODE_FOLDERS) {
    for (const entry of list(join(root, folder))) {
      const path = `${folder}/${entry}`;
      files.set(path, TEXT.test(path) ? readFileSync(join(root, path), 'utf8') : '');
    }
  }
  return files;
}

/** Files below a folder, with `/` between names, sorted; none when the folder is absent. */
function list(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
