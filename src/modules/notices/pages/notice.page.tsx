import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { NoticeView } from '../contract.ts';
import type { loader } from './notice.page.server.ts';
import { NoticeCard } from './notice-card.part.tsx';
import css from './notices.module.css';
import { ObjectForm, Objections } from './public/objections.part.tsx';
import { Paper, Seal } from './public/paper.part.tsx';
import { PublicNoticeCard } from './public/public-notice-card.part.tsx';

export { action, loader } from './notice.page.server.ts';

/** One notice in full; an old one says which stands in its place, and why. */
export default function NoticePage() {
  const { t } = usePage();
  const { works, published } = useLoaderData<typeof loader>();
  return (
    <>
      {works && <WorksNotice notice={works} />}
      {published && <PublicNotice />}
      <p className="screen-only">
        <a href="/notices">{t('notices.public.see-all')}</a>
      </p>
    </>
  );
}

function WorksNotice({ notice }: { notice: NoticeView }) {
  return (
    <>
      <PageHead title={notice.title} />
      <Replaced by={notice.supersededBy} reason={notice.supersededReason} />
      <NoticeCard notice={notice} isWhole />
    </>
  );
}

function PublicNotice() {
  const { t } = usePage();
  const { published: notice, done, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  if (!notice) return null;
  return (
    <>
      <PageHead title={notice.title} windowTitle={`${notice.title} ${notice.number}`} />
      {done && !again && <Notice>{t('notices.public.objected')}</Notice>}
      <Replaced by={notice.supersededBy} reason={notice.supersededReason} />
      {notice.supersedes && (
        <p className="quiet">
          {t('notices.public.instead-of')} <a href={`/notices/${notice.supersedes}`}>{notice.supersedes}</a>
        </p>
      )}
      <PublicNoticeCard notice={notice} />
      {notice.mayKeep && (
        <p className="screen-only">
          <a href={`/desk/public-notices/${notice.number}`}>{t('notices.public.at-desk')}</a>
        </p>
      )}
      {notice.takesObjections && <Objections notice={notice} />}
      {notice.mayObject && <ObjectForm notice={notice} again={again} requestKey={requestKey} />}
      {notice.takesObjections && !notice.mayObject && <SignInToObject />}
      <Paper notice={notice} />
      <Seal notice={notice} />
    </>
  );
}

/** Somebody who is not signed in learns how to object here; whoever is and does not live there has the phone above. */
function SignInToObject() {
  const { t, session, here } = usePage();
  const { published } = useLoaderData<typeof loader>();
  if (session || published?.state !== 'LIVE') return null;
  return (
    <p className="screen-only">
      <LinkButton to={`/login?back=${encodeURIComponent(here)}`}>{t('notices.public.sign-in')}</LinkButton>
    </p>
  );
}

function Replaced({ by, reason }: { by: string | null; reason: string | null }) {
  const { t } = usePage();
  if (!by) return null;
  return (
    <p className={css.replaced} role="note">
      {t('notices.replaced-why', { reason: reason ?? '' })} <a href={`/notices/${by}`}>{by}</a>
    </p>
  );
}
