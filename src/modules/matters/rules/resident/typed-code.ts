/** Codes and PINs as people type them: lower case, spaces, full width, any dash. Pure. */

/** `ZJ-2611-0042` from what was typed, or null when it can be no code. */
export function readCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐-―−－—_.·]/gu, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  // An estate's letters may hold a digit; then only dashes tell where the month begins.
  const parts =
    /^([A-Z]{1,8})-?(\d{4})-?(\d{4,6})$/.exec(plain) ??
    /^([A-Z][A-Z0-9]{0,7})-(\d{4})-(\d{4,6})$/.exec(plain);
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : null;
}

/** The six digits of a PIN from what was typed, or null. */
export function readPin(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}
