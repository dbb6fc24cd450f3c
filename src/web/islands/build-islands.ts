import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Where the build writes which file an island became: `{"photos": "/assets/island-photos-x1.js"}`. */
export const ISLANDS_FILE = 'islands.json';

const SUFFIX = '.island.ts';

/** Builds every `*.island.ts` of this folder into a script of its own, for the browser only. */
export function islands(): Plugin {
  const folder = import.meta.dirname;
  const references = new Map<string, string>();
  return {
    name: 'xieshou-islands',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    buildStart() {
      references.clear();
      for (const file of readdirSync(folder).filter((name) => name.endsWith(SUFFIX))) {
        const name = file.slice(0, -SUFFIX.length);
        references.set(
          name,
          this.emitFile({ type: 'chunk', id: join(folder, file), name: `island-${name}` }),
        );
      }
    },
    generateBundle() {
      const files = [...references].map(([name, reference]) => [name, `/${this.getFileName(reference)}`]);
      this.emitFile({
        type: 'asset',
        fileName: ISLANDS_FILE,
        source: JSON.stringify(Object.fromEntries(files)),
      });
    },
  };
}
