/** One row of a units sheet: what it says about a unit and its people. */
import { areaIn, namesIn, phonesIn, saysNothing } from './cells.ts';
import { byField, type FieldTexts, type Mapping, type RowReason, type UnitField } from './fields.ts';
import { placeIn, type WrittenPlace } from './place-text.ts';

/** Somebody a row names. */
export type WrittenHolder = {
  readonly name: string;
  /** Digits. */
  readonly phone: string | null;
  /** Speaks for the co-owners. */
  readonly speaks: boolean;
};

/** What a row says. Empty lists say nothing: what the register holds then stays. */
export type WrittenUnit = WrittenPlace & {
  /** As written; empty when the sheet has no column for it. */
  readonly estate: string;
  /** 0.01 m². */
  readonly area: number | null;
  readonly owners: readonly WrittenHolder[];
  readonly tenants: readonly WrittenHolder[];
};

export type ReadUnitRow =
  | { readonly ok: true; readonly unit: WrittenUnit; readonly notes: readonly RowReason[] }
  | { readonly ok: false; readonly reasons: readonly RowReason[] };

const LONGEST_NAME = 40;

/** Reads a row by the mapping. All that is wrong with it is told at once. */
export function readUnitRow(mapping: Mapping, cells: readonly string[]): ReadUnitRow {
  const texts = byField<UnitField>(mapping, cells);
  const reasons: RowReason[] = [];
  const notes: RowReason[] = [];
  const place = placeIn(texts);
  if ('code' in place) reasons.push(place);
  const area = areaOf(texts, reasons);
  const owners = [
    ...holdersIn(texts.owner, texts.ownerPhone, reasons, notes),
    ...holdersIn(texts.coOwner, texts.coOwnerPhone, reasons, notes),
  ];
  const tenants = holdersIn(texts.tenant, texts.tenantPhone, reasons, notes);
  if (reasons.length > 0 || 'code' in place) return { ok: false, reasons };
  return {
    ok: true,
    unit: { ...place, estate: (texts.estate ?? '').trim(), area, owners: each(owners), tenants },
    notes,
  };
}

function areaOf(texts: FieldTexts<UnitField>, reasons: RowReason[]): number | null {
  if (!texts.area || saysNothing(texts.area)) return null;
  const area = areaIn(texts.area);
  if (area === null)
    reasons.push({ code: 'area-unreadable', params: { text: texts.area.trim().slice(0, 40) } });
  return area;
}

/** Names with their phones, in the same order; one phone for several names belongs to the first. */
function holdersIn(
  names: string | undefined,
  phones: string | undefined,
  reasons: RowReason[],
  notes: RowReason[],
): WrittenHolder[] {
  const people = namesIn(names ?? '');
  const read = phonesIn(phones ?? '');
  for (const text of read.wrong)
    reasons.push({ code: 'phone-unreadable', params: { text: text.slice(0, 40) } });
  const long = people.find(({ name }) => name.length > LONGEST_NAME);
  if (long) reasons.push({ code: 'name-too-long', params: { n: LONGEST_NAME } });
  if (people.length === 0 && read.phones.length > 0) reasons.push({ code: 'phone-without-name' });
  if (people.length > 0 && read.phones.length > people.length) {
    notes.push({ code: 'phones-left-over', params: { n: read.phones.length - people.length } });
  }
  return people.map((person, at) => ({ ...person, phone: read.phones[at] ?? null }));
}

/** Each name once; a name in both columns keeps the phone that is known. */
function each(holders: readonly WrittenHolder[]): WrittenHolder[] {
  const byName = new Map<string, WrittenHolder>();
  for (const holder of holders) {
    const first = byName.get(holder.name);
    byName.set(holder.name, first ? { ...first, phone: first.phone ?? holder.phone } : holder);
  }
  return [...byName.values()];
}
