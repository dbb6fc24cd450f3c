/** Follows every import with dependency-cruiser and says which ones the house forbids. */
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import type { Finding } from './findings.ts';
import { importRules } from './import-rules.ts';

/** Options shared by the check and by `npx depcruise`. Types count: an import of a type is an import. */
export const CRUISE_OPTIONS: ICruiseOptions = {
  doNotFollow: { path: '(^|/)node_modules/' },
  exclude: { path: '\\.react-router/|^build/' },
  tsPreCompilationDeps: 'specify',
  moduleSystems: ['es6', 'cjs'],
  detectProcessBuiltinModuleCalls: true,
  enhancedResolveOptions: {
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    conditionNames: ['import', 'node', 'default', 'types'],
    exportsFields: ['exports'],
    mainFields: ['module', 'main', 'types', 'typings'],
  },
};

/**
 * Every forbidden import below `root`.
 *
 * @param root absolute path of the repository (or of a sample of it).
 * @param folders the folders to start from, relative to it.
 * @param files every source file that must have been looked at; a tool that silently sees nothing is a
 *   finding of its own (`every-file-is-cruised`).
 */
export async function checkImports(
  root: string,
  folders: readonly string[],
  files: readonly string[],
): Promise<Finding[]> {
  const options = { ...CRUISE_OPTIONS, baseDir: root, validate: true, ruleSet: { forbidden: importRules() } };
  const { output } = await cruise([...folders], options as ICruiseOptions);
  const result = output as ICruiseResult;
  const seen = new Set(result.modules.map((module) => module.source));
  const missed = files.filter((file) => !seen.has(file));
  return [
    ...missed.map((file) => ({
      rule: 'every-file-is-cruised',
      where: file,
      what: 'was not looked at: its imports are unchecked',
    })),
    ...result.summary.violations.map((violation) => ({
      rule: violation.rule.name,
      where: violation.from,
      what: violation.cycle
        ? `circle: ${[violation.from, ...violation.cycle.map((step) => step.name)].join(' → ')}`
        : `imports ${violation.to} · ${commentOf(violation.rule.name)}`,
    })),
  ];
}

function commentOf(rule: string): string {
  return importRules().find((r) => r.name === rule)?.comment ?? '';
}
