import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaIn, nameKey, namesIn, phonesIn } from './cells.ts';
import type { Mapping } from './fields.ts';
import { findHead } from './header.ts';
import { roomKey } from './place-text.ts';
import { readUnitRow } from './unit-row.ts';

const names = (text: string) => namesIn(text).map(({ name }) => name);

describe('a cell', () => {
  it.each([
    ['88.4', 8840],
    ['88.40平方米', 8840],
    ['８８．４０㎡', 8840],
    ['88.4 m2', 8840],
    ['1,234.5', 123450],
    ['96.605', 9661],
    ['0', null],
    ['', null],
    ['八十八', null],
    ['-3', null],
  ])('%j is an area of %j', (text, area) => expect(areaIn(text)).toBe(area));

  it('any area that is written with two decimals is read to the hundredth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom('', '㎡', ' 平方米', 'm²'),
        (area, unit) => {
          expect(areaIn(`${Math.floor(area / 100)}.${String(area % 100).padStart(2, '0')}${unit}`)).toBe(
            area,
          );
        },
      ),
    );
  });

  it.each([
    ['张三、李四', ['张三', '李四']],
    ['张三，李四；王五', ['张三', '李四', '王五']],
    ['张三\n李四', ['张三', '李四']],
    ['张三 李四', ['张三', '李四']],
    ['王　芳', ['王芳']],
    ['王 芳 李四', ['王芳', '李四']],
    ['欧阳 娜', ['欧阳娜']],
    ['John Smith; 张三', ['John Smith', '张三']],
    ['测试商贸有限公司', ['测试商贸有限公司']],
    ['张三(代表)/李四', ['张三', '李四']],
    ['张三、张三', ['张三']],
    ['无', []],
    ['/', []],
    ['—', []],
  ])('%j names %j', (text, expected) => expect(names(text)).toEqual(expected));

  it('marks who speaks for the co-owners', () => {
    expect(namesIn('张三（代表）、李四').map(({ speaks }) => speaks)).toEqual([true, false]);
  });

  it('any names between any marks come out as they went in', () => {
    const name = fc.constantFrom('张三', '李四', '王小五', '欧阳娜娜', '测试业主甲', 'John Smith');
    const mark = fc.constantFrom('、', '，', ',', ';', '；', '\n', '/', '、 ');
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1 }), mark, (some, between) => {
        expect(names(some.join(between))).toEqual(some);
      }),
    );
  });

  it('two spellings of a name are the same name', () => {
    expect(nameKey('王　芳（测试）')).toBe(nameKey('王芳(测试)'));
  });

  it.each([
    ['13800001234', ['13800001234'], 0],
    ['１３８００００１２３４', ['13800001234'], 0],
    ['138 0000 1234', ['13800001234'], 0],
    ['13800001234 13800005678', ['13800001234', '13800005678'], 0],
    ['+86-13800001234；021-64512345', ['13800001234', '02164512345'], 0],
    ['13800001234.0', ['13800001234'], 0],
    ['无', [], 0],
    ['1380000123', [], 1],
    ['13800001234、问儿子', ['13800001234'], 1],
  ])('%j holds the phones %j', (text, phones, wrong) => {
    const found = phonesIn(text);
    expect(found.phones).toEqual(phones);
    expect(found.wrong).toHaveLength(wrong);
  });

  it('a room is the same with and without zeros in front', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.nat(3), (room, zeros) => {
        expect(roomKey('0'.repeat(zeros) + room)).toBe(String(room));
      }),
    );
    expect(roomKey('p012')).toBe('P12');
  });
});

const mapping: Mapping = ['estate', 'building', 'stairwell', 'room', 'area', 'owner', 'ownerPhone'];
const unitOf = (...cells: string[]) => {
  const read = readUnitRow(mapping, cells);
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.unit;
};
const placeOf = (...cells: string[]) => {
  const { building, stairwell, room } = unitOf(...cells);
  return [building, stairwell && `${stairwell.style} ${stairwell.number}`, room];
};

