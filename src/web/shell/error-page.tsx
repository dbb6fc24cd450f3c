import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';

const KNOWN = [400, 403, 404, 413, 429];

/** What happened, what was kept and what to do, for a status. */
export function ErrorPage({ status }: { status: number }) {
  const { t, requestId, session, here } = usePage();
  const kind = KNOWN.includes(status) ? status : 500;
  return (
    <>
      <PageHead title={t(`error.${kind}.title`)} />
      <p>{t(`error.${kind}.text`)}</p>
      <p>
        <LinkButton to="/" kind="primary">
          {t('error.home')}
        </LinkButton>{' '}
        {kind === 403 && !session && (
          <LinkButton to={`/login?back=${encodeURIComponent(here)}`}>{t('error.sign-in')}</LinkButton>
        )}
      </p>
      <p className="quiet num">{t('error.request-id', { id: requestId })}</p>
    </>
  );
}
