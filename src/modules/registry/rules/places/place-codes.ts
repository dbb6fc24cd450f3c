/** Codes of places, made from their numbers: `ZJ`, `B03`, `S08`, `ZJ-B03-S08-0502`. Pure. */
import type { UnitKind } from '../../contract.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** `B03` */
export function buildingCode(number: number): string {
  return `B${two(number)}`;
}

/** `S08`; entrances are numbered through the whole estate. */
export function stairwellCode(number: number): string {
  return `S${two(number)}`;
}

/** A room as it stands in a code: `502` → `0502`, `3A` → `3A`. */
function roomPart(room: string): string {
  const plain = room.normalize('NFKC').trim().toUpperCase();
  return /^\d+$/.test(plain) ? plain.padStart(4, '0') : plain.replace(/[^0-9A-Z]+/g, '-');
}

const MARK: Readonly<Record<UnitKind, string | null>> = { DWELLING: null, SHOP: 'SHOP', PARKING: 'TP' };

/** The code of a unit, unique in its neighborhood. Parts that are not known are left out. */
export function unitCode(
  within: {
    readonly estate: string;
    readonly building: string | null;
    readonly stairwell: string | null;
  },
  kind: UnitKind,
  room: string,
): string {
  return [within.estate, within.building, within.stairwell, MARK[kind], roomPart(room)]
    .filter(Boolean)
    .join('-');
}

/** The code of a common part: its estate and a running number of its kind, `ZJ-GATE-5`. */
export function commonPartCode(estate: string, kind: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const code = `${estate}-${kind.replaceAll('_', '-')}-${number}`;
    if (!taken.has(code)) return code;
  }
}
