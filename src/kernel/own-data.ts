/**
 * A value of somebody's own data. `words` is the key of its sentence, for codes that mean nothing to people;
 * a `day` is an Asia/Shanghai day, `2026-11-20`.
 */
export type OwnValue =
  | string
  | number
  | boolean
  | Date
  | null
  | { readonly code: string; readonly words: string };

/** One thing that is held: its values by name. Words of the names: `privacy.field.<name>`. */
export type OwnRow = Readonly<Record<string, OwnValue>>;

/** What a module holds of one kind about one person. Words: `privacy.kind.<kind>`. */
export type OwnDataPart = { readonly kind: string; readonly rows: readonly OwnRow[] };
