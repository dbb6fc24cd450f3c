/** What was typed about a place, read and checked. Pure. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { PlaceFields, PlaceKind } from '../../contract/places.ts';
import { AREA_SOURCES, COMMON_PART_KINDS, UNIT_KINDS } from '../../contract.ts';
import { readArea } from './typed-area.ts';

/** Fields of a form by name. */
export type Typed = Readonly<Record<string, string>>;

const LONGEST_NAME = 60;

/**
 * Reads the fields of one kind of place.
 *
 * @returns refusals `registry.name-missing`, `registry.name-too-long`, `registry.number-unreadable`,
 *   `registry.room-missing`, `registry.area-unreadable`, `registry.choose-one`, `registry.estate-code`.
 */
export function readPlaceFields(kind: PlaceKind, typed: Typed): Result<PlaceFields> {
  switch (kind) {
    case 'estate':
      return readEstate(typed);
    case 'area':
      return named(typed, ({ nameZh }) => ({ kind, nameZh }));
    case 'building':
      return numbered(typed, (number) => ({ kind, number, managementAreaId: typed.managementAreaId ?? '' }));
    case 'stairwell':
      return numbered(typed, (number) => ({ kind, number }));
    case 'unit':
      return readUnit(typed);
    case 'part':
      return readPart(typed);
  }
}

function readEstate(typed: Typed): Result<PlaceFields> {
  const code = (typed.code ?? '').normalize('NFKC').trim().toUpperCase();
  if (!/^[A-Z]{2,4}$/.test(code)) return refuse('registry.estate-code', { field: 'code' });
  const laneZh = (typed.laneZh ?? '').trim();
  if (laneZh.length > LONGEST_NAME) return tooLong('laneZh');
  return named(typed, (names) => ({ kind: 'estate', code, laneZh, ...names }));
}

function readUnit(typed: Typed): Result<PlaceFields> {
  const room = (typed.room ?? '').normalize('NFKC').trim().toUpperCase();
  if (!/^[0-9A-Z][0-9A-Z-]{0,9}$/.test(room)) return refuse('registry.room-missing', { field: 'room' });
  const unitKind = UNIT_KINDS.find((one) => one === typed.unitKind);
  if (!unitKind) return refuse('registry.choose-one', { field: 'unitKind' });
  const area = readArea(typed.area ?? '');
  if (area === null) return refuse('registry.area-unreadable', { field: 'area' });
  const areaSource = AREA_SOURCES.find((one) => one === typed.areaSource);
  if (!areaSource) return refuse('registry.choose-one', { field: 'areaSource' });
  return ok({ kind: 'unit', room, unitKind, area, areaSource });
}

function readPart(typed: Typed): Result<PlaceFields> {
  const partKind = COMMON_PART_KINDS.find((one) => one === typed.partKind);
  if (!partKind) return refuse('registry.choose-one', { field: 'partKind' });
  const typedArea = (typed.area ?? '').trim();
  const area = typedArea === '' ? null : readArea(typedArea);
  if (typedArea !== '' && area === null) return refuse('registry.area-unreadable', { field: 'area' });
  return named(typed, (names) => ({ kind: 'part', partKind, area, ...names }));
}

function named(
  typed: Typed,
  make: (names: { readonly nameZh: string; readonly nameEn: string }) => PlaceFields,
): Result<PlaceFields> {
  const nameZh = (typed.nameZh ?? '').trim();
  const nameEn = (typed.nameEn ?? '').trim() || nameZh;
  if (nameZh === '') return refuse('registry.name-missing', { field: 'nameZh' });
  if (nameZh.length > LONGEST_NAME) return tooLong('nameZh');
  if (nameEn.length > LONGEST_NAME) return tooLong('nameEn');
  return ok(make({ nameZh, nameEn }));
}

function tooLong(field: string) {
  return refuse('registry.name-too-long', { field, params: { most: LONGEST_NAME } });
}

function numbered(typed: Typed, make: (number: number) => PlaceFields): Result<PlaceFields> {
  const digits = (typed.number ?? '').normalize('NFKC').replace(/\D+$/u, '').trim();
  if (!/^[1-9]\d{0,3}$/.test(digits)) return refuse('registry.number-unreadable', { field: 'number' });
  return ok(make(Number(digits)));
}
