import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader } from './notice.page.server.ts';
import { NoticeCard } from './notice-card.part.tsx';
import css from './notices.module.css';

export { loader } from './notice.page.server.ts';

/** One notice in full; an old one says which stands in its place, and why. */
export default function NoticePage() {
  const { t } = usePage();
  const { notice } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={notice.title} />
      {notice.supersededBy && (
        <p className={css.replaced} role="note">
          {t('notices.replaced-why', { reason: notice.supersededReason ?? '' })}{' '}
          <a href={`/notices/${notice.supersededBy}`}>{notice.supersededBy}</a>
        </p>
      )}
      <NoticeCard notice={notice} isWhole />
      <p className="screen-only">
        <a href="/notices">{t('notices.all')}</a>
      </p>
    </>
  );
}
