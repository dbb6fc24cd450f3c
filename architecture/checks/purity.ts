/**
 * Pure parts compute and nothing else: what they need of the world (the time, a random number, a row) is an
 * argument. Checked on the syntax tree, so a word in a comment or a property's name does no harm.
 */
import ts from 'typescript';
import type { Finding, Tree } from '../findings.ts';
import { isTest, PARTS, PURE_PARTS } from '../house.ts';
import { isGlobalReference, parse, placeOf, walk } from './syntax.ts';

/** Names of the surroundings that pure code may not touch, and the rule each breaks. */
const WORLD: Readonly<Record<string, string>> = {
  process: 'pure-no-world',
  fetch: 'pure-no-world',
  console: 'pure-no-world',
  globalThis: 'pure-no-world',
  window: 'pure-no-world',
  document: 'pure-no-world',
  navigator: 'pure-no-world',
  localStorage: 'pure-no-world',
  require: 'pure-no-world',
  crypto: 'pure-no-chance',
  performance: 'pure-no-clock',
  Temporal: 'pure-no-clock',
  Promise: 'pure-no-waiting',
  setTimeout: 'pure-no-waiting',
  setInterval: 'pure-no-waiting',
  setImmediate: 'pure-no-waiting',
  queueMicrotask: 'pure-no-waiting',
};

/** Readings of a Date in the time zone of the machine; neighborhoods live in Asia/Shanghai. */
const LOCAL_TIME =
  /^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$|^(getTimezoneOffset|toDateString|toTimeString)$/;

/** The names of the rules, as findings show them. */
export const PURITY_RULES = [
  'pure-no-world',
  'pure-no-chance',
  'pure-no-clock',
  'pure-no-waiting',
  'pure-no-state',
  'pure-no-local-time',
] as const;

/** Whether a file must be pure: the kernel, and the pure parts of every module. */
export function mustBePure(path: string): boolean {
  if (!/\.tsx?$/.test(path) || isTest(path)) return false;
  if (path.startsWith('src/kernel/')) return true;
  const pure = PARTS.filter((part) => PURE_PARTS.includes(part.name));
  return pure.some((part) => new RegExp(`^src/modules/[^/]+/${part.files}`).test(path));
}

/** Everything impure in the pure parts. */
export function checkPurity(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const [path, text] of tree) {
    if (!mustBePure(path)) continue;
    walk(parse(path, text), (node) => {
      const broken = impurity(node);
      if (broken) findings.push({ rule: broken[0], where: placeOf(node), what: broken[1] });
    });
  }
  return findings;
}

/** The rule a node breaks, and in words how. */
function impurity(node: ts.Node): [string, string] | null {
  if (ts.isIdentifier(node)) return ofName(node);
  if (ts.isAwaitExpression(node)) return ['pure-no-waiting', 'await'];
  if (ts.isFunctionLike(node) && node.kind !== ts.SyntaxKind.IndexSignature && isAsync(node)) {
    return ['pure-no-waiting', 'async function'];
  }
  if (ts.isCallExpression(node)) return ofCall(node);
  if (ts.isMetaProperty(node)) return ['pure-no-world', 'import.meta'];
  if (
    ts.isVariableStatement(node) &&
    ts.isSourceFile(node.parent) &&
    !(node.declarationList.flags & ts.NodeFlags.Const)
  ) {
    return ['pure-no-state', 'a variable of the file remembers between calls'];
  }
  return null;
}

function ofName(node: ts.Identifier): [string, string] | null {
  if (node.text === 'Date' && isGlobalReference(node) && !isFixedDate(node)) {
    return ['pure-no-clock', 'Date without an argument reads the clock: take now as an argument'];
  }
  if (node.text === 'Math' && isGlobalReference(node) && memberAfter(node) === 'random') {
    return ['pure-no-chance', 'Math.random'];
  }
  const rule = Object.hasOwn(WORLD, node.text) ? WORLD[node.text] : undefined;
  return rule && isGlobalReference(node) ? [rule, `uses ${node.text}`] : null;
}

function ofCall(node: ts.CallExpression): [string, string] | null {
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return ['pure-no-waiting', 'import() loads while running'];
  const name = memberName(node.expression);
  return name && LOCAL_TIME.test(name)
    ? ['pure-no-local-time', `${name}() depends on the time zone of the machine`]
    : null;
}

/** `Date` used for a given instant only: `new Date(x)`, `Date.UTC`, `Date.parse`, `x instanceof Date`. */
function isFixedDate(date: ts.Identifier): boolean {
  const parent = date.parent;
  if (ts.isNewExpression(parent)) return (parent.arguments?.length ?? 0) > 0;
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  const name = memberAfter(date);
  return name === 'UTC' || name === 'parse';
}

/** The member read of an object: `random` for the `Math` of `Math.random` or `Math['random']`. */
function memberAfter(object: ts.Identifier): string | null {
  const parent = object.parent as ts.Expression;
  return 'expression' in parent && parent.expression === object ? memberName(parent) : null;
}

/** `b` of `a.b` and of `a['b']`. */
function memberName(node: ts.Expression): string | null {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return node.argumentExpression.text;
  }
  return null;
}

function isAsync(node: ts.SignatureDeclaration): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.AsyncKeyword) ?? false)
  );
}
