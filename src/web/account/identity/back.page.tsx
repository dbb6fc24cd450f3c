import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader } from './back.page.server.ts';

export { loader } from './back.page.server.ts';

/** Shown only when a trip to an identity provider led nowhere: why, and what to do. */
export default function BackFromProviderPage() {
  const { t, session } = usePage();
  const { name, failed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t('identity.failed-title', { name })}
        lead={t(`identity.failed.${failed}`, { name })}
      />
      <Row>
        <LinkButton to={session ? '/account' : '/login?as=staff'} kind="primary">
          {t(session ? 'shell.account' : 'identity.other-way')}
        </LinkButton>
      </Row>
    </>
  );
}
