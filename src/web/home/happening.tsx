import { addDays, dateKey } from '#kernel/work-calendar.ts';
import type { PublicNoticeView } from '#modules/notices/contract/public.ts';
import type { NoticeView } from '#modules/notices/contract.ts';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import css from './home.module.css';

type Props = {
  readonly notices: readonly NoticeView[];
  readonly published: readonly PublicNoticeView[];
};

/** What is announced, and what is being done in the neighborhood now or soon: in a line until when, and for whom. */
export function Happening({ notices, published }: Props) {
  const { t } = usePage();
  if (notices.length + published.length === 0) return null;
  return (
    <Section title={t('home.notices')} more={<a href="/notices">{t('home.all')}</a>}>
      {published.map((notice) => (
        <Published key={notice.id} notice={notice} />
      ))}
      {notices.map((notice) => (
        <Brief key={notice.id} notice={notice} />
      ))}
    </Section>
  );
}

function Published({ notice }: { notice: PublicNoticeView }) {
  const { t, locale, dates } = usePage();
  const { emergency, endsAt, estates } = notice;
  // The period ends at midnight after its last day.
  const day = dates.day(addDays(dateKey(endsAt), -1));
  const until = t(notice.takesObjections ? 'home.object-until' : 'home.shown-until', { day });
  const where = estates.map((one) => (locale === 'en' ? one.nameEn : one.nameZh)).join(t('notices.comma'));
  return (
    <Card tone={emergency ? 'late' : 'due'}>
      <p>
        <StateChip tone={emergency ? 'late' : 'due'}>{emergency ? t('notices.emergency') : until}</StateChip>
      </p>
      <h3>
        <a href={`/notices/${notice.number}`} className={css.notice} lang={languageOf(notice.title)}>
          {notice.title}
        </a>
      </h3>
      <p className="quiet">
        {[t(`notices.public.kind.${notice.kind}`), where || t('notices.public.everywhere')].join(' · ')}
      </p>
    </Card>
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
