import { addDays, dateKey } from '#kernel/work-calendar.ts';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { PublicNoticeView } from '../../contract/public.ts';
import css from '../notices.module.css';

type Names = { readonly nameZh: string; readonly nameEn: string };

/** The last day one may read of it or object: the period ends at midnight after it. */
export function lastDayOf({ endsAt }: Pick<PublicNoticeView, 'endsAt'>): string {
  return addDays(dateKey(endsAt), -1);
}

/** What a notice says of its place and its days, in words. */
export function useNoticeWords(notice: PublicNoticeView) {
  const { t, dates, locale } = usePage();
  const name = (names: Names) => (locale === 'en' ? names.nameEn : names.nameZh);
  const estates = notice.estates.map(name).join(t('notices.comma'));
  const numbers = notice.buildings.join(t('notices.comma'));
  const isPlain = notice.state === 'LIVE' && !notice.takesObjections;
  return {
    name,
    where: numbers
      ? t('notices.buildings', { estate: estates, numbers })
      : estates || t('notices.public.everywhere'),
    lastDay: dates.day(lastDayOf(notice)),
    state: t(isPlain ? 'notices.public.state-plain.LIVE' : `notices.public.state.${notice.state}`),
  };
}

/** A public notice: in a list with a link (`to`), or whole on its page. */
export function PublicNoticeCard({ notice, to }: { notice: PublicNoticeView; to?: string }) {
  const { t, dates } = usePage();
  const { name, where, lastDay, state } = useNoticeWords(notice);
  const isOpen = notice.state === 'LIVE' || notice.state === 'OBJECTIONS_HANDLING';
  return (
    <Card tone={notice.emergency && isOpen ? 'late' : isOpen ? 'due' : 'ongoing'}>
      <p className={css.chips}>
        <StateChip tone={isOpen ? 'due' : notice.state === 'SCHEDULED' ? 'ongoing' : 'done'}>
          {state}
        </StateChip>
        <StateChip tone="ongoing">{t(`notices.public.kind.${notice.kind}`)}</StateChip>
        {notice.emergency && <StateChip tone="late">{t('notices.emergency')}</StateChip>}
      </p>
      {to ? (
        <h2 className={css.title} lang={languageOf(notice.title)}>
          <a href={to}>{notice.title}</a>
        </h2>
      ) : (
        <p className={css.body} lang={languageOf(notice.body)}>
          {notice.body}
        </p>
      )}
      <Facts
        facts={[
          [t('notices.where'), where],
          [t('notices.from'), to ? null : dates.moment(notice.startsAt)],
          [
            t(notice.takesObjections ? 'notices.public.until' : 'notices.public.shown-until'),
            t('notices.public.until-midnight', { day: lastDay }),
          ],
          [t('notices.issuer'), notice.issuer && name(notice.issuer)],
          [t('notices.public.basis'), to ? null : notice.basis],
          [t('notices.number'), to ? null : notice.number],
        ]}
      />
      {!to && (
        <p>
          <PhoneLink name={t('notices.ask')} phone={notice.contactPhone} />
        </p>
      )}
    </Card>
  );
}
