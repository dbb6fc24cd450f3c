/** Words live in words/zh-CN.json and words/en.json, or by chapter in words/<chapter>.zh-CN.json, and say the same in both. */
import ts from 'typescript';
import type { Finding, Tree } from '../findings.ts';
import { CHINESE_IN_ENGLISH, LANGUAGES } from '../house.ts';

export const WORDS_RULES = [
  'words-readable',
  'words-filled',
  'words-once',
  'words-parity',
  'words-placeholders',
  'words-translated',
] as const;

type Rule = (typeof WORDS_RULES)[number];
type Words = ReadonlyMap<string, string>;

/** Everything wrong with the words of the house. */
export function checkWords(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  const found = (rule: Rule, where: string, what: string): number => findings.push({ rule, where, what });
  const home = new Map<string, string>();
  for (const folder of wordsFolders(tree)) {
    const [first, second] = LANGUAGES.map((language) =>
      readWords(tree, `${folder}${language}.json`, found),
    ) as [Words, Words];
    compare(folder, first, second, found);
    for (const key of first.keys()) {
      const other = home.get(key);
      if (other) found('words-once', `${folder}${LANGUAGES[0]}.json`, `${key} is also in ${other}`);
      home.set(key, folder);
    }
  }
  return findings;
}

/** What comes before the language: `src/web/words/`, or with a chapter `src/modules/matters/words/refusals.`. */
function wordsFolders(tree: Tree): string[] {
  const folders = [...tree.keys()].map(
    (path) => /^(src\/.*\bwords\/(?:[^/]+\.)?)[^./]+\.json$/.exec(path)?.[1],
  );
  return [...new Set(folders.filter((folder) => folder !== undefined))];
}

function readWords(
  tree: Tree,
  path: string,
  found: (rule: Rule, where: string, what: string) => void,
): Words {
  const words = new Map<string, string>();
  const text = tree.get(path);
  if (text === undefined) {
    found('words-parity', path, 'is missing');
    return words;
  }
  const json = ts.parseJsonText(path, text);
  const root = json.statements[0]?.expression;
  // parseJsonText keeps its complaints in a field that is not part of the public type.
  const complaints = (json as unknown as { parseDiagnostics: readonly unknown[] }).parseDiagnostics;
  if (complaints.length > 0 || !root || !ts.isObjectLiteralExpression(root)) {
    found('words-readable', path, 'is not one JSON object');
    return words;
  }
  for (const property of root.properties) {
    const name = property.name && ts.isStringLiteral(property.name) ? property.name.text : '?';
    const value =
      ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer)
        ? property.initializer.text
        : null;
    if (value === null) found('words-readable', path, `${name} is not a text: keys are flat`);
    else if (value.trim() === '') found('words-filled', path, `${name} is empty`);
    if (words.has(name)) found('words-once', path, `${name} is there twice`);
    words.set(name, value ?? '');
  }
  return words;
}

function compare(
  folder: string,
  first: Words,
  second: Words,
  found: (rule: Rule, where: string, what: string) => void,
): void {
  const [zh, en] = LANGUAGES.map((language) => `${folder}${language}.json`) as [string, string];
  for (const [key, value] of first) {
    const other = second.get(key);
    if (other === undefined) found('words-parity', en, `${key} is missing`);
    else if (placeholders(value) !== placeholders(other)) {
      found(
        'words-placeholders',
        en,
        `${key} has ${placeholders(other)}, in ${LANGUAGES[0]} ${placeholders(value)}`,
      );
    }
  }
  for (const [key, value] of second) {
    const plural = key.endsWith('_one') ? first.get(key.slice(0, -'_one'.length)) : undefined;
    if (!first.has(key) && plural === undefined) found('words-parity', zh, `${key} is missing`);
    const unknown = plural === undefined ? [] : names(value).filter((name) => !names(plural).includes(name));
    if (unknown.length > 0)
      found('words-placeholders', en, `${key} has ${unknown.join(' ')}, which its plural has not`);
    if (/\p{Script=Han}/u.test(value) && !CHINESE_IN_ENGLISH.includes(key))
      found('words-translated', en, `${key} is Chinese`);
  }
}

function names(text: string): string[] {
  return [...new Set(text.match(/\{[^}]*\}/g) ?? [])].sort();
}

function placeholders(text: string): string {
  return names(text).join(' ') || 'none';
}
