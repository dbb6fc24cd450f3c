/** The forms a name takes in code. */

/** `lend-tool` → `LendTool`. */
export function pascal(name: string): string {
  return name.replace(/(^|-)([a-z0-9])/g, (_all, _dash, letter: string) => letter.toUpperCase());
}

/** `lend-tool` → `lendTool`. */
export function camel(name: string): string {
  const big = pascal(name);
  return big.charAt(0).toLowerCase() + big.slice(1);
}

/** `lend-tool` → `lend_tool`, as tables are called. */
export function snake(name: string): string {
  return name.replaceAll('-', '_');
}

/** What one thing of a module is called: `activities` → `activity`, `works` → `work`. */
export function subjectOf(module: string): string {
  if (module.endsWith('ies')) return `${module.slice(0, -3)}y`;
  return module.endsWith('s') ? module.slice(0, -1) : module;
}

/** Lower-case words with dashes, at least `words` of them. */
export function isName(name: string, words = 1): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && name.split('-').length >= words;
}
