/** Reads a place as people type it: an entrance code and a room, a building number, a name. */

/** What typed words say of a place; numbers without leading zeros. */
export type TypedPlace = {
  readonly estateId: string | null;
  readonly building: number | null;
  readonly stairwell: number | null;
  readonly room: string | null;
  /** What is left: the name of a common part, or a code. */
  readonly words: string;
};

/** An estate by the names it is called. */
export type EstateNames = {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
};

const UNIT_CODE = /\bB(\d{2})-S(\d{2})(?:-(\d{3,4}))?\b/i;
const BUILDING =
  /(\d{1,3})\s*(?:号楼|號樓|幢|栋|棟|#)|\bB(\d{1,3})(?![\d-])|\b(?:bldg|building)\.?\s*(\d{1,3})/i;
const STAIRWELL =
  /(\d{1,3})\s*(?:号门|号(?!楼|樓)|門洞|门洞|楼道|单元)|\bS(\d{1,3})(?!\d)|\b(?:entrance|entr)\.?\s*(\d{1,3})/i;
const ROOM = /(?<![\dA-Z-])(\d{3,4})\s*室?(?![\dA-Z])|\b(?:room|flat|apt)\.?\s*(\d{3,4})/i;
const NUMBERS = /(?<![\dA-Z])(\d{1,3})-(?:(\d{1,3})-)?(\d{3,4})(?!\d)/i;

/** Shortest beginning of an estate's name that people use for it. */
const SHORT_NAME = 2;

/**
 * Takes typed words apart. `3-502` is building and room, `3-8-502` building, entrance and room.
 *
 * @param estates estates of the neighborhood, to know their names and codes.
 */
export function readTypedPlace(text: string, estates: readonly EstateNames[]): TypedPlace {
  let rest = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const code = UNIT_CODE.exec(rest);
  const named = namedEstate(rest, estates);
  rest = named.rest;
  if (code) return { ...numbersOf(code), estateId: named.id, words: '' };
  const dashed = NUMBERS.exec(rest);
  if (dashed) return { ...numbersOf(dashed), estateId: named.id, words: clean(rest.replace(NUMBERS, ' ')) };
  const taken = { building: take(BUILDING), stairwell: take(STAIRWELL), room: take(ROOM) };
  function take(pattern: RegExp): string | null {
    const match = pattern.exec(rest);
    if (!match) return null;
    rest = rest.replace(pattern, ' ');
    return match.slice(1).find((group) => group !== undefined) ?? null;
  }
  return {
    estateId: named.id,
    building: numberOf(taken.building),
    stairwell: numberOf(taken.stairwell),
    room: taken.room === null ? null : String(Number(taken.room)),
    words: clean(rest),
  };
}

function numbersOf(match: RegExpExecArray): Pick<TypedPlace, 'building' | 'stairwell' | 'room'> {
  const [, building, stairwell, room] = match;
  return {
    building: numberOf(building),
    stairwell: numberOf(stairwell),
    room: room === undefined ? null : String(Number(room)),
  };
}

function numberOf(digits: string | null | undefined): number | null {
  return digits ? Number(digits) : null;
}

/**
 * The estate named in the text, by code, whole name or the short name people use, and the text without it. A
 * whole name counts before a short one, which several estates may share.
 */
function namedEstate(text: string, estates: readonly EstateNames[]): { id: string | null; rest: string } {
  const lower = text.toLowerCase();
  const called = (name: string, id: string) => {
    const at = name === '' ? -1 : lower.indexOf(name.toLowerCase());
    return at < 0 ? null : { id, rest: `${text.slice(0, at)} ${text.slice(at + name.length)}` };
  };
  for (const { id, code, nameZh, nameEn } of estates) {
    const coded = new RegExp(`(?<![A-Z])${code}(?![A-Z])-?`, 'i');
    if (coded.test(text)) return { id, rest: text.replace(coded, ' ') };
    const found = called(nameZh, id) ?? called(nameEn, id);
    if (found) return found;
  }
  for (const { id, nameZh } of estates) {
    const found = called([...nameZh].slice(0, SHORT_NAME).join(''), id);
    if (found) return found;
  }
  return { id: null, rest: text };
}

function clean(text: string): string {
  return text.replace(/[\s,;·]+/g, ' ').trim();
}
