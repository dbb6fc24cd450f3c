import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import css from './home.module.css';
import type { loader } from './home.page.server.ts';

type Open = Awaited<ReturnType<typeof loader>>['hearings'];

/** What residents are asked about now: until when one may sign up, and when it is. */
export function Hearings({ hearings }: { hearings: Open }) {
  const { t, dates, locale } = usePage();
  if (hearings.length === 0) return null;
  return (
    <Section title={t('home.hearings')} more={<a href="/hearings">{t('home.all')}</a>}>
      {hearings.map(({ id, title, estate, recruitsUntil, startsAt }) => (
        <Card key={id} tone="ongoing">
          <p>
            <StateChip tone="ongoing">{t('home.hearing-open', { day: dates.day(recruitsUntil) })}</StateChip>
          </p>
          <h3>
            <a href={`/hearings/${id}`} className={css.notice} lang={languageOf(title)}>
              {title}
            </a>
          </h3>
          <p className="quiet">
            {[estate && (locale === 'en' ? estate.nameEn : estate.nameZh), dates.moment(startsAt)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </Card>
      ))}
    </Section>
  );
}
