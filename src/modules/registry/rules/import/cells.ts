/** Single cells as people type them: folded, and read as a number, an area, names, phones. */
import { normalisePhone } from '#kernel/contact.ts';
import { AREA_UNIT, BETWEEN, isHan, NOTHING, REPRESENTATIVE } from './sheet-words.ts';

/** Full-width letters and digits made plain, spaces at the ends gone, `="0502"` unwrapped. */
export function folded(text: string): string {
  const plain = text.normalize('NFKC').trim();
  return /^="(.*)"$/s.exec(plain)?.[1]?.trim() ?? plain;
}

/** Whether a cell says that there is nothing: empty, `无`, `/`, `-`. */
export function saysNothing(text: string): boolean {
  const plain = folded(text);
  return plain === '' || NOTHING.test(plain);
}

/** By what two spellings of a name are the same: folded, without spaces, in small letters. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/**
 * An area in 0.01 m² from `88.4`, `88.40平方米`, `１，２３４．５㎡`; a third decimal is rounded.
 *
 * @returns null when it is no area above zero.
 */
export function areaIn(text: string): number | null {
  const plain = folded(text)
    .replace(/\s/g, '')
    .replace(AREA_UNIT, '')
    .replace(/,(?=\d{3}(\D|$))/g, '');
  const found = /^(\d{1,7})(?:\.(\d{1,10}))?$/.exec(plain);
  if (!found) return null;
  const decimals = (found[2] ?? '').padEnd(3, '0');
  const thousandths = Number(found[1]) * 1000 + Number(decimals.slice(0, 3));
  const area = Math.floor((thousandths + 5) / 10);
  return area > 0 ? area : null;
}

export type NamedPerson = { readonly name: string; readonly speaks: boolean };

/** The names in a cell, each once, in order: `张三、李四`, `王 芳 李四`, `John Smith; Li Si`. */
export function namesIn(text: string): NamedPerson[] {
  const names: NamedPerson[] = [];
  const seen = new Set<string>();
  for (const part of text.split(BETWEEN).flatMap(spacedNames)) {
    const speaks = REPRESENTATIVE.test(part);
    const name = part.replace(REPRESENTATIVE, '').trim();
    if (saysNothing(name) || seen.has(nameKey(name))) continue;
    seen.add(nameKey(name));
    names.push({ name, speaks });
  }
  return names;
}

/**
 * Names with spaces between them. A space inside a name of two characters (`王 芳`) only lines the column
 * up, so single characters belong together; a name in letters keeps its spaces.
 */
function spacedNames(text: string): string[] {
  const words = text.trim().split(/\s+/).filter(Boolean);
  if (words.length < 2 || !words.every(isHan)) return words.length === 0 ? [] : [words.join(' ')];
  const names: string[] = [];
  let single = false;
  for (const word of words) {
    const isSingle = [...word].length === 1;
    if (isSingle && names.length > 0 && (single || names.length === 1)) names.push(names.pop() + word);
    else names.push(word);
    single = isSingle && !single;
  }
  return names;
}

/** Phones in a cell in order; `wrong` is what looks like one and is none. */
export function phonesIn(text: string): {
  readonly phones: readonly string[];
  readonly wrong: readonly string[];
} {
  const phones: string[] = [];
  const wrong: string[] = [];
  for (const part of text.split(BETWEEN).flatMap(spacedPhones)) {
    if (saysNothing(part)) continue;
    const phone = normalisePhone(folded(part).replace(/\.0+$/, ''));
    if (phone) phones.push(phone);
    else wrong.push(part.trim());
  }
  return { phones, wrong };
}

/** Spaces stand between phones (`138… 139…`) or inside one (`138 0000 1234`): it is one when the whole is one. */
function spacedPhones(text: string): string[] {
  return normalisePhone(folded(text)) ? [text] : text.trim().split(/\s+/);
}
