import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader } from './arrive.page.server.ts';

export { action, loader } from './arrive.page.server.ts';

/** The last step from one neighborhood's address to another's. */
export default function ArrivePage() {
  const { t, locale, neighborhood } = usePage();
  const { ticket } = useLoaderData<typeof loader>();
  const place = locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh;
  return (
    <>
      <PageHead title={t('places.arrive-title', { place })} lead={t('places.arrive-lead')} />
      <form method="post" action="/neighborhoods/arrive">
        <input type="hidden" name="ticket" value={ticket} />
        <Button kind="primary" wide>
          {t('places.arrive')}
        </Button>
      </form>
    </>
  );
}
