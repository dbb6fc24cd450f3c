import { useActionData, useLoaderData } from 'react-router';
import type { PieceFact } from '#kernel/approved-piece.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { Facts, Notice } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import { fieldWords } from './field-words.part.tsx';
import { Findings } from './findings.part.tsx';
import { MarkedText } from './marked-text.part.tsx';
import { PictureCard } from './picture-card.part.tsx';
import type { loader } from './piece.page.server.ts';
import css from './redaction.module.css';
import { Steps } from './steps.part.tsx';

export { action, loader } from './piece.page.server.ts';

/** What is to be published, with what looks like personal data marked in it, and what can be done now. */
export default function PiecePage() {
  const { t } = usePage();
  const { piece, isDone } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <div className={css.desk}>
      <PageHead
        title={t(`redaction.subject.${piece.subjectKind}`)}
        lead={piece.findings.length > 0 && t('redaction.piece-lead')}
      >
        <StateChip
          tone={piece.state === 'PUBLISHED' ? 'done' : piece.state === 'SENT_BACK' ? 'late' : 'ongoing'}
        >
          {t(`redaction.state.${piece.state}`)}
        </StateChip>
        {piece.emergency && <StateChip tone="late">{t('redaction.emergency')}</StateChip>}
      </PageHead>
      {isDone && !again && <Notice>{t(`redaction.now.${piece.state}`)}</Notice>}
      <ErrorSummary again={again} />
      <div className={css.columns}>
        <div className={css.cards}>
          {piece.content.texts.length > 0 && <Seen />}
          {piece.pictures.map((picture, i) => (
            <PictureCard key={picture.fileId} picture={picture} n={i + 1} />
          ))}
          <Around />
        </div>
        <div className={css.cards}>
          <Steps again={again} />
          {piece.findings.length > 0 && <Findings again={again} />}
        </div>
      </div>
    </div>
  );
}

function Seen() {
  const { t } = usePage();
  const { piece } = useLoaderData<typeof loader>();
  return (
    <Card title={t('redaction.everybody-sees')}>
      {piece.content.texts.map(({ field, text }) => (
        <div key={field}>
          <p className="quiet">{fieldWords(t, field)}</p>
          <MarkedText text={text} findings={piece.findings.filter((one) => one.field === field)} />
        </div>
      ))}
    </Card>
  );
}

/** Facts beside the words, and who had which part in it. */
function Around() {
  const { t, dates, locale } = usePage();
  const { piece } = useLoaderData<typeof loader>();
  const told = (fact: PieceFact) => {
    if ('at' in fact) return dates.moment(new Date(fact.at));
    if ('words' in fact) return t(fact.words);
    return locale === 'en' ? fact.en : fact.zh;
  };
  const org = piece.org && (locale === 'en' ? piece.org.nameEn : piece.org.nameZh);
  return (
    <Card title={t('redaction.about')}>
      <Facts
        facts={[
          ...piece.content.facts.map((fact) => [t(`redaction.fact.${fact.key}`), told(fact)] as const),
          [t('redaction.fact.org'), org],
          [t('redaction.fact.authors'), piece.authors.join(t('redaction.comma'))],
          [t('redaction.fact.second'), piece.second],
          [t('redaction.fact.published'), piece.publishedAt && dates.moment(piece.publishedAt)],
          [t('redaction.fact.review'), piece.reviewDueAt && dates.moment(piece.reviewDueAt)],
        ]}
      />
    </Card>
  );
}
