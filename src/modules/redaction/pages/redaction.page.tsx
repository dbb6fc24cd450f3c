import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { PieceState } from '../contract.ts';
import css from './redaction.module.css';
import type { loader } from './redaction.page.server.ts';

export { loader } from './redaction.page.server.ts';

type Line = Awaited<ReturnType<typeof loader>>['pieces']['waiting'][number];

const TONES: Readonly<Record<PieceState, Tone>> = {
  DRAFT: 'ongoing',
  CHECKED: 'due',
  SENT_BACK: 'late',
  APPROVED: 'ongoing',
  PUBLISHED: 'done',
  SUPERSEDED: 'done',
};

/** What waits for my look, what I wrote, what went out last. */
export default function RedactionPage() {
  const { t } = usePage();
  const { pieces } = useLoaderData<typeof loader>();
  return (
    <div className={css.desk}>
      <PageHead title={t('redaction.title')} lead={t('redaction.lead')} />
      <Section title={t('redaction.waiting')}>
        {pieces.waiting.length === 0 ? (
          <EmptyState title={t('redaction.none-waiting')}>
            <p className="quiet">{t('redaction.none-waiting-how')}</p>
          </EmptyState>
        ) : (
          <Lines lines={pieces.waiting} label={t('redaction.waiting')} />
        )}
      </Section>
      {pieces.own.length > 0 && (
        <Section title={t('redaction.own')}>
          <Lines lines={pieces.own} label={t('redaction.own')} />
        </Section>
      )}
      {pieces.published.length > 0 && (
        <Section title={t('redaction.published')}>
          <Lines lines={pieces.published} label={t('redaction.published')} />
        </Section>
      )}
    </div>
  );
}

function Lines({ lines, label }: { lines: readonly Line[]; label: string }) {
  const { t, dates, now, locale } = usePage();
  return (
    <CardList label={label}>
      {lines.map((line) => (
        <li key={line.id} className={css.line}>
          <span className={css.chips}>
            <StateChip tone={TONES[line.state]}>{t(`redaction.state.${line.state}`)}</StateChip>
            {line.reviewDueAt && (
              <StateChip tone={line.reviewDueAt < now ? 'late' : 'due'}>
                {t('redaction.review-due', { when: dates.moment(line.reviewDueAt) })}
              </StateChip>
            )}
            {line.emergency && <StateChip tone="late">{t('redaction.emergency')}</StateChip>}
          </span>
          <a href={`/desk/redaction/${line.id}`}>
            <strong>{t(`redaction.subject.${line.subjectKind}`)}</strong>
            {line.about
              ? ` · ${locale === 'en' ? line.about.nameEn : line.about.nameZh}`
              : line.words && ` · ${line.words}`}
          </a>
          <span className="quiet">
            {line.author}
            {line.post && ` · ${locale === 'en' ? line.post.nameEn : line.post.nameZh}`} ·{' '}
            {dates.moment(line.publishedAt ?? line.openedAt)}
          </span>
        </li>
      ))}
    </CardList>
  );
}
