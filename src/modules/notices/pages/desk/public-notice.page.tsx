import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, Notice, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from '../notices.module.css';
import { PublicNoticeCard } from '../public/public-notice-card.part.tsx';
import { ObjectionRegister } from './objection-register.part.tsx';
import { PaperSteps } from './paper-steps.part.tsx';
import type { loader } from './public-notice.page.server.ts';

export { action, loader } from './public-notice.page.server.ts';

/** One notice at the desk: what was objected and must be answered, where it hangs, when it could not be read. */
export default function DeskNoticePage() {
  const { t } = usePage();
  const { notice, done } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const { number } = notice;
  const isOut = notice.state !== 'SCHEDULED';
  return (
    <DeskPage>
      <PageHead title={notice.title} windowTitle={`${number} ${notice.title}`} lead={number} />
      {done && !again && <Notice>{t(`notices.desk.done.${done}`)}</Notice>}
      <ErrorSummary again={again} />
      {notice.supersededBy && (
        <p className={css.replaced} role="note">
          {t('notices.replaced-why', { reason: notice.supersededReason ?? '' })}{' '}
          <a href={`/desk/public-notices/${notice.supersededBy}`}>{notice.supersededBy}</a>
        </p>
      )}
      <Row>
        {isOut && <LinkButton to={`/notices/${number}`}>{t('notices.desk.public-page')}</LinkButton>}
        {isOut && (
          <LinkButton to={`/notices/${number}/print`}>{t('notices.public.print', { size: 'A4' })}</LinkButton>
        )}
        {isOut && (
          <LinkButton to={`/notices/${number}/print?size=A3`}>
            {t('notices.public.print', { size: 'A3' })}
          </LinkButton>
        )}
        {notice.mayReplace && (
          <LinkButton to={`/desk/public-notices/new?replace=${number}`}>{t('notices.replace')}</LinkButton>
        )}
      </Row>
      <div className={css.columns}>
        <div className={css.cards}>
          <PublicNoticeCard notice={notice} />
          {notice.takesObjections && isOut && <ObjectionRegister again={again} />}
        </div>
        <div className={css.cards}>{isOut && <PaperSteps again={again} />}</div>
      </div>
    </DeskPage>
  );
}
