/** What may not be written into code: sentences, colours, and ways around the other checks. */
import ts from 'typescript';
import type { Finding, Tree } from '../findings.ts';
import { ESCAPES, HAN_IN_CODE, isGenerated, isTest, TOKENS_CSS } from '../house.ts';
import { parse, placeOf, walk } from './syntax.ts';

export const LITERAL_RULES = [
  'no-chinese-in-code',
  'no-text-in-pages',
  'colours-from-tokens',
  'no-unchecked-code',
  'no-hidden-imports',
  'no-skipped-tests',
] as const;

type Rule = (typeof LITERAL_RULES)[number];
type Found = (rule: Rule, node: ts.Node, what: string) => void;

const COLOUR = /#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(/i;
/** Attributes whose text people read or hear. */
const READ_ALOUD =
  /^(alt|title|label|placeholder|summary|aria-(label|description|roledescription|valuetext|placeholder))$/;

/** Every sentence, colour and loophole in the code. */
export function checkLiterals(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const [path, text] of tree) {
    if (isGenerated(path)) continue;
    if (path.endsWith('.css')) findings.push(...coloursOfCss(path, text));
    if (!/\.tsx?$/.test(path)) continue;
    const file = parse(path, text);
    const found: Found = (rule, node, what) => findings.push({ rule, where: placeOf(node), what });
    const inProgram = path.startsWith('src/') && !isTest(path);
    walk(file, (node) => {
      if (inProgram) {
        if (!path.startsWith('src/demo/') && !HAN_IN_CODE.has(path)) chinese(node, found);
        pageText(node, found);
        if (/^src\/(web|modules)\//.test(path)) colour(node, found);
        if (!ESCAPES.has(path)) hiddenImport(node, found);
      }
      if (isTest(path)) skipped(node, found);
    });
    findings.push(...unchecked(path, text));
  }
  return findings;
}

function coloursOfCss(path: string, text: string): Finding[] {
  if (path === TOKENS_CSS) return [];
  return text.split('\n').flatMap((line, index) => {
    const value = line.includes(':') ? line.slice(line.indexOf(':')) : '';
    const colour = COLOUR.exec(value)?.[0];
    return colour
      ? [
          {
            rule: 'colours-from-tokens',
            where: `${path}:${index + 1}`,
            what: `${colour}: take it from ${TOKENS_CSS}`,
          },
        ]
      : [];
  });
}

/** The text of a string or of the fixed pieces of a template, or null. */
function literalText(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (node.kind === ts.SyntaxKind.TemplateHead || node.kind === ts.SyntaxKind.TemplateMiddle)
    return (node as ts.TemplateHead).text;
  return node.kind === ts.SyntaxKind.TemplateTail ? (node as ts.TemplateTail).text : null;
}

function chinese(node: ts.Node, found: Found): void {
  const text = literalText(node);
  if (text !== null && /\p{Script=Han}/u.test(text))
    found('no-chinese-in-code', node, `${text.trim().slice(0, 20)}: put it into words/`);
}

function pageText(node: ts.Node, found: Found): void {
  const text = literalText(node)?.replace(/&[a-z]+;/gi, '');
  if (text === undefined || !/\p{L}/u.test(text)) return;
  const shown = ts.isJsxText(node) || isShown(node);
  if (shown) found('no-text-in-pages', node, `${text.trim().slice(0, 30)}: put it into words/`);
}

/** A text in braces between tags, or in an attribute that is read aloud. */
function isShown(node: ts.Node): boolean {
  let holder = node.parent;
  while (holder && (ts.isTemplateExpression(holder) || ts.isTemplateSpan(holder))) holder = holder.parent;
  const attribute = holder && ts.isJsxExpression(holder) ? holder.parent : holder;
  if (ts.isJsxAttribute(attribute)) return READ_ALOUD.test(attribute.name.getText());
  return ts.isJsxElement(attribute) || ts.isJsxFragment(attribute);
}

function colour(node: ts.Node, found: Found): void {
  const text = literalText(node);
  if (text === null || ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)) return;
  const whole = /^#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})$/i.test(text.trim());
  const inside = /[:=,("'\s](#[0-9a-f]{6}\b|(rgb|hsl|oklch)a?\()/i.test(text);
  if (whole || inside)
    found('colours-from-tokens', node, `${text.trim().slice(0, 30)}: take it from ${TOKENS_CSS}`);
}

/** Imports that no tool can follow. */
function hiddenImport(node: ts.Node, found: Found): void {
  if (!ts.isCallExpression(node)) return;
  const callee = node.expression;
  const name = ts.isIdentifier(callee) ? callee.text : null;
  if (name === 'require' || name === 'createRequire' || name === 'eval')
    found('no-hidden-imports', node, `${name}()`);
  const target = node.arguments[0];
  if (callee.kind === ts.SyntaxKind.ImportKeyword && !(target && ts.isStringLiteralLike(target))) {
    found('no-hidden-imports', node, 'import() of a computed name');
  }
}

function skipped(node: ts.Node, found: Found): void {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return;
  if (!/^(it|test|describe)$/.test(node.expression.text)) return;
  if (/^(skip|only|todo|fails|skipIf|runIf)$/.test(node.name.text))
    found('no-skipped-tests', node, node.getText());
}

/** Comments that switch the compiler or the linter off for a whole file or without being needed. */
function unchecked(path: string, text: string): Finding[] {
  return text.split('\n').flatMap((line, index) => {
    const comment =
      /^\s*(?:\/\/|\/\*+|\{\/\*)\s*(@ts-ignore|@ts-nocheck|biome-ignore-all|depcruise-ignore)/.exec(
        line,
      )?.[1];
    return comment ? [{ rule: 'no-unchecked-code', where: `${path}:${index + 1}`, what: comment }] : [];
  });
}
