import { useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { DeskPage, EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { DeskNotice } from '../../queries/public/desk-notices.ts';
import css from '../notices.module.css';
import { useNoticeWords } from '../public/public-notice-card.part.tsx';
import type { loader } from './public-notices.page.server.ts';

export { loader } from './public-notices.page.server.ts';

/** What is out or about to be, objections to answer first; and what is over. */
export default function DeskNoticesPage() {
  const { t, dates } = usePage();
  const { open, over } = useLoaderData<typeof loader>();
  return (
    <DeskPage>
      <PageHead title={t('notices.public.title')} lead={t('notices.desk.lead')} />
      <Row>
        <LinkButton to="/desk/public-notices/new" kind="primary">
          {t('notices.desk.write')}
        </LinkButton>
        <LinkButton to="/desk/redaction">{t('notices.desk.gate')}</LinkButton>
      </Row>
      {open.length === 0 && (
        <EmptyState title={t('notices.public.none')}>
          <p>{t('notices.desk.none-how')}</p>
        </EmptyState>
      )}
      <div className={css.deskCards}>
        {open.map((notice) => (
          <DeskCard key={notice.id} notice={notice} />
        ))}
      </div>
      {over.length > 0 && (
        <Section
          title={t('notices.public.archive')}
          more={<a href="/notices">{t('notices.public.see-all')}</a>}
        >
          <ul className={css.past}>
            {over.map((notice) => (
              <li key={notice.id}>
                <a href={`/desk/public-notices/${notice.number}`} lang={languageOf(notice.title)}>
                  {notice.title}
                </a>
                <span className="quiet">
                  {[
                    notice.number,
                    dates.day(notice.startsAt),
                    t(`notices.public.state.${notice.state}`),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </DeskPage>
  );
}

function DeskCard({ notice }: { notice: DeskNotice }) {
  const { t, dates } = usePage();
  const { name, where, lastDay, state } = useNoticeWords(notice);
  const { waiting, dueAt, isLate } = notice;
  const until = t(notice.takesObjections ? 'notices.desk.objections-until' : 'notices.desk.shown-until', {
    day: lastDay,
  });
  const when =
    notice.state === 'SCHEDULED' ? t('notices.desk.starts', { at: dates.moment(notice.startsAt) }) : until;
  return (
    <Card tone={waiting > 0 ? (isLate ? 'late' : 'due') : 'ongoing'}>
      <p className={css.chips}>
        {waiting > 0 && (
          <StateChip tone={isLate ? 'late' : 'due'}>
            {dueAt
              ? t('notices.desk.answer-by', { n: waiting, at: dates.moment(dueAt) })
              : t('notices.desk.to-answer', { n: waiting })}
          </StateChip>
        )}
        <StateChip tone="ongoing">{state}</StateChip>
        {notice.emergency && <StateChip tone="late">{t('notices.emergency')}</StateChip>}
      </p>
      <h2 className={css.title} lang={languageOf(notice.title)}>
        <a href={`/desk/public-notices/${notice.number}`}>{notice.title}</a>
      </h2>
      <p className="quiet">
        {[notice.number, t(`notices.public.kind.${notice.kind}`), where].join(' · ')}
        <br />
        {[when, notice.issuer && name(notice.issuer)].filter(Boolean).join(' · ')}
      </p>
    </Card>
  );
}
