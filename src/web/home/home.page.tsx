import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { usePage } from '#web/page/use-page.tsx';
import { PageHead } from '#web/ui/page-head.tsx';

/** Everybody who has not signed in sees the same first page. */
export function loader({ context }: LoaderFunctionArgs) {
  pageOf(context).share();
  return null;
}

/** The first page: what can I do here, what is happening. */
export default function HomePage() {
  const { t, locale, neighborhood } = usePage();
  const name = locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh;
  return <PageHead title={t('home.title', { name })} />;
}
