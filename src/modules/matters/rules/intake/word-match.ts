/** How words of the tables are found in what people type. Pure. */

/** Whether a word of the tables is written in Latin letters. */
export function isLatin(word: string): boolean {
  return /^[ -~]+$/.test(word);
}

/**
 * Whether a text, already in lower case, has a word: Chinese anywhere, since it is written without spaces;
 * Latin only as a whole word or its plural, so that "gas" is not found in "gasket".
 */
export function contains(text: string, word: string): boolean {
  if (!isLatin(word)) return text.includes(word);
  return new RegExp(`(^|[^a-z])${word}(s|es)?([^a-z]|$)`).test(text);
}
