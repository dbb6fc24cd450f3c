/** What the columns of an imported spreadsheet may mean. */

export const UNIT_FIELDS = [
  'estate',
  'address',
  'building',
  'stairwell',
  'room',
  'kind',
  'area',
  'owner',
  'ownerPhone',
  'coOwner',
  'coOwnerPhone',
  'tenant',
  'tenantPhone',
] as const;
export type UnitField = (typeof UNIT_FIELDS)[number];

export type ImportField = UnitField;

/** The field of each column, by place; null: the column is not read. */
export type Mapping = readonly (ImportField | null)[];

/** Cells of a row by field. */
export type FieldTexts<F extends ImportField> = Readonly<Partial<Record<F, string>>>;

/** The texts of a row by field; the first column of a field that holds something counts. */
export function byField<F extends ImportField>(mapping: Mapping, cells: readonly string[]): FieldTexts<F> {
  const texts: Partial<Record<ImportField, string>> = {};
  for (const [at, field] of mapping.entries()) {
    const text = cells[at] ?? '';
    if (field && text.trim() !== '' && texts[field] === undefined) texts[field] = text;
  }
  return texts as FieldTexts<F>;
}

/** Why a row cannot be taken in, or what should be looked at; words under `registry.import.reason.<code>`. */
export type RowReason = {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
};
