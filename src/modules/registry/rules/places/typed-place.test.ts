import { expect, it } from 'vitest';
import { readTypedPlace } from './typed-place.ts';

const ESTATES = [
  { id: 'zj', code: 'ZJ', nameZh: '紫荆小区', nameEn: 'Zijing Estate' },
  { id: 'cs', code: 'CS', nameZh: '城市花园', nameEn: 'City Garden' },
];

it.each([
  ['3号楼502', null, 3, null, '502', ''],
  ['紫荆3号楼8号门502室', 'zj', 3, 8, '502', ''],
  ['紫荆 8号502', 'zj', null, 8, '502', ''],
  ['S08 502', null, null, 8, '502', ''],
  ['s8 0502', null, null, 8, '502', ''],
  ['ZJ-B03-S08-0502', 'zj', 3, 8, '502', ''],
  ['城市花园 2幢', 'cs', 2, null, null, ''],
  ['City Garden bldg 2 room 1203', 'cs', 2, null, '1203', ''],
  ['３号楼５０２', null, 3, null, '502', ''],
  ['3-502', null, 3, null, '502', ''],
  ['城市 3-6-1102', 'cs', 3, 6, '1102', ''],
  ['北门', null, null, null, null, '北门'],
  ['城市花园 北侧绿带', 'cs', null, null, null, '北侧绿带'],
  ['B1-03', null, null, null, null, 'B1-03'],
  ['B03-S08-0502', null, 3, 8, '502', ''],
  ['B3 502', null, 3, null, '502', ''],
])('reads %s', (text, estateId, building, stairwell, room, words) => {
  expect(readTypedPlace(text, ESTATES)).toEqual({ estateId, building, stairwell, room, words });
});
