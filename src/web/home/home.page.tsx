import { usePage } from '#web/page/use-page.tsx';
import { PageHead } from '#web/ui/page-head.tsx';

/** The first page: what can I do here, what is happening. */
export default function HomePage() {
  const { t, locale, neighborhood } = usePage();
  const name = locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh;
  return <PageHead title={t('home.title', { name })} />;
}
