import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts, Notice, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader } from './setup-done.page.server.ts';

export { loader } from './setup-done.page.server.ts';

/** Set up: where it is, and the link with which its first keeper comes in. */
export default function SetUpDonePage() {
  const { t, locale } = usePage();
  const { link, address, qr, nameZh, nameEn } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('setup.done-title', { place: locale === 'en' ? nameEn : nameZh })} />
      <Notice>{t('setup.done')}</Notice>
      <Card title={t('setup.done-link')}>
        <Stack>
          <p>{t('setup.done-how')}</p>
          <img src={qr} alt={t('setup.done-qr')} width="180" height="180" />
          <Facts
            facts={[
              [t('access.link'), link],
              [t('setup.done-address'), address],
            ]}
          />
          <LinkButton to={link} kind="primary" wide>
            {t('setup.done-self')}
          </LinkButton>
        </Stack>
      </Card>
      <p className="quiet">{t('setup.done-next')}</p>
    </>
  );
}
