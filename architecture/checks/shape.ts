/** Where things are and what they are called: the same in every module, nothing in no-man's-land. */
import type { Finding, Tree } from '../findings.ts';
import { BUDGETS, FORBIDDEN_FOLDERS, isGenerated, MODULE_NAMES, SRC_NAMES, tierOf } from '../house.ts';

export const SHAPE_RULES = [
  'src-names',
  'module-in-a-tier',
  'module-names',
  'module-has-readme',
  'page-names',
  'command-names',
  'words-names',
  'no-vague-folders',
  'no-barrels',
  'kebab-case',
  'folder-size',
] as const;

/** Every path that is not where, or not called what, the house says. */
export function checkShape(tree: Tree): Finding[] {
  const paths = [...tree.keys()];
  return [...paths.flatMap(namesOf), ...modulesOf(paths), ...folderSizes(paths)];
}

function namesOf(path: string): Finding[] {
  const steps = path.split('/');
  const file = steps.at(-1) ?? '';
  const findings: Finding[] = [];
  const found = (rule: (typeof SHAPE_RULES)[number], what: string): number =>
    findings.push({ rule, where: path, what });
  const vague = steps.slice(0, -1).find((step) => FORBIDDEN_FOLDERS.includes(step));
  if (vague) found('no-vague-folders', `a folder called ${vague} says nothing about what is inside`);
  if (/^index\.(ts|tsx|js|mjs)$/.test(file)) found('no-barrels', 'import the file itself');
  if (/\.tsx?$/.test(file) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.tsx?$/.test(file)) {
    found('kebab-case', 'names are lower-case words with dashes');
  }
  if (steps[0] !== 'src') return findings;
  const inSrc = steps.length === 2 ? steps[1] : `${steps[1]}/`;
  if (!SRC_NAMES.includes(inSrc ?? ''))
    found('src-names', `${inSrc} has no place in src: no import rule covers it`);
  if (steps[1] === 'modules') inModule(steps, found);
  if (steps.at(-2) === 'words' && !/^([a-z-]+\.)?(zh-CN|en)\.json$/.test(file))
    found('words-names', 'a words folder holds zh-CN.json and en.json, or one pair a chapter');
  return findings;
}

function inModule(
  steps: readonly string[],
  found: (rule: (typeof SHAPE_RULES)[number], what: string) => void,
): void {
  const name = steps.length > 4 ? `${steps[3]}/` : (steps[3] ?? '');
  const tested = /^(readme|contract|permissions|facade|widgets|routes|jobs|subscriptions)\.test\.tsx?$/.test(
    name,
  );
  if (!tested && !MODULE_NAMES.includes(name))
    found('module-names', `${name || steps[2]} is not a part of a module`);
  const file = steps.at(-1) ?? '';
  if (
    steps[3] === 'pages' &&
    steps.length > 4 &&
    !/(\.page\.tsx|\.page\.server\.ts|\.part\.tsx|\.module\.css|\.test\.tsx?)$/.test(file)
  ) {
    found('page-names', 'pages hold x.page.tsx, x.page.server.ts, x.part.tsx and x.module.css');
  }
  if (
    steps[3] === 'commands' &&
    steps.length === 5 &&
    !/^[a-z0-9]+(-[a-z0-9]+)+(\.[a-z]+)*\.tsx?$/.test(file)
  ) {
    found(
      'command-names',
      'a command is called verb-object; a folder inside holds those of one chapter and their steps',
    );
  }
}

function modulesOf(paths: readonly string[]): Finding[] {
  const names = new Set(
    paths.map((path) => /^src\/modules\/([^/]+)\/./.exec(path)?.[1]).filter((name) => name !== undefined),
  );
  return [...names].flatMap((name) => {
    const where = `src/modules/${name}`;
    const findings: Finding[] = [];
    if (tierOf(name) === null)
      findings.push({ rule: 'module-in-a-tier', where, what: 'is in no tier of architecture/house.ts' });
    if (!paths.includes(`${where}/README.md`)) {
      findings.push({
        rule: 'module-has-readme',
        where,
        what: 'README.md says purpose, vocabulary, life cycle, who may, events',
      });
    }
    return findings;
  });
}

function folderSizes(paths: readonly string[]): Finding[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    if (isGenerated(path)) continue;
    const folder = path.slice(0, path.lastIndexOf('/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > BUDGETS.folderFiles)
    .map(([where, count]) => ({
      rule: 'folder-size',
      where,
      what: `${count} files; at most ${BUDGETS.folderFiles}`,
    }));
}
