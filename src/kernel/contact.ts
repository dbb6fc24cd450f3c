/** A mainland mobile or land-line number reduced to digits (NFKC, no spaces, dashes or +86), or null. */
export function normalisePhone(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s\-()]/g, '')
    .replace(/^(\+?86)(?=1\d{10}$)/, '');
  return /^(1\d{10}|0\d{2,3}\d{7,8}|\d{7,8})$/.test(digits) ? digits : null;
}

/** `138****1234`. */
export function maskPhone(digits: string): string {
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** The first character and two stars: `S**`. */
export function maskName(name: string): string {
  return name === '' ? '' : `${[...name][0]}**`;
}
