/**
 * Checks that the code is the house that house.ts describes, and prints what is not.
 * Run: `node architecture/check.ts`. Ends with 1 when anything is found.
 */
import { join } from 'node:path';
import { checkLiterals } from './checks/literals.ts';
import { checkPurity } from './checks/purity.ts';
import { checkShape } from './checks/shape.ts';
import { checkSizes } from './checks/sizes.ts';
import { checkTables } from './checks/tables.ts';
import { checkWords } from './checks/words.ts';
import { checkUsedWords } from './checks/words-used.ts';
import type { Finding } from './findings.ts';
import { CODE_FOLDERS } from './house.ts';
import { checkImports } from './imports.ts';
import { readTree } from './tree.ts';

/** All findings below a root, sorted by rule and place. */
export async function checkHouse(root: string): Promise<{ findings: Finding[]; files: number }> {
  const tree = readTree(root);
  const sources = [...tree.keys()].filter((path) => /\.tsx?$/.test(path));
  const folders = CODE_FOLDERS.filter((folder) => sources.some((path) => path.startsWith(`${folder}/`)));
  const findings = [
    ...(await checkImports(root, folders, sources)),
    ...checkPurity(tree),
    ...checkShape(tree),
    ...checkSizes(tree),
    ...checkTables(tree),
    ...checkWords(tree),
    ...checkUsedWords(tree),
    ...checkLiterals(tree),
  ];
  findings.sort((a, b) => a.rule.localeCompare(b.rule) || a.where.localeCompare(b.where));
  return { findings, files: sources.length };
}

if (import.meta.main) {
  const { findings, files } = await checkHouse(join(import.meta.dirname, '..'));
  for (const finding of findings) console.log(`${finding.rule}  ${finding.where}\n    ${finding.what}`);
  console.log(
    findings.length === 0
      ? `The house stands: ${files} files.`
      : `${findings.length} findings in ${files} files.`,
  );
  process.exitCode = findings.length === 0 ? 0 : 1;
}
