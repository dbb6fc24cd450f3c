/** Every sentence the code asks for exists: those of refusals, and those that pages name. */
import ts from 'typescript';
import type { Finding, Tree } from '../findings.ts';
import { isTest, LANGUAGES } from '../house.ts';
import { parse, placeOf, walk } from './syntax.ts';

export const USED_WORDS_RULES = ['refusal-words', 'refusal-code', 'refusal-params', 'words-exist'] as const;

type Found = (rule: (typeof USED_WORDS_RULES)[number], node: ts.Node, what: string) => void;
/** Sentences of the first language by key. */
type Sentences = ReadonlyMap<string, string>;

/** Everything the code asks for and no words folder has. */
export function checkUsedWords(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  const found: Found = (rule, node, what) => findings.push({ rule, where: placeOf(node), what });
  const sentences = sentencesOf(tree);
  for (const [path, text] of tree) {
    if (!path.startsWith('src/') || !/\.tsx?$/.test(path) || isTest(path)) continue;
    const module = /^src\/modules\/([^/]+)\//.exec(path)?.[1];
    walk(parse(path, text), (node) => {
      if (!ts.isCallExpression(node)) return;
      const name = calledName(node);
      if (name === 'refuse' && ts.isIdentifier(node.expression)) refusal(node, module, sentences, found);
      if (name === 't') named(node, sentences, found);
    });
  }
  return findings;
}

const WORDS_FILE = new RegExp(`/words/([^/]+\\.)?${LANGUAGES[0]}\\.json$`);

function sentencesOf(tree: Tree): Sentences {
  const sentences = new Map<string, string>();
  for (const [path, text] of tree) {
    if (!path.startsWith('src/') || !WORDS_FILE.test(path)) continue;
    const root = ts.parseJsonText(path, text).statements[0]?.expression;
    if (!root || !ts.isObjectLiteralExpression(root)) continue;
    for (const property of root.properties) {
      if (!ts.isPropertyAssignment(property) || !ts.isStringLiteral(property.name)) continue;
      sentences.set(
        property.name.text,
        ts.isStringLiteral(property.initializer) ? property.initializer.text : '',
      );
    }
  }
  return sentences;
}

/** `f` of `f(…)` and of `a.f(…)`. */
function calledName(node: ts.CallExpression): string | null {
  if (ts.isIdentifier(node.expression)) return node.expression.text;
  return ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : null;
}

/** `refuse('…')` has a plain code of its own module, with words, and a value for each hole in them. */
function refusal(
  node: ts.CallExpression,
  module: string | undefined,
  sentences: Sentences,
  found: Found,
): void {
  const codes = node.arguments[0] ? literalsOf(node.arguments[0]) : [];
  if (codes.length === 0)
    found('refusal-code', node, 'the code must be written out, so that its words can be found');
  for (const code of codes) {
    if (module && !code.startsWith(`${module}.`))
      found('refusal-code', node, `${code} must begin with ${module}.`);
    const sentence = sentences.get(`refusal.${code}`);
    if (sentence === undefined) {
      found('refusal-words', node, `refusal.${code} has no words`);
      continue;
    }
    const given = paramsOf(node.arguments[1]);
    const holes = (sentence.match(/\{(\w+)\}/g) ?? []).map((hole) => hole.slice(1, -1));
    const empty = given ? holes.filter((hole) => !given.includes(hole)) : [];
    if (empty.length > 0) found('refusal-params', node, `refusal.${code} wants ${empty.join(', ')}`);
  }
}

/** The names given in `{ params: { … } }`; null when they are computed elsewhere. */
function paramsOf(more: ts.Expression | undefined): string[] | null {
  if (more === undefined) return [];
  if (!ts.isObjectLiteralExpression(more) || more.properties.some(ts.isSpreadAssignment)) return null;
  const params = more.properties.find((property) => property.name?.getText() === 'params');
  if (!params) return [];
  if (!ts.isPropertyAssignment(params) || !ts.isObjectLiteralExpression(params.initializer)) return null;
  if (params.initializer.properties.some(ts.isSpreadAssignment)) return null;
  return params.initializer.properties.map((property) => property.name?.getText() ?? '');
}

/** `t('…')` names a sentence; a computed key is the test of that page's business. */
function named(node: ts.CallExpression, sentences: Sentences, found: Found): void {
  for (const key of node.arguments[0] ? literalsOf(node.arguments[0]) : []) {
    if (!sentences.has(key)) found('words-exist', node, `${key} has no words`);
  }
}

/** The texts an argument can be: a literal, or a choice between literals; none when it is computed. */
function literalsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (!ts.isConditionalExpression(node)) return [];
  const [yes, no] = [literalsOf(node.whenTrue), literalsOf(node.whenFalse)];
  return yes.length > 0 && no.length > 0 ? [...yes, ...no] : [];
}
