import { Outlet } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import css from './screen.module.css';

/** Around every page for the screen of a room: nothing but the page, large enough for the back row. */
export default function ScreenLayout() {
  const { t, locale, neighborhood } = usePage();
  return (
    <main className={css.screen}>
      <p className={css.place}>
        {locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh}
        {neighborhood.isDemo && <strong className={css.demo}>{t('shell.demo-label')}</strong>}
      </p>
      <Outlet />
    </main>
  );
}
