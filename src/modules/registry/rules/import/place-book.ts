/** The places of the neighborhood as an import sees them, with those it would add. */
import type { UnitKind } from '../../contract.ts';
import { nameKey } from './cells.ts';
import type { RowReason } from './fields.ts';
import type { WrittenPlace, WrittenStairwell } from './place-text.ts';

export type BookEstate = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly lane: string;
};
export type BookBuilding = {
  readonly id: string;
  readonly estateId: string;
  readonly code: string;
  readonly number: number;
};
export type BookStairwell = {
  readonly id: string;
  readonly estateId: string;
  readonly buildingId: string;
  readonly code: string;
  readonly number: number;
};
export type Places = {
  /** Those the neighborhood's own codes begin with; its first estate gets them. */
  readonly letters?: string;
  readonly estates: readonly BookEstate[];
  readonly buildings: readonly BookBuilding[];
  readonly stairwells: readonly BookStairwell[];
};

/** Where a unit is or will be, by ids. */
export type ResolvedPlace = {
  readonly estateId: string;
  readonly buildingId: string | null;
  readonly stairwellId: string | null;
  /** `ZJ-B03-S08-0502`. */
  readonly code: string;
  /** The unit's natural key: the place it is in and its room. */
  readonly key: string;
};

/** Rows without an estate: the one chosen for the sheet, by id or by the name of a new one. */
export type DefaultEstate = { readonly id: string | null; readonly name: string };

/** What matters and units of an estate are known by begins with it. */
const ESTATE_CODE = /^[A-Z]{2,4}$/;

/** `EA` is 104: the letters as digits, from `AA` on; after `ZZ` come three letters. */
function twoLetters(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  const before = Math.floor(number / 26);
  return before < 26 ? `${String.fromCharCode(65 + before)}${last}` : `${twoLetters(before)}${last}`;
}

const pad = (number: number | string) => String(number).padStart(2, '0');

/** Finds places by what rows say, and plans those that are missing. */
export class PlaceBook {
  /** What is missing so far, with the ids it will have. */
  readonly planned: { estates: BookEstate[]; buildings: BookBuilding[]; stairwells: BookStairwell[] };
  private readonly estates = new Map<string, BookEstate>();
  private readonly estateNames = new Map<string, BookEstate>();
  private readonly buildings = new Map<string, BookBuilding>();
  private readonly buildingsById = new Map<string, BookBuilding>();
  private readonly stairwells = new Map<string, BookStairwell[]>();
  private readonly plannedIds = new Set<string>();
  private readonly letters: string;
  private readonly newId: () => string;

  constructor(known: Places, planned: Places, newId: () => string) {
    this.newId = newId;
    this.letters = known.letters ?? '';
    this.planned = { estates: [], buildings: [], stairwells: [] };
    for (const estate of known.estates) this.addEstate(estate);
    for (const building of known.buildings) this.addBuilding(building);
    for (const stairwell of known.stairwells) this.addStairwell(stairwell);
    for (const estate of planned.estates) this.planEstate(estate);
    for (const building of planned.buildings) this.planBuilding(building);
    for (const stairwell of planned.stairwells) this.planStairwell(stairwell);
  }

  /** The place of a row, planning what is missing; or why it cannot be told. */
  resolve(estateText: string, place: WrittenPlace, otherwise: DefaultEstate): ResolvedPlace | RowReason {
    const estate = this.estateOf(estateText, otherwise);
    if ('params' in estate || !('id' in estate)) return estate;
    const within = this.within(estate, place);
    if ('params' in within || !('buildingId' in within)) return within;
    const { building, stairwell } = within;
    const key = [
      estate.id,
      building?.id ?? '',
      stairwell?.id ?? '',
      place.kind === 'DWELLING' ? '' : place.kind,
      place.room,
    ];
    return {
      estateId: estate.id,
      buildingId: building?.id ?? null,
      stairwellId: stairwell?.id ?? null,
      code: unitCode(estate, building, stairwell, place),
      key: key.join('/'),
    };
  }

  private estateOf(text: string, otherwise: DefaultEstate): BookEstate | RowReason {
    if (text === '' && otherwise.id) return this.estates.get(otherwise.id) ?? { code: 'estate-missing' };
    const name = text || otherwise.name;
    const known = this.estateNames.get(nameKey(name));
    if (known) return known;
    if (name !== '')
      return this.planEstate({ id: this.newId(), code: this.freeEstateCode(), name, lane: '' });
    const [only, second] = [...this.estates.values()];
    return only && !second ? only : { code: 'estate-missing' };
  }

  private within(estate: BookEstate, place: WrittenPlace): Within | RowReason {
    const gate = place.stairwell?.style === 'GATE' ? place.stairwell.number : null;
    if (place.building === null && gate !== null) return this.byGate(estate, gate);
    if (place.building === null) return { buildingId: null, building: null, stairwell: null };
    const building =
      this.buildings.get(`${estate.id}/${place.building}`) ??
      this.planBuilding({
        id: this.newId(),
        estateId: estate.id,
        code: `B${pad(place.building)}`,
        number: place.building,
      });
    if (!place.stairwell) return this.onlyEntrance(building, place.kind);
    return this.entrance(building, place.stairwell);
  }

