import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import { DeskPage, Facts } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './signed.module.css';
import type { loader } from './signed.page.server.ts';

export { loader } from './signed.page.server.ts';

/** What an organisation signed, to the letter, with its seal; of a sheet of paper its picture. */
export default function SignedPage() {
  const { t, locale, dates } = usePage();
  const { id, signature, sheet } = useLoaderData<typeof loader>();
  const english = locale === 'en';
  return (
    <DeskPage>
      <PageHead
        title={t('agreements.log.one', { name: english ? sheet.orgEn : sheet.orgZh })}
        lead={<a href={`/desk/agreement/${id}`}>{t('agreements.log.back')}</a>}
      />
      <Card>
        <Facts
          facts={[
            [t('agreements.log.by'), english ? sheet.postEn : sheet.postZh],
            [t('agreements.log.at'), dates.moment(sheet.at)],
            [t('agreements.log.how'), t(sheet.onPaper ? 'agreements.log.on-paper' : 'agreements.log.here')],
            [t('agreements.sign.reservation'), sheet.reservation],
            [
              t('agreements.log.seal'),
              <code key="seal" className={css.seal}>
                {sheet.sealed}
              </code>,
            ],
          ]}
        />
        {sheet.text !== null && (
          <p>{t(sheet.unchanged ? 'agreements.log.unchanged' : 'agreements.log.not-the-same')}</p>
        )}
      </Card>
      {sheet.onPaper && (
        <Card title={t('agreements.log.scan')}>
          <img
            className={css.scan}
            src={`/desk/agreement/${id}/signed/${signature}/scan`}
            alt={t('agreements.log.scan-of', { name: english ? sheet.orgEn : sheet.orgZh })}
          />
        </Card>
      )}
      <Card title={t('agreements.log.text')}>
        {sheet.text === null ? (
          <p>{t('agreements.log.no-text')}</p>
        ) : (
          <>
            <p className="quiet">{t('agreements.log.text-how')}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
            <pre className={css.letter} tabIndex={0}>
              {sheet.text}
            </pre>
          </>
        )}
      </Card>
    </DeskPage>
  );
}
