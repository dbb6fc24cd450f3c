/** How long files and functions may be. */
import ts from 'typescript';
import type { Finding, Tree } from '../findings.ts';
import { BUDGETS, isGenerated, isTest } from '../house.ts';
import { linesOf, parse, placeOf, walk } from './syntax.ts';

export const SIZE_RULES = ['file-size', 'test-size', 'function-size'] as const;

/** Every file and function over its budget. */
export function checkSizes(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const [path, text] of tree) {
    if (isGenerated(path) || !/\.(ts|tsx|mjs|css)$/.test(path)) continue;
    const lines = text.trimEnd().split('\n').length;
    const budget = isTest(path) ? BUDGETS.testLines : BUDGETS.fileLines;
    if (lines > budget) {
      const rule = isTest(path) ? 'test-size' : 'file-size';
      findings.push({ rule, where: path, what: `${lines} lines; at most ${budget}` });
    }
    if (/\.tsx?$/.test(path)) findings.push(...longFunctions(path, text));
  }
  return findings;
}

function longFunctions(path: string, text: string): Finding[] {
  const findings: Finding[] = [];
  walk(parse(path, text), (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
    if (isTest(path) && isSuite(node)) return;
    const lines = linesOf(node);
    if (lines <= BUDGETS.functionLines) return;
    findings.push({
      rule: 'function-size',
      where: placeOf(node),
      what: `${lines} lines; at most ${BUDGETS.functionLines}`,
    });
  });
  return findings;
}

/** The body of `describe('…', () => { … })` is a chapter, not a function. */
function isSuite(node: ts.Node): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call)) return false;
  let callee: ts.Expression = call.expression;
  while (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) callee = callee.expression;
  return ts.isIdentifier(callee) && callee.text === 'describe';
}
