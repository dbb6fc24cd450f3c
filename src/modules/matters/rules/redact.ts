/** Finds what must not stand on a public page: phones, identity and card numbers, plates, rooms, WeChat ids. Pure. */

export type PersonalKind = 'PHONE' | 'IDENTITY' | 'BANK_CARD' | 'PLATE' | 'ROOM' | 'WECHAT';
export type Span = { readonly kind: PersonalKind; readonly from: number; readonly to: number };

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';

/** In the order of their certainty: a longer number is not looked at again for a shorter one inside it. */
const DETECTORS: readonly { readonly kind: PersonalKind; readonly pattern: RegExp }[] = [
  {
    kind: 'IDENTITY',
    pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/g,
  },
  { kind: 'BANK_CARD', pattern: /(?<!\d)(?:\d{4}[ -]?){3,4}\d{1,7}(?!\d)/g },
  { kind: 'PHONE', pattern: /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g },
  { kind: 'PHONE', pattern: /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g },
  { kind: 'PHONE', pattern: /(?<!\d)[2-8]\d{3}[ -]?\d{4}(?!\d)/g },
  { kind: 'PLATE', pattern: new RegExp(`[${PROVINCES}][A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}`, 'gi') },
  { kind: 'ROOM', pattern: /\d{3,4}\s*[室房]/g },
  { kind: 'ROOM', pattern: /(?<=[号栋幢楼弄门]\s?)\d{3,4}(?![\d号栋幢楼弄年元个])/g },
  { kind: 'ROOM', pattern: /\b(?:room|flat|apartment|apt|unit)\.?\s*\d{2,4}\b/gi },
  { kind: 'ROOM', pattern: /\b[A-Z]{2}-B\d{2}-S\d{2}-\d{4}\b/g },
  { kind: 'WECHAT', pattern: /(?:微信号?|wechat|vx|wx)[\s:：是]*[a-zA-Z][-_a-zA-Z0-9]{5,19}/gi },
];

/** Amounts and dates look like numbers of people and are none. */
function isHarmless(text: string, span: Span): boolean {
  const next = text.slice(span.to, span.to + 1);
  return span.kind === 'PHONE' && /[元年户个平米]/.test(next);
}

/** Spans of personal data in a text, in order, none inside another. */
export function findPersonalData(text: string): Span[] {
  const plain = text.normalize('NFKC').length === text.length ? text.normalize('NFKC') : text;
  const spans: Span[] = [];
  for (const { kind, pattern } of DETECTORS) {
    for (const match of plain.matchAll(pattern)) {
      const span = { kind, from: match.index, to: match.index + match[0].length };
      const taken = spans.some((s) => span.from < s.to && s.from < span.to);
      if (!taken && !isHarmless(plain, span)) spans.push(span);
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
