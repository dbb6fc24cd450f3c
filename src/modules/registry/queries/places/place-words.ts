import { type Place, placeText } from '../../contract.ts';
import en from '../../words/en.json' with { type: 'json' };
import zh from '../../words/zh-CN.json' with { type: 'json' };

type Words = Readonly<Record<string, string>>;

function filler(words: Words) {
  return (key: string, params: Readonly<Record<string, string | number>> = {}) =>
    (words[key] ?? '').replace(/\{(\w+)\}/g, (_hole, name: string) => String(params[name] ?? ''));
}

/** A place in full and in both languages, with its codes: what a search may find it by. */
export function placeSearchText(place: Place): string {
  const both = [
    placeText(place, { locale: 'zh-CN', t: filler(zh) }),
    placeText(place, { locale: 'en', t: filler(en) }),
  ];
  const codes = [place.stairwell?.code, place.unit?.code, place.commonPart?.code];
  return [...both, ...codes].filter(Boolean).join(' ');
}
