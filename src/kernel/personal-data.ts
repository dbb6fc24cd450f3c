/** Finds what must not stand on a public page: phones, identity and card numbers, plates, rooms, WeChat ids. Pure. */

/** `NAME` is found by asking the register (module redaction); everything else by how it is written. */
export type PersonalKind = 'PHONE' | 'IDENTITY' | 'BANK_CARD' | 'PLATE' | 'ROOM' | 'WECHAT' | 'NAME';
export type Span = { readonly kind: PersonalKind; readonly from: number; readonly to: number };

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';
/** A flat's number as houses here have them: floor and two digits, 101 … 3304. */
const FLAT = '[1-9]\\d?0[1-9]';

/** In the order of their certainty: a longer number is not looked at again for a shorter one inside it. */
const DETECTORS: readonly { readonly kind: PersonalKind; readonly pattern: RegExp }[] = [
  {
    kind: 'IDENTITY',
    pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/g,
  },
  { kind: 'PHONE', pattern: /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g },
  { kind: 'BANK_CARD', pattern: /(?<!\d)(?:\d{4}[ -]?){3,4}\d{1,7}(?!\d)/g },
  { kind: 'PHONE', pattern: /(?<!\d)\(?0\d{2,3}\)?[ -]?\d{7,8}(?!\d)/g },
  // A land line without its area code; "ZJ-2604-0031" is a matter's code and "2025-2026" two years.
  {
    kind: 'PHONE',
    pattern: /(?<!\d|[A-Za-z]-)(?!(?:19|20)\d\d[ -]?(?:19|20)\d\d)[2-8]\d{3}[ -]?\d{4}(?!\d)/g,
  },
  {
    kind: 'PLATE',
    pattern: new RegExp(
      `[${PROVINCES}][A-HJ-NP-Z][·•. -]?(?=[A-HJ-NP-Z0-9]*\\d)(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[警学挂港澳])`,
      'gi',
    ),
  },
  // Digits kept apart by spaces, dots or signs: somebody wanted them not to be found.
  {
    kind: 'PHONE',
    pattern: /(?<!\d[ ._*·-]{0,2})1[ ._*·-]{0,2}[3-9](?:[ ._*·-]{0,2}\d){9}(?![ ._*·-]{0,2}\d)/g,
  },
  {
    kind: 'IDENTITY',
    pattern:
      /(?<!\d[ ._*·-]{0,2})[1-9](?:[ ._*·-]{0,2}\d){5}(?:[ ._*·-]{0,2}(?:1[ ._*·-]{0,2}9|2[ ._*·-]{0,2}0))(?:[ ._*·-]{0,2}\d){9}[ ._*·-]{0,2}[\dXx](?![ ._*·-]{0,2}\d)/g,
  },
  { kind: 'ROOM', pattern: /\d{3,4}\s*[室房]/g },
  { kind: 'ROOM', pattern: /[一二三四五六七八九十〇零○]{3,4}室/g },
  { kind: 'ROOM', pattern: /(?<=(?:[号栋幢楼弄门#]|单元)\s?)\d{3,4}(?![\d号栋幢楼弄年元个户人])/g },
  {
    kind: 'ROOM',
    pattern:
      /(?<=[号栋幢弄门]楼?|单元)[一二三四五六七八九十〇零○]{3,4}(?![一二三四五六七八九十〇零○百号栋幢楼弄层年元个户人月日])/g,
  },
  { kind: 'ROOM', pattern: new RegExp(`(?<![\\d-])\\d{1,3}-(?:\\d{1,2}-)?${FLAT}(?![\\d-])`, 'g') },
  {
    kind: 'ROOM',
    pattern: new RegExp(
      `(?<![\\d.-])${FLAT}(?=漏|渗|家(?:里|中|的|漏)|住户|业主|租户|邻居|的?[一-龥]?(?:阿姨|先生|女士|小姐|叔叔|爷爷|奶奶))`,
      'g',
    ),
  },
  { kind: 'ROOM', pattern: new RegExp(`(?<=漏到|渗到|楼上|楼下|隔壁|对门|住在?)${FLAT}(?!\\d)`, 'g') },
  { kind: 'ROOM', pattern: /\b(?:room|flat|apartment|apt|unit)\.?\s*(?:no\.?\s*)?\d{2,4}\b/gi },
  { kind: 'ROOM', pattern: /\b[A-Z]{2,4}-B\d{2,3}-(?:B\d{2,3})?S\d{2,3}-\d{4}\b/gi },
  {
    kind: 'WECHAT',
    pattern:
      /(?:[微薇威徽]信号?|(?<![a-z])v信号?|(?<![a-z])(?:vx|wx)|加\s?v(?=[\s:]))[\s:是]*[a-z][-_a-z0-9]{5,19}/gi,
  },
  { kind: 'WECHAT', pattern: /\bwechat(?:\s*id)?\s*(?::|\bis\b)\s*[a-z][-_a-z0-9]{5,19}/gi },
  { kind: 'WECHAT', pattern: /\bwechat(?:\s*id)?\s+(?=[-_a-z]*\d|[a-z]+_)[a-z][-_a-z0-9]{5,19}/gi },
];

/** Amounts and dates look like numbers of people and are none. */
function isHarmless(text: string, span: Span): boolean {
  const next = text.slice(span.to, span.to + 1);
  return span.kind === 'PHONE' && /[元年户个平米]/.test(next);
}

/** The text with full-width letters, digits and signs made plain, each in its place, so that spans still fit. */
function narrow(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[　\u00a0\u2000-\u200d\u202f\u2060\ufeff]/g, ' ')
    .replace(/[‐-―−]/g, '-');
}

const CHINESE_DIGITS = '零一二三四五六七八九〇○幺壹贰叁肆伍陆柒捌玖两oOlI';
const THEIR_VALUES = '01234567890011234567892' + '0011';
/** Eleven digits and more, some of them written as words or as letters that look like digits. */
const MIXED_RUN =
  /[\d零一二三四五六七八九〇○幺壹贰叁肆伍陆柒捌玖两oOlI](?:[ ._*·-]{0,2}[\d零一二三四五六七八九〇○幺壹贰叁肆伍陆柒捌玖两oOlI]){10,}/g;

/** The text with long numbers in words made digits, each in its place: 一三八 for 138, l38OO for 13800. */
function digitised(plain: string): string {
  const uncircled = plain.replace(/[①-⑨]/g, (c) => String(c.charCodeAt(0) - 0x245f));
  return uncircled.replace(MIXED_RUN, (run) =>
    [...run].map((c) => THEIR_VALUES[CHINESE_DIGITS.indexOf(c)] ?? c).join(''),
  );
}

/** Spans of personal data in a text, in order, none inside another. */
export function findPersonalData(text: string): Span[] {
  const plain = narrow(text);
  const spans: Span[] = [];
  // As it is written first: a word that means a digit must not make a number longer than it is.
  for (const read of [plain, digitised(plain)]) {
    for (const { kind, pattern } of DETECTORS) {
      for (const match of read.matchAll(pattern)) {
        const span = { kind, from: match.index, to: match.index + match[0].length };
        const taken = spans.some((s) => span.from < s.to && s.from < span.to);
        if (!taken && !isHarmless(plain, span)) spans.push(span);
      }
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

/** The text with every finding replaced by `***`. */
export function redact(text: string): string {
  let out = '';
  let at = 0;
  for (const span of findPersonalData(text)) {
    out += `${text.slice(at, span.from)}***`;
    at = span.to;
  }
  return out + text.slice(at);
}
