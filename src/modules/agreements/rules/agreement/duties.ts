/** Duties of a party: each line of what it wrote is one (seed S13). Pure. */

/** `{ line, text }` of each duty; the first is line 1, empty lines are none. */
export function dutiesOf(duties: string): readonly { readonly line: number; readonly text: string }[] {
  return duties
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text, i) => ({ line: i + 1, text }));
}
