import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { NoticeView } from '../contract.ts';
import css from './notices.module.css';

type Props = { readonly notice: NoticeView; readonly isLink?: boolean; readonly isWhole?: boolean };

/** A notice: what, where, from when to when, whom to call. */
export function NoticeCard({ notice, isLink = false, isWhole = false }: Props) {
  const { t, dates, locale, now } = usePage();
  const name = (names: { nameZh: string; nameEn: string }) => (locale === 'en' ? names.nameEn : names.nameZh);
  const isOn = notice.startsAt <= now && notice.endsAt > now;
  const isOver = notice.endsAt <= now || notice.state !== 'LIVE';
  const where =
    notice.buildings.length === 0
      ? t('notices.whole-estate', { estate: name(notice.estate) })
      : t('notices.buildings', {
          estate: name(notice.estate),
          numbers: notice.buildings.join(t('notices.comma')),
        });
  return (
    <Card tone={isOver ? 'ongoing' : 'due'}>
      <p className={css.chips}>
        <StateChip tone={isOver ? 'done' : isOn ? 'due' : 'ongoing'}>
          {t(isOver ? 'notices.over' : isOn ? 'notices.now' : 'notices.soon')}
        </StateChip>
        <StateChip tone="ongoing">{t(`notices.kind.${notice.kind}`)}</StateChip>
        {notice.emergency && <StateChip tone="late">{t('notices.emergency')}</StateChip>}
      </p>
      {!isWhole && (
        <h2 className={css.title} lang={languageOf(notice.title)}>
          {isLink ? <a href={`/notices/${notice.number}`}>{notice.title}</a> : notice.title}
        </h2>
      )}
      {isWhole && (
        <p className={css.body} lang={languageOf(notice.body)}>
          {notice.body}
        </p>
      )}
      <Facts
        facts={[
          [t('notices.where'), where],
          [t('notices.from'), dates.moment(notice.startsAt)],
          [t('notices.to'), dates.moment(notice.endsAt)],
          [t('notices.issuer'), notice.issuer && name(notice.issuer)],
          [t('notices.number'), isWhole ? notice.number : null],
          [t('notices.published'), isWhole ? dates.moment(notice.publishedAt) : null],
        ]}
      />
      <p>
        <PhoneLink name={t('notices.ask')} phone={notice.contactPhone} />
      </p>
    </Card>
  );
}
