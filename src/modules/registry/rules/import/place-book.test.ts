import { describe, expect, it } from 'vitest';
import { PlaceBook, type Places } from './place-book.ts';
import type { WrittenPlace } from './place-text.ts';

const NONE: Places = { estates: [], buildings: [], stairwells: [] };
const estate = { id: 'zj', code: 'ZJ', name: '紫荆小区', lane: '测试路100弄' };
const building = (number: number) => ({ id: `b${number}`, estateId: 'zj', code: `B0${number}`, number });
const gate = (number: number, of: number) => ({
  id: `s${number}`,
  estateId: 'zj',
  buildingId: `b${of}`,
  code: `S0${number}`,
  number,
});
/** Two buildings with the entrances 1, 2 and 3, 4; a third without any. */
const zijing: Places = {
  estates: [estate],
  buildings: [building(1), building(2), building(3)],
  stairwells: [gate(1, 1), gate(2, 1), gate(3, 2), gate(4, 2)],
};
const nobody = { id: null, name: '' };

function bookOf(places: Places) {
  let next = 0;
  return new PlaceBook(places, NONE, () => `new${++next}`);
}

const at = (building: number | null, stairwell: WrittenPlace['stairwell'], room = '502'): WrittenPlace => ({
  building,
  stairwell,
  room,
  kind: 'DWELLING',
});

describe('a place that a row names', () => {
  it.each([
    ['the entrance of a building', at(2, { number: 3, style: 'GATE' }), 'ZJ-B02-S03-0502'],
    ['an entrance alone', at(null, { number: 4, style: 'GATE' }), 'ZJ-B02-S04-0502'],
    [
      'the second 单元 of a building whose entrances are 3 and 4',
      at(2, { number: 2, style: 'PART' }),
      'ZJ-B02-S04-0502',
    ],
    ['the first 单元 of the first building', at(1, { number: 1, style: 'PART' }), 'ZJ-B01-S01-0502'],
  ])('is found by %s', (_how, place, code) => {
    const book = bookOf(zijing);
    expect(book.resolve('', place, nobody)).toMatchObject({ code });
    expect(book.planned).toEqual({ estates: [], buildings: [], stairwells: [] });
  });

  it.each([
    ['a building with two entrances and no word which', at(1, null), 'stairwell-missing'],
    [
      'an entrance that belongs to another building',
      at(2, { number: 1, style: 'GATE' }),
      'stairwell-elsewhere',
    ],
  ])('is not guessed from %s', (_what, place, code) => {
    expect(bookOf(zijing).resolve('紫荆小区', place, nobody)).toMatchObject({ code });
  });

  it('is known by the name of its estate, its lane or its code', () => {
    for (const name of ['紫荆小区', '紫荆 小区', '测试路100弄', 'zj']) {
      expect(bookOf(zijing).resolve(name, at(3, null), nobody)).toMatchObject({ estateId: 'zj' });
    }
  });

  it('needs its estate named where there is more than one', () => {
    const two = { ...zijing, estates: [estate, { id: 'cs', code: 'CS', name: '城市花园', lane: '' }] };
    expect(bookOf(two).resolve('', at(1, null), nobody)).toEqual({ code: 'estate-missing' });
    expect(bookOf(two).resolve('', at(3, null), { id: 'zj', name: '' })).toMatchObject({ estateId: 'zj' });
  });
});

describe('an empty neighborhood', () => {
  it('gives its own letters to its first estate, and letters nobody has to the others', () => {
    const book = bookOf({ ...NONE, letters: 'YX' });
    for (const name of ['银杏苑', '银杏二村', '银杏三村']) book.resolve(name, at(1, null), nobody);
    expect(book.planned.estates.map((one) => one.code)).toEqual(['YX', 'EA', 'EB']);
    const other = bookOf({ ...NONE, letters: 'Y1' });
    other.resolve('银杏苑', at(1, null), nobody);
    expect(other.planned.estates.map((one) => one.code)).toEqual(['EA']);
  });

  it('does not run out of letters', () => {
    const book = bookOf(NONE);
    for (let n = 1; n <= 600; n += 1) book.resolve(`第${n}村`, at(1, null), nobody);
    const codes = new Set(book.planned.estates.map((one) => one.code));
    expect(codes.size).toBe(600);
    for (const code of codes) expect(code).toMatch(/^[A-Z]{2,4}$/);
  });

  it('gets the estate, buildings and entrances its rows name, each once', () => {
    const book = bookOf(NONE);
    const codes = [
      at(1, { number: 1, style: 'PART' }),
      at(1, { number: 2, style: 'PART' }),
      at(2, { number: 1, style: 'PART' }),
      at(2, { number: 1, style: 'PART' }, '601'),
    ].map((place) => book.resolve('新小区', place, nobody));
    expect(codes.map((one) => ('key' in one ? one.code : one))).toEqual([
      'EA-B01-S01-0502',
      'EA-B01-S02-0502',
      'EA-B02-S01-0502',
      'EA-B02-S01-0601',
    ]);
    expect([
      book.planned.estates.length,
      book.planned.buildings.length,
      book.planned.stairwells.length,
    ]).toEqual([1, 2, 3]);
  });

  it('plans the same again from what is planned, without planning it twice', () => {
    const first = bookOf(NONE);
    const place = first.resolve('新小区', at(1, null), nobody);
    const again = new PlaceBook(NONE, first.planned, () => 'other');
    expect(again.resolve('新小区', at(1, null), nobody)).toEqual(place);
    expect(again.planned).toEqual(first.planned);
  });

  it('makes a building of one entrance where rows name entrances only', () => {
    expect(bookOf(NONE).resolve('新小区', at(null, { number: 8, style: 'GATE' }), nobody)).toMatchObject({
      code: 'EA-B08-S08-0502',
    });
  });
});
