/** A module touches its own tables only; another module's rows come through its facade. */
import ts from 'typescript';
import type { Finding, Tree } from '../findings.ts';
import { isTest, TIERS } from '../house.ts';
import { parse, placeOf, walk } from './syntax.ts';

export const TABLE_RULES = ['own-tables-only'] as const;

const OWNED = [...TIERS.flat(), 'platform'];

/** Every use of another schema: `tx.schema('…')`, `SchemaHandle<'…'>`, or its name inside raw SQL. */
export function checkTables(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const [path, text] of tree) {
    const module = /^src\/modules\/([^/]+)\/.*\.tsx?$/.exec(path)?.[1];
    if (!module || isTest(path)) continue;
    const others = OWNED.filter((name) => name !== module);
    walk(parse(path, text), (node) => {
      const other = schemaNamed(node) ?? schemaInSql(node, others);
      if (other !== null && other !== module) {
        findings.push({ rule: 'own-tables-only', where: placeOf(node), what: `touches tables of ${other}` });
      }
    });
  }
  return findings;
}

function schemaNamed(node: ts.Node): string | null {
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'schema'
  ) {
    const name = node.arguments[0];
    return name && ts.isStringLiteralLike(name) ? name.text : null;
  }
  if (!ts.isTypeReferenceNode(node) || node.typeName.getText() !== 'SchemaHandle') return null;
  const name = node.typeArguments?.[0];
  return name && ts.isLiteralTypeNode(name) && ts.isStringLiteral(name.literal) ? name.literal.text : null;
}

function schemaInSql(node: ts.Node, others: readonly string[]): string | null {
  if (!ts.isTaggedTemplateExpression(node) || !/^sql\b/.test(node.tag.getText())) return null;
  const text = node.template.getText();
  return others.find((name) => new RegExp(`\\b${name}\\.[a-z_]+`).test(text)) ?? null;
}
