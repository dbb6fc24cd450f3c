import type { NoticeView } from '#modules/notices/contract.ts';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import css from './home.module.css';

/** What is being done in the neighborhood now or soon: in a line when, and what it means for whom. */
export function Happening({ notices }: { notices: readonly NoticeView[] }) {
  const { t } = usePage();
  if (notices.length === 0) return null;
  return (
    <Section title={t('home.notices')} more={<a href="/notices">{t('home.all')}</a>}>
      {notices.map((notice) => (
        <Brief key={notice.id} notice={notice} />
      ))}
    </Section>
  );
}

function Brief({ notice }: { notice: NoticeView }) {
  const { t, locale, dates, now } = usePage();
  const { startsAt, endsAt, estate } = notice;
  const isOn = startsAt <= now;
  const kind = t(`notices.kind.${notice.kind}`);
  const when = isOn
    ? t('home.notice-on', { kind, end: dates.moment(endsAt) })
    : t('home.notice-soon', { kind, start: dates.moment(startsAt) });
  const name = locale === 'en' ? estate.nameEn : estate.nameZh;
  const where =
    notice.buildings.length === 0
      ? t('notices.whole-estate', { estate: name })
      : t('notices.buildings', { estate: name, numbers: notice.buildings.join(t('notices.comma')) });
  return (
    <Card tone="due">
      <p>
        <StateChip tone={isOn ? 'due' : 'ongoing'}>{when}</StateChip>
      </p>
      <h3>
        <a href={`/notices/${notice.number}`} className={css.notice} lang={languageOf(notice.title)}>
          {notice.title}
        </a>
      </h3>
      <p className="quiet">{where}</p>
    </Card>
  );
}