  /** `8号502室`: entrance 8 of the estate; where there is none, a building of one entrance. */
  private byGate(estate: BookEstate, number: number): Within | RowReason {
    const known = this.ofEstate(estate.id).filter((one) => one.number === number);
    if (known.length > 1) return { code: 'building-missing' };
    if (known[0]) return found(this.buildingsById.get(known[0].buildingId)!, known[0]);
    const building =
      this.buildings.get(`${estate.id}/${number}`) ??
      this.planBuilding({ id: this.newId(), estateId: estate.id, code: `B${pad(number)}`, number });
    if (this.of(building).length > 0) return { code: 'building-missing' };
    return found(building, this.newStairwell(building, number));
  }

  private onlyEntrance(building: BookBuilding, kind: UnitKind): Within | RowReason {
    const known = this.of(building);
    if (known.length === 1) return found(building, known[0]!);
    if (kind !== 'DWELLING') return { buildingId: building.id, building, stairwell: null };
    if (known.length > 1)
      return { code: 'stairwell-missing', params: { building: building.number, n: known.length } };
    return found(building, this.newStairwell(building, building.number));
  }

  private entrance(building: BookBuilding, written: WrittenStairwell): Within | RowReason {
    const known = this.of(building);
    const same = known.find((one) => one.number === written.number);
    if (same) return found(building, same);
    if (written.style === 'GATE') {
      const elsewhere = this.ofEstate(building.estateId).find(
        (one) => one.number === written.number && isGate(one),
      );
      const other = elsewhere && this.buildingsById.get(elsewhere.buildingId);
      if (other)
        return { code: 'stairwell-elsewhere', params: { stairwell: written.number, building: other.number } };
      return found(building, this.newStairwell(building, written.number));
    }
    // Entrances numbered through the estate: 单元 2 of a building with entrances 7, 8, 9 is entrance 8.
    const numbered = known.filter((one) => !this.plannedIds.has(one.id)).sort((a, b) => a.number - b.number);
    const nth = (numbered[0]?.number ?? 1) > 1 ? numbered[written.number - 1] : undefined;
    return found(building, nth ?? this.newStairwell(building, written.number, 'PART'));
  }

  private newStairwell(
    building: BookBuilding,
    number: number,
    style: 'GATE' | 'PART' = 'GATE',
  ): BookStairwell {
    const gate = `S${pad(number)}`;
    const taken = style === 'PART' || this.ofEstate(building.estateId).some((one) => one.code === gate);
    const code = taken ? `${building.code}${gate}` : gate;
    return this.planStairwell({
      id: this.newId(),
      estateId: building.estateId,
      buildingId: building.id,
      code,
      number,
    });
  }

  private of(building: BookBuilding): readonly BookStairwell[] {
    return this.stairwells.get(building.id) ?? [];
  }

  private ofEstate(estateId: string): readonly BookStairwell[] {
    return this.stairwells.get(estateId) ?? [];
  }

  /** Letters only, as when an estate is entered by hand: the neighborhood's own, then `EA`, `EB` … */
  private freeEstateCode(): string {
    const taken = new Set([...this.estates.values()].map((estate) => estate.code));
    if (ESTATE_CODE.test(this.letters) && !taken.has(this.letters)) return this.letters;
    let next = 4 * 26;
    while (taken.has(twoLetters(next))) next += 1;
    return twoLetters(next);
  }

  private addEstate(estate: BookEstate): BookEstate {
    this.estates.set(estate.id, estate);
    for (const name of [estate.name, estate.lane, estate.code]) {
      if (name !== '' && !this.estateNames.has(nameKey(name))) this.estateNames.set(nameKey(name), estate);
    }
    return estate;
  }

  private addBuilding(building: BookBuilding): BookBuilding {
    this.buildings.set(`${building.estateId}/${building.number}`, building);
    this.buildingsById.set(building.id, building);
    return building;
  }

  private addStairwell(stairwell: BookStairwell): BookStairwell {
    for (const id of [stairwell.buildingId, stairwell.estateId]) {
      const list = this.stairwells.get(id);
      if (list) list.push(stairwell);
      else this.stairwells.set(id, [stairwell]);
    }
    return stairwell;
  }

  private planEstate(estate: BookEstate): BookEstate {
    this.planned.estates.push(estate);
    return this.addEstate(estate);
  }

  private planBuilding(building: BookBuilding): BookBuilding {
    this.planned.buildings.push(building);
    return this.addBuilding(building);
  }

  private planStairwell(stairwell: BookStairwell): BookStairwell {
    this.planned.stairwells.push(stairwell);
    this.plannedIds.add(stairwell.id);
    return this.addStairwell(stairwell);
  }
}

type Within = {
  readonly buildingId: string | null;
  readonly building: BookBuilding | null;
  readonly stairwell: BookStairwell | null;
};

function found(building: BookBuilding, stairwell: BookStairwell): Within {
  return { buildingId: building.id, building, stairwell };
}

/** An entrance whose number runs through the estate. */
function isGate(stairwell: BookStairwell): boolean {
  return /^S\d/.test(stairwell.code);
}

function unitCode(
  estate: BookEstate,
  building: BookBuilding | null,
  stairwell: BookStairwell | null,
  { room, kind }: WrittenPlace,
): string {
  const digits =
    kind === 'PARKING'
      ? room.replace(/^P(\d+)$/, (_all, n: string) => n.padStart(3, '0'))
      : room.padStart(4, '0');
  const special = kind === 'PARKING' ? 'TP' : kind === 'SHOP' ? 'SH' : null;
  const parts = [estate.code, building?.code, stairwell?.code.replace(/^B\d+(?=S)/, ''), special, digits];
  return parts.filter((part) => part !== undefined && part !== null).join('-');
}
