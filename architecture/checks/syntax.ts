/** Small tools on the TypeScript syntax tree that the checks share. */
import ts from 'typescript';

/** Parses a file; nothing is resolved and no types are computed. */
export function parse(path: string, text: string): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

/** Calls `visit` for a node and everything below it, outermost first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** `path:line` of a node, for a finding. */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
}

/** Lines from the first to the last character of a node, both included. */
export function linesOf(node: ts.Node): number {
  const file = node.getSourceFile();
  const first = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
  return file.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1;
}

/**
 * Whether an identifier stands for a value of the surroundings: not a property's name, not a declaration,
 * not inside a type, and not something the file itself declares in a scope around it.
 */
export function isGlobalReference(id: ts.Identifier): boolean {
  const parent = id.parent;
  if (ts.isPropertyAccessExpression(parent) && parent.name === id) return false;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return false;
  if (ts.isJsxAttribute(parent) || ts.isLabeledStatement(parent)) return false;
  const named = parent as ts.NamedDeclaration;
  if (named.name === id && !ts.isShorthandPropertyAssignment(parent)) return false;
  if (ts.isBindingElement(parent) && parent.propertyName === id) return false;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  for (let scope: ts.Node | undefined = parent; scope; scope = scope.parent) {
    if (declares(scope, id.text)) return false;
  }
  return true;
}

/** Whether a node opens a scope in which `name` is declared. */
function declares(scope: ts.Node, name: string): boolean {
  if (ts.isFunctionLike(scope)) return scope.parameters.some((parameter) => binds(parameter.name, name));
  if (ts.isForStatement(scope) || ts.isForOfStatement(scope) || ts.isForInStatement(scope)) {
    const first = scope.initializer;
    return first !== undefined && ts.isVariableDeclarationList(first) && listBinds(first, name);
  }
  if (ts.isCatchClause(scope))
    return scope.variableDeclaration !== undefined && binds(scope.variableDeclaration.name, name);
  if (ts.isBlock(scope) || ts.isSourceFile(scope) || ts.isCaseOrDefaultClause(scope)) {
    return scope.statements.some((statement) => statementBinds(statement, name));
  }
  return false;
}

function statementBinds(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) return listBinds(statement.declarationList, name);
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name?.text === name;
  if (!ts.isImportDeclaration(statement)) return false;
  const clause = statement.importClause;
  if (clause?.name?.text === name) return true;
  const bindings = clause?.namedBindings;
  if (!bindings) return false;
  if (ts.isNamespaceImport(bindings)) return bindings.name.text === name;
  return bindings.elements.some((element) => element.name.text === name);
}

function listBinds(list: ts.VariableDeclarationList, name: string): boolean {
  return list.declarations.some((declaration) => binds(declaration.name, name));
}

function binds(bound: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(bound)) return bound.text === name;
  return bound.elements.some((element) => ts.isBindingElement(element) && binds(element.name, name));
}
