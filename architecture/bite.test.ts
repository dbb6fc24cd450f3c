/** Every rule of the house bites: one violation of it, and this very rule turns red. */
import { describe, expect, it } from 'vitest';
import { checkLiterals, LITERAL_RULES } from './checks/literals.ts';
import { checkPurity, PURITY_RULES } from './checks/purity.ts';
import { checkShape, SHAPE_RULES } from './checks/shape.ts';
import { checkSizes, SIZE_RULES } from './checks/sizes.ts';
import { checkTables, TABLE_RULES } from './checks/tables.ts';
import { checkWords, WORDS_RULES } from './checks/words.ts';
import { checkUsedWords, USED_WORDS_RULES } from './checks/words-used.ts';
import type { Finding } from './findings.ts';
import { importRules } from './import-rules.ts';
import { checkImports } from './imports.ts';
import { IMPORT_BITES, TEXT_BITES } from './testing/bites.ts';
import { type Files, onDisk, SAMPLE, spoiled } from './testing/sample.ts';

function sourcesOf(files: Files): string[] {
  return Object.keys(files).filter((path) => path.startsWith('src/') && /\.tsx?$/.test(path));
}

function importsOf(files: Files): Promise<Finding[]> {
  return onDisk(files, (root) => checkImports(root, ['src'], sourcesOf(files)));
}

function textOf(files: Files): Finding[] {
  const tree = new Map(Object.entries(files).filter(([path]) => path.startsWith('src/')));
  return [
    checkPurity,
    checkShape,
    checkSizes,
    checkTables,
    checkUsedWords,
    checkWords,
    checkLiterals,
  ].flatMap((check) => check(tree));
}

const rulesOf = (findings: readonly Finding[]): string[] =>
  [...new Set(findings.map((finding) => finding.rule))].sort();

describe('the clean sample', () => {
  it('breaks no rule about imports', async () => {
    expect(await importsOf(SAMPLE)).toEqual([]);
  });

  it('breaks no rule about what is inside the files', () => {
    expect(textOf(SAMPLE)).toEqual([]);
  });
});

describe('every rule has its bite', () => {
  it('about imports', () => {
    const names = importRules().map((rule) => rule.name);
    expect(IMPORT_BITES.map((bite) => bite.rule).sort()).toEqual(names.sort());
  });

  it('about what is inside the files', () => {
    const names = [
      ...PURITY_RULES,
      ...SHAPE_RULES,
      ...SIZE_RULES,
      ...TABLE_RULES,
      ...WORDS_RULES,
      ...USED_WORDS_RULES,
      ...LITERAL_RULES,
    ];
    expect(TEXT_BITES.map((bite) => bite.rule).sort()).toEqual([...names].sort());
  });
});

describe('one violation turns this very rule red', () => {
  it.each(IMPORT_BITES)('$rule', async ({ rule, added, also = [] }) => {
    expect(rulesOf(await importsOf(spoiled(added)))).toEqual([rule, ...also].sort());
  });

  it.each(TEXT_BITES)('$rule', ({ rule, added, also = [] }) => {
    expect(rulesOf(textOf(spoiled(added)))).toEqual([rule, ...also].sort());
  });

  it('every-file-is-cruised', async () => {
    const blind = await onDisk(SAMPLE, (root) => checkImports(root, ['src/kernel'], sourcesOf(SAMPLE)));
    expect(rulesOf(blind)).toEqual(['every-file-is-cruised']);
  });
});
