/** Codes on paper: eight signs that cannot be mistaken for one another. Pure. */

/** No 0 O 1 I L 5 S 2 Z 8 B: what is read aloud or typed from paper must stay what it is. */
const SIGNS = 'ACDEFGHJKMNPQRTUVWXY34679';
const LENGTH = 8;

/** A code from random bytes; 25^8 codes, and the bytes are taken so that all are equally likely. */
export function paperCodeFrom(bytes: Uint8Array): string | null {
  const most = 256 - (256 % SIGNS.length);
  const signs = [...bytes].filter((byte) => byte < most).map((byte) => SIGNS[byte % SIGNS.length]);
  return signs.length < LENGTH ? null : signs.slice(0, LENGTH).join('');
}

/** A typed code without spaces and dashes in capitals, or null when it cannot be one. */
export function readPaperCode(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return new RegExp(`^[${SIGNS}]{${LENGTH}}$`).test(plain) ? plain : null;
}

/** `ACDE-FGHJ`, as it is printed. */
export function printedCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
