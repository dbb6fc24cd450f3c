/** Languages, the first one first. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Sentences by flat key, as in a `words/<locale>.json`. */
export type Words = Readonly<Record<string, string>>;
export type Dictionaries = Readonly<Record<Locale, Words>>;

/** Values for the holes of a sentence. `n` also chooses the singular in English. */
export type Params = Readonly<Record<string, string | number>>;

/** The sentence of a key in the page's language. */
export type Translate = (key: string, params?: Params) => string;

export function isLocale(text: string | null | undefined): text is Locale {
  return LOCALES.includes(text as Locale);
}

/** What to do about a key that has no sentence: `throw` while developing, else tell and go on. */
export type MissingWords = 'throw' | ((key: string, locale: Locale) => void);

/**
 * Makes the translator of a language. `{name}` in a sentence is a hole for a param; with a param `n` of 1,
 * English takes `<key>_one` where there is one. A sentence that is missing in English is shown in Chinese.
 *
 * @param missing what to do about a missing key or hole.
 */
export function makeTranslate(
  locale: Locale,
  dictionaries: Dictionaries,
  missing: MissingWords = 'throw',
): Translate {
  const find = (words: Words, key: string) => (Object.hasOwn(words, key) ? words[key] : undefined);
  const own = dictionaries[locale];
  const complain = (what: string): void => {
    if (missing === 'throw') throw new Error(`No words in ${locale} for ${what}`);
    missing(what, locale);
  };
  return (key, params = {}) => {
    const one = locale === 'en' && params.n === 1 ? find(own, `${key}_one`) : undefined;
    let sentence = one ?? find(own, key);
    if (sentence === undefined) {
      complain(key);
      sentence = find(dictionaries['zh-CN'], key);
    }
    if (sentence === undefined) return key;
    return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = params[name];
      if (value !== undefined) return String(value);
      complain(`${hole} in ${key}`);
      return '';
    });
  };
}

/** Puts the words of several places together; a key may be said in one place only. */
export function mergeWords(places: readonly Words[]): Words {
  const all: Record<string, string> = {};
  for (const words of places) {
    for (const [key, sentence] of Object.entries(words)) {
      if (Object.hasOwn(all, key)) throw new Error(`Two places have words for ${key}`);
      all[key] = sentence;
    }
  }
  return all;
}
