/** An area as people type it. Pure. */

/** Nothing here is larger than a square kilometre. */
const LARGEST = 100_000_000;

/**
 * An area in 0.01 m² from `88.4`, `88.40㎡` or `1,280.5 平方米`; a third decimal is not rounded but refused.
 *
 * @returns null when it is no area above zero.
 */
export function readArea(typed: string): number | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/(?:m2|m²|sq\.?\s*m)$/i, '')
    .replace(/[^\d.,-]+$/u, '')
    .replace(/,(?=\d{3}(?:\D|$))/g, '')
    .trim();
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  const area = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return area > 0 && area <= LARGEST ? area : null;
}
