import type { TwoNames } from '#modules/registry/contract.ts';
import { usePage } from '#web/page/use-page.tsx';

/** Gives a thing's name in the language of the page; empty for nothing. */
export function useNamed(): (names: TwoNames | null) => string {
  const { locale } = usePage();
  return (names) => (names === null ? '' : locale === 'en' ? names.nameEn : names.nameZh);
}
