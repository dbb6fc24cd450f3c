import type { Dictionaries, Words } from '#platform/i18n/translate.ts';
import { mergeWords } from '#platform/i18n/translate.ts';

type Found = Readonly<Record<string, Words>>;
const zh: Found = import.meta.glob(
  [
    '../modules/*/words/{zh-CN,*.zh-CN}.json',
    './words/{zh-CN,*.zh-CN}.json',
    '../platform/*/words/zh-CN.json',
  ],
  {
    eager: true,
    import: 'default',
  },
);
const en: Found = import.meta.glob(
  ['../modules/*/words/{en,*.en}.json', './words/{en,*.en}.json', '../platform/*/words/en.json'],
  {
    eager: true,
    import: 'default',
  },
);

/** The words of the web and of every module, by language. */
export const DICTIONARIES: Dictionaries = {
  'zh-CN': mergeWords(Object.values(zh)),
  en: mergeWords(Object.values(en)),
};
