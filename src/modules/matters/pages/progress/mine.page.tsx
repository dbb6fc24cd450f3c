import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { OwnMatter } from '../../queries/resident/own-matters.ts';
import css from './mine.module.css';
import type { loader } from './mine.page.server.ts';
import { NextSentence, StatusChip } from './progress-words.part.tsx';

export { loader } from './mine.page.server.ts';

/** One's own matters; those that wait for an answer stand first. */
export default function MinePage() {
  const { t } = usePage();
  const { mine, byPhone } = useLoaderData<typeof loader>();
  const waiting = mine.filter((one) => one.waitsForMe);
  const others = mine.filter((one) => !one.waitsForMe);
  return (
    <>
      <PageHead title={t('resident.mine.title')} />
      {mine.length === 0 && (
        <EmptyState title={t('resident.mine.empty')}>
          <p>{t('resident.mine.empty-how')}</p>
          <LinkButton kind="primary" to="/report">
            {t('resident.report.title')}
          </LinkButton>
        </EmptyState>
      )}
      {waiting.length > 0 && (
        <Section title={t('resident.mine.waiting')}>
          <Matters matters={waiting} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t(waiting.length > 0 ? 'resident.mine.others' : 'resident.mine.all')}>
          <Matters matters={others} />
        </Section>
      )}
      {byPhone.length > 0 && <ByPhone rows={byPhone} />}
      {mine.length > 0 && <LinkButton to="/report">{t('resident.sent.another')}</LinkButton>}
    </>
  );
}

function Matters({ matters }: { matters: readonly OwnMatter[] }) {
  const { t, dates } = usePage();
  return (
    <CardList>
      {matters.map((one) => (
        <li key={one.code} className={css.matter}>
          <a href={`/m/${one.code}`} className={css.title}>
            {one.title}
          </a>
          <StatusChip status={one.status} late={one.next.late} waitsForMe={one.waitsForMe} />
          <p className={css.next}>
            <NextSentence next={one.next} />
          </p>
          <p className="quiet num">
            {t('resident.mine.line', { code: one.code, day: dates.day(one.submittedAt) })}
          </p>
        </li>
      ))}
    </CardList>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function ByPhone({ rows }: { rows: Loaded['byPhone'] }) {
  const { t, dates } = usePage();
  return (
    <Section title={t('resident.mine.by-phone')}>
      <p className="quiet">{t('resident.mine.by-phone-how')}</p>
      <CardList>
        {rows.map((row) => (
          <li key={row.code} className={css.matter}>
            <a href={`/lookup?code=${row.code}`} className={css.title}>
              {t(`category.${row.category}`)}
            </a>
            <p className="quiet num">
              {t('resident.mine.line', { code: row.code, day: dates.day(row.submittedAt) })}
            </p>
          </li>
        ))}
      </CardList>
    </Section>
  );
}
