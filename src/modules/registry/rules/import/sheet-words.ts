/**
 * How residents' committees write their registers: headings of columns, kinds of rooms, words around
 * numbers. Matched against what a spreadsheet holds and never shown.
 */
import type { UnitField } from './fields.ts';

/** Headings by field, matched against a heading without spaces and brackets. The first that fits wins. */
export const UNIT_HEADINGS: readonly (readonly [UnitField, RegExp])[] = [
  ['estate', /^(所[在属])?(小区|住宅区|楼盘|物业项目|项目)(名称?)?$/],
  ['address', /^(房屋|住宅|门牌|详细|家庭|居住|物业)?(地址|坐落|座落|住址|位置)$/],
  [
    'building',
    /^(所[在属])?(楼栋|楼幢|栋|幢|楼|楼宇|座|大楼|号楼|楼号|栋号|幢号|座号|楼栋号|楼幢号|号楼号)(名称?|编号|号码)?$/,
  ],
  ['stairwell', /^(单元|门洞|楼道|门牌|门|梯|楼门|号|弄号)(号码?|名称?)?$/],
  ['room', /^(室|房|房间|房屋|户|户室|房号|室号)(号码?|编号|部位)?$/],
  ['kind', /^(房屋|物业|房产|户)?(用途|类型|性质|类别|种类)$/],
  ['area', /^(房屋|房产|专有部分)*(产证|产权证?|登记|建筑|建面|建|实测|测绘|合同|套内)*(建筑)?面积$/],
  ['coOwner', /^(共有人|共有权人|共有产权人|共同产权人|其他产权人|其他业主|共有)(信息)?(姓名|名称?)?$/],
  ['coOwnerPhone', /^(共有人|共有权人|其他业主|共有)(信息)?(联系|联络|移动)?(电话|手机|方式)(号码?)?$/],
  [
    'tenantPhone',
    /^(租户|租客|承租人|承租方|租住人|使用人|住户)(信息)?(联系|联络|移动)?(电话|手机|方式)(号码?)?$/,
  ],
  ['tenant', /^(租户|租客|承租人|承租方|租住人|使用人)(信息)?(姓名|名称?)?$/],
  [
    'ownerPhone',
    /^(业主|产权人|权利人|房主|户主|所有权人)?(信息)?(联系|联络|移动)?(电话|手机|方式)(号码?)?$/,
  ],
  [
    'owner',
    /^(房屋)?(业主|产权人|权利人|房主|户主|所有权人|产权所有人|所有人)(信息)?(姓名|名称?)?$|^(姓名|户名)$/,
  ],
];

/** Columns that need no field: they say nothing about a unit. */
export const IDLE_HEADINGS = /^(序号?|编号|no\.?|备注|说明|备考|其他|填表人|更新日期)$/i;

/** Where the area comes from, by its heading (Interp. Civil Code ownership, art. 8). */
export const AREA_SOURCE_HEADINGS: readonly (readonly ['REGISTRY' | 'SURVEY' | 'CONTRACT', RegExp])[] = [
  ['REGISTRY', /产证|产权|登记/],
  ['SURVEY', /实测|测绘/],
  ['CONTRACT', /合同/],
];

/** Kinds of exclusive parts by the words for them. */
export const KIND_WORDS: readonly (readonly ['DWELLING' | 'SHOP' | 'PARKING', RegExp])[] = [
  ['PARKING', /车位|车库|停车/],
  ['SHOP', /商[铺业用]|店|门面|网点/],
  ['DWELLING', /住宅|居住|公寓|成套|别墅|住房/],
];

/** Units of area that may stand behind the number, after compatibility folding. */
export const AREA_UNIT = /(平方米|平米|平方|平|m2|m²|㎡|sqm)\.?$/i;

/** What people write where there is nothing. */
export const NOTHING = /^(无|没有|空|空置|暂无|不详|未知|未登记|none|n\/a|[-—–/\\.*]+)$/i;

/** Marks behind a name that say who speaks for the co-owners. */
export const REPRESENTATIVE = /[(（](代表|户代表|业主代表|产权代表)[)）]$/;

/** Parts of a place in one text, from large to small; each is taken off the front. */
export const PLACE_PARTS = {
  lane: /^.*?(?:路|街|道|村)?\d*弄/,
  building: /^第?([0-9]{1,4}|[一二三四五六七八九十]{1,3})(?:号楼|幢楼?|栋楼?|座|楼栋|#楼?|＃楼?)/,
  bareBuilding: /^第?([0-9]{1,4}|[一二三四五六七八九十]{1,3})(?:号楼?|幢楼?|栋楼?|座|楼栋?|#楼?)?$/,
  part: /^第?([0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:单元|门洞|门|梯|楼道)/,
  gate: /^第?([0-9]{1,4})号/,
  barePart: /^第?([0-9]{1,4}|[一二三四五六七八九十]{1,3})(?:单元|门洞|门|梯|楼道)$/,
  bareGate: /^第?([0-9]{1,4})号?$/,
  room: /^([0-9A-Z][0-9A-Z-]{0,11}|(?:车位|车库|商铺|店铺)?[A-Z]?-?[0-9]{1,6})(?:室|房|户|号车位|号铺|号)?$/,
  anything: /^(?:车位|车库|商铺|店铺)/,
} as const;

const DIGITS = '零一二三四五六七八九';

/** `3`, `03`, `三`, `十二`, `二十` as a number; null when it is none. */
export function numberIn(text: string): number | null {
  if (/^[0-9]+$/.test(text)) return Number(text);
  if (!/^[一二三四五六七八九十]{1,3}$/.test(text)) return null;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const ten = tens === '' ? 1 : tens === '0' ? 0 : DIGITS.indexOf(tens!);
  return ten * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

/** What stands between names or phones in one cell. Spaces are looked at afterwards. */
export const BETWEEN = /[、,，;；/／\n\r|｜&＆]|\s*和\s*(?=\p{Script=Han}{2,4}$)/u;

/** Whether a text is written in Chinese characters throughout. */
export function isHan(text: string): boolean {
  return /^[\p{Script=Han}·]+$/u.test(text);
}
