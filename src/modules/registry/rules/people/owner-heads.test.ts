import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOwners, type OwnedPart, type PartOwner } from './owner-heads.ts';

const owner = (holderId: string, more: Partial<PartOwner> = {}): PartOwner => ({
  holderId,
  relation: 'OWNER',
  isRepresentative: false,
  ...more,
});
const flat = (owners: readonly PartOwner[], area = 8840): OwnedPart => ({
  kind: 'DWELLING',
  area,
  areaSource: 'REGISTRY',
  owners,
});
const parking = (
  owners: readonly PartOwner[],
  areaSource: OwnedPart['areaSource'] = 'REGISTRY',
): OwnedPart => ({
  kind: 'PARKING',
  area: 1250,
  areaSource,
  owners,
});
const count = (parts: readonly OwnedPart[]) => countOwners(parts, 'REGISTERED_ONLY');
const heads = (parts: readonly OwnedPart[]) => count(parts).heads;
const times = (n: number, part: OwnedPart) => Array.from({ length: n }, () => part);

describe('fixture 2: heads of owners', () => {
  it('the developer’s 6 unsold and 2 undelivered parts are one head', () => {
    const unsold = flat([owner('developer', { relation: 'DEVELOPER_UNSOLD' })]);
    const undelivered = flat([owner('developer', { relation: 'DEVELOPER_UNDELIVERED' })]);
    expect(heads([...times(6, unsold), ...times(2, undelivered)])).toBe(1);
  });

  it('an owner of three flats is one head with the area of three', () => {
    expect(count(times(3, flat([owner('a')])))).toMatchObject({ heads: 1, area: 3 * 8840, parts: 3 });
  });

  it('a couple with two flats in different single names is two heads, in the same name one', () => {
    expect(heads([flat([owner('wife')]), flat([owner('husband')])])).toBe(2);
    expect(heads([flat([owner('wife')]), flat([owner('wife')])])).toBe(1);
  });

  it('four heirs of one flat are one head together', () => {
    const heirs = ['1', '2', '3', '4'].map((id) => owner(id, { relation: 'CO_OWNER' }));
    expect(heads([flat(heirs)])).toBe(1);
  });

  it('a titled parking space adds its area, and no head beside a flat of the same owner', () => {
    expect(count([flat([owner('a')]), parking([owner('a')])])).toMatchObject({ heads: 1, area: 8840 + 1250 });
    expect(heads([flat([owner('a')]), parking([owner('b')])])).toBe(2);
  });
});

describe('what else counts', () => {
  it('a parking space without a title does not, nor any where the rules say none', () => {
    expect(count([flat([owner('a')]), parking([owner('b')], 'CONTRACT')])).toMatchObject({
      heads: 1,
      area: 8840,
      leftOut: 1,
    });
    expect(countOwners([flat([owner('a')]), parking([owner('b')])], 'NONE')).toMatchObject({
      heads: 1,
      parts: 1,
      leftOut: 1,
    });
  });

  it('the same two people owning two flats together are one buyer, in whatever order they stand', () => {
    const [a, b] = [owner('a', { relation: 'CO_OWNER' }), owner('b', { relation: 'CO_OWNER' })];
    expect(heads([flat([a, b]), flat([b, a])])).toBe(1);
    expect(heads([flat([a, b]), flat([owner('a')])])).toBe(2);
  });

  it('a part without a known owner is a head of its own, and is told', () => {
    expect(count([flat([]), flat([]), flat([owner('a')])])).toMatchObject({ heads: 3, ownerless: 2 });
  });

  it('co-owners without anybody who speaks for them are told', () => {
    const [a, b] = [owner('a', { relation: 'CO_OWNER' }), owner('b', { relation: 'CO_OWNER' })];
    expect(count([flat([a, b])]).speakerless).toBe(1);
    expect(count([flat([a, { ...b, isRepresentative: true }])]).speakerless).toBe(0);
  });
});

it('heads never exceed parts, area adds up, and the order of parts does not matter', () => {
  const anyPart = fc.record({
    kind: fc.constantFrom('DWELLING', 'SHOP', 'PARKING'),
    area: fc.integer({ min: 1, max: 50_000 }),
    areaSource: fc.constantFrom('REGISTRY', 'SURVEY', 'CONTRACT'),
    owners: fc.array(
      fc.constantFrom('a', 'b', 'c', 'd').map((id) => owner(id)),
      { maxLength: 3 },
    ),
  }) as fc.Arbitrary<OwnedPart>;
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 30 }), (parts) => {
      const found = count(parts);
      expect(found.heads).toBeLessThanOrEqual(found.parts);
      expect(found.parts + found.leftOut).toBe(parts.length);
      const without = parts.filter((part) => part.kind !== 'PARKING' || part.areaSource === 'REGISTRY');
      expect(found.area).toBe(without.reduce((sum, part) => sum + part.area, 0));
      expect(count(parts.toReversed())).toEqual(found);
    }),
  );
});
