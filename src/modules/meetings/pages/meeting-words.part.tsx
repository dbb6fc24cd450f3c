import type { TwoNames } from '#modules/registry/contract.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { usePage } from '#web/page/use-page.tsx';
import type { BriefFact } from '../contract/meetings.ts';

type Named = { readonly body: TwoNames; readonly isAdHoc: boolean; readonly startsAt: Date | string };

/** What things of a meeting are called, in the reader's language. */
export function useMeetingWords() {
  const { t, locale, dates } = usePage();
  const nameOf = (names: TwoNames) => (locale === 'en' ? names.nameEn : names.nameZh);
  return {
    nameOf,
    /** 「4 月 16 日临时联席会议」 */
    titleOf: ({ body, isAdHoc, startsAt }: Named) => {
      const [, month = 0, day = 0] = dayOf(new Date(startsAt)).split('-').map(Number);
      return t(isAdHoc ? 'meetings.title-ad-hoc' : 'meetings.title', { month, day, body: nameOf(body) });
    },
    itemTitle: (item: { readonly isEarlier: boolean; readonly title: string }) =>
      item.isEarlier ? t('meetings.earlier.title') : item.title,
    factOf: ({ key, value }: BriefFact) =>
      t(`meetings.fact.${key}`, { value: /^\d{4}-\d\d-\d\d$/.test(value) ? dates.day(value) : value }),
  };
}
