import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Notice, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader } from './codes.page.server.ts';
import css from './second-factor.module.css';

export { loader } from './codes.page.server.ts';

/** The recovery codes, once, to be written down or printed. */
export default function RecoveryCodesPage() {
  const { t, dates, now, neighborhood, locale } = usePage();
  const { codes, back } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('second.codes-title')} lead={t('second.codes-lead')} />
      <Notice>{t('second.is-on')}</Notice>
      <Card title={locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh}>
        <ol className={css.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <p className="quiet">{t('second.codes-made', { day: dates.day(now) })}</p>
      </Card>
      <p>{t('second.codes-how')}</p>
      <Row>
        <LinkButton to={back} kind="primary">
          {t('second.codes-kept')}
        </LinkButton>
      </Row>
    </>
  );
}
