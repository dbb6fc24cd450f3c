/** Who is named in the trail. Pure. */
import { maskName } from '#kernel/contact.ts';

/** A person as the trail names them: `name` null when not even a masked one is shown. */
export type Named = { readonly name: string | null; readonly masked: boolean };

/**
 * Whoever acts in a post answers for it by name. Residents are named by their first character only; not at
 * all where the reader's organisation is the one complained about (domain brief §3.12, fixture 7).
 */
export function namedInTrail(
  name: string | null,
  { inPost, hidden }: { readonly inPost: boolean; readonly hidden: boolean },
): Named {
  if (name === null) return { name: null, masked: false };
  if (inPost) return { name, masked: false };
  return hidden ? { name: null, masked: true } : { name: maskName(name), masked: true };
}
