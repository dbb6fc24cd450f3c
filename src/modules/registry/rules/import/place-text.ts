/** Where a unit is, put together from the columns of a row. */
import type { UnitKind } from '../../contract.ts';
import { folded, saysNothing } from './cells.ts';
import type { FieldTexts, RowReason, UnitField } from './fields.ts';
import { KIND_WORDS, numberIn, PLACE_PARTS } from './sheet-words.ts';

/**
 * An entrance as written: `GATE` a number that runs through the estate (`8号`), `PART` one that begins anew
 * in each building (`2单元`).
 */
export type WrittenStairwell = { readonly number: number; readonly style: 'GATE' | 'PART' };

export type WrittenPlace = {
  readonly building: number | null;
  readonly stairwell: WrittenStairwell | null;
  /** Without leading zeros: `502`, `P12`, `502A`. */
  readonly room: string;
  readonly kind: UnitKind;
};

type Parts = { building: number | null; stairwell: WrittenStairwell | null; room: string | null };

/** The place of a row, or what is wrong with it. */
export function placeIn(texts: FieldTexts<UnitField>): WrittenPlace | RowReason {
  const parts: Parts = { building: null, stairwell: null, room: null };
  if (texts.address && !readAddress(texts.address, parts))
    return unreadable('place-unreadable', texts.address);
  if (texts.building && !saysNothing(texts.building)) {
    parts.building = bare(texts.building, PLACE_PARTS.bareBuilding);
    if (parts.building === null) return unreadable('building-unreadable', texts.building);
  }
  if (texts.stairwell && !saysNothing(texts.stairwell)) {
    const stairwell = stairwellIn(texts.stairwell);
    if (!stairwell) return unreadable('stairwell-unreadable', texts.stairwell);
    parts.stairwell = stairwell;
  }
  if (texts.room && !readAddress(texts.room, parts)) return unreadable('room-unreadable', texts.room);
  if (parts.room === null) return { code: 'room-missing' };
  const kind = kindIn(texts, parts.room);
  if (kind === 'DWELLING' && parts.building === null && parts.stairwell === null)
    return { code: 'building-missing' };
  const room = kind === 'PARKING' ? parts.room.replace(/^(?=\d+$)/, 'P') : parts.room;
  return { building: parts.building, stairwell: parts.stairwell, room, kind };
}

function unreadable(code: string, text: string): RowReason {
  return { code, params: { text: text.trim().slice(0, 40) } };
}

function bare(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(
    folded(text)
      .replace(/\s/g, '')
      .replace(/^B(?=\d)/i, ''),
  );
  return found ? numberIn(found[1]!) : null;
}

function stairwellIn(text: string): WrittenStairwell | null {
  const part = bare(text, PLACE_PARTS.barePart);
  if (part !== null) return { number: part, style: 'PART' };
  const gate = bare(text, PLACE_PARTS.bareGate);
  return gate === null ? null : { number: gate, style: 'GATE' };
}

/** Takes building, entrance and room off a text like `3号楼2单元502室`, `8号502室`, `3-2-502`, `502`. */
function readAddress(text: string, parts: Parts): boolean {
  let rest = folded(text).replace(/\s/g, '').toUpperCase();
  if (/^\d{1,4}(-\d{1,4}){1,2}$/.test(rest)) return readDashes(rest.split('-'), parts);
  rest = rest.replace(PLACE_PARTS.lane, '').replace(/^.*小区(?=\d)/, '');
  const building = PLACE_PARTS.building.exec(rest);
  if (building) {
    parts.building = numberIn(building[1]!);
    rest = rest.slice(building[0].length);
  }
  const part = PLACE_PARTS.part.exec(rest);
  const gate = part ? null : PLACE_PARTS.gate.exec(rest);
  const entrance = part ?? gate;
  if (entrance && rest.length > entrance[0].length) {
    parts.stairwell = { number: numberIn(entrance[1]!)!, style: part ? 'PART' : 'GATE' };
    rest = rest.slice(entrance[0].length);
  }
  return readRoom(rest, parts);
}

function readDashes(numbers: readonly string[], parts: Parts): boolean {
  const [first, second, third] = numbers as [string, string, string | undefined];
  if (third !== undefined) {
    parts.building ??= Number(first);
    parts.stairwell ??= { number: Number(second), style: 'PART' };
    return readRoom(third, parts);
  }
  if (parts.building === null && parts.stairwell === null) parts.building = Number(first);
  else if (![parts.building, parts.stairwell?.number].includes(Number(first))) return false;
  return readRoom(second, parts);
}

function readRoom(text: string, parts: Parts): boolean {
  const found = PLACE_PARTS.room.exec(text);
  if (!found) return false;
  parts.room = roomKey(found[1]!.replace(PLACE_PARTS.anything, ''));
  return parts.room !== '';
}

/** By what two spellings of a room are the same: `0502` is `502`, `p012` is `P12`. */
export function roomKey(room: string): string {
  return folded(room)
    .toUpperCase()
    .replace(/^([A-Z]*)-?0+(?=\d)/, '$1');
}

function kindIn(texts: FieldTexts<UnitField>, room: string): UnitKind {
  const words = texts.kind ? folded(texts.kind) : `${texts.room ?? ''}${texts.address ?? ''}`;
  const found = KIND_WORDS.find(([, pattern]) => pattern.test(words));
  if (found) return found[0];
  return /^P\d/.test(room) ? 'PARKING' : 'DWELLING';
}
