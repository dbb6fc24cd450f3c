/** Actions that wait for others (domain brief §4.4: dependency between items). Pure. */

/** `waiter` cannot be reported done before `awaited` is struck off. */
export type Wait = { readonly waiter: string; readonly awaited: string };

/** Whether letting one more action wait would make a circle in which everybody waits for ever. */
export function makesCircle(waits: readonly Wait[], { waiter, awaited }: Wait): boolean {
  const seen = new Set<string>();
  const ahead = [awaited];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === waiter) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...waits.filter((one) => one.waiter === next).map((one) => one.awaited));
  }
  return false;
}

/** An action as people name it: `R-2026-09/1`, `r-2026-9-1`, 「R-2026-09 第 1 件」. */
export function readActionName(typed: string): { readonly code: string; readonly number: number } | null {
  const found = /^R-?(\d{4})-?(\d{1,4})\s*(?:\/|-|第)\s*(\d{1,2})\s*件?$/i.exec(
    typed.normalize('NFKC').trim(),
  );
  if (!found) return null;
  const [, year = '', n = '', number = ''] = found;
  return { code: `R-${year}-${String(Number(n)).padStart(2, '0')}`, number: Number(number) };
}