describe('a row says where its unit is', () => {
  it.each([
    [
      ['', '3幢', '8号', '0502', '88.4'],
      [3, 'GATE 8', '502'],
    ],
    [
      ['', '03', '2单元', '502室', '88.4'],
      [3, 'PART 2', '502'],
    ],
    [
      ['', '３号楼', '', '５０２', '88.4'],
      [3, null, '502'],
    ],
    [
      ['', '', '', '3号楼502室', '88.4'],
      [3, null, '502'],
    ],
    [
      ['', '', '', '8号502室', '88.4'],
      [null, 'GATE 8', '502'],
    ],
    [
      ['', '', '', '3-2-502', '88.4'],
      [3, 'PART 2', '502'],
    ],
    [
      ['', '', '', '3-502', '88.4'],
      [3, null, '502'],
    ],
    [
      ['', '3', '', '3-502', '88.4'],
      [3, null, '502'],
    ],
    [
      ['', '三号楼', '二单元', '502', '88.4'],
      [3, 'PART 2', '502'],
    ],
    [
      ['', '十二幢', '', '0101', '88.4'],
      [12, null, '101'],
    ],
    [
      ['', '', '', '测试路100弄8号502室', '88.4'],
      [null, 'GATE 8', '502'],
    ],
    [
      ['', 'B03', '', '502A', '88.4'],
      [3, null, '502A'],
    ],
  ])('%j is %j', (cells, place) => expect(placeOf(...cells)).toEqual(place));

  it.each([
    [['', '甲幢乙', '', '502'], 'building-unreadable'],
    [['', '3', '', ''], 'room-missing'],
    [['', '', '', '502'], 'building-missing'],
    [['', '3', '', '?'], 'room-unreadable'],
    [['', '4', '', '3-502'], 'room-unreadable'],
    [['', '3', '', '502', '大概九十'], 'area-unreadable'],
    [['', '3', '', '502', '90', '张三', '12345'], 'phone-unreadable'],
    [['', '3', '', '502', '90', '', '13800001234'], 'phone-without-name'],
  ])('%j is rejected: %s', (cells, code) => {
    const read = readUnitRow(mapping, cells);
    expect(read.ok ? [] : read.reasons.map((reason) => reason.code)).toEqual([code]);
  });

  it('all that is wrong is told at once', () => {
    const read = readUnitRow(mapping, ['', '甲', '', '502', 'x', '张三', 'y']);
    expect(read.ok ? [] : read.reasons.map((reason) => reason.code)).toEqual([
      'building-unreadable',
      'area-unreadable',
      'phone-unreadable',
    ]);
  });

  it('phones belong to the names in the same order', () => {
    expect(unitOf('', '3', '', '502', '90', '张三、李四', '13800001111/13800002222').owners).toEqual([
      { name: '张三', phone: '13800001111', speaks: false },
      { name: '李四', phone: '13800002222', speaks: false },
    ]);
    expect(unitOf('', '3', '', '502', '90', '张三、李四', '13800001111').owners[1]?.phone).toBeNull();
  });

  it('parking spaces and shops need no building', () => {
    expect(readUnitRow(['room', 'kind', 'area'], ['P012', '产权车位', '12.5'])).toMatchObject({
      ok: true,
      unit: { kind: 'PARKING', room: 'P12', building: null },
    });
  });

  it('whatever stands in the cells, it is read or rejected with a reason', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 8 }), (cells) => {
        const read = readUnitRow(mapping, cells);
        if (!read.ok) expect(read.reasons.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the heading of a sheet', () => {
  it('is found below a title and understood', () => {
    const head = findHead([
      ['紫荆小区业主名册', '紫荆小区业主名册', '紫荆小区业主名册', '', '', ''],
      ['序号', '楼栋', '室号', '产证面积(㎡)', '业主姓名', '联系电话', '备注'],
      ['1', '3幢', '502', '88.4', '张三', '13800001234', ''],
    ]);
    expect(head).toMatchObject({
      rows: 2,
      mapping: [null, 'building', 'room', 'area', 'owner', 'ownerPhone', null],
      areaSource: 'REGISTRY',
    });
    const title = ['名册', '', '', '', ''];
    const heading = ['序号', '楼栋', '室号', '业主', '电话'];
    expect(findHead([title, heading]).headings).toEqual(heading);
  });

  it('may be two rows, one above the other', () => {
    const head = findHead([
      ['小区', '幢', '室', '业主', '业主', '租户', '租户'],
      ['小区', '幢', '室', '姓名', '手机', '姓名', '手机'],
      ['紫荆小区', '3', '502', '张三', '13800001234', '李四', '13800005678'],
    ]);
    expect(head).toMatchObject({
      rows: 2,
      mapping: ['estate', 'building', 'room', 'owner', 'ownerPhone', 'tenant', 'tenantPhone'],
    });
  });

  it('is not invented where there is none', () => {
    const head = findHead([
      ['紫荆小区', '3', '502'],
      ['紫荆小区', '3', '601'],
    ]);
    expect(head.rows).toBe(0);
    expect(head.mapping).toEqual([null, null, null]);
  });
});
