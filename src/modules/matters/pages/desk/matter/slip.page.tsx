import { useLoaderData } from 'react-router';
import { placeText } from '#modules/registry/contract.ts';
import { Island, usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts, Notice, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './slip.module.css';
import type { loader } from './slip.page.server.ts';

export { loader } from './slip.page.server.ts';

/** Code and PIN to read out, and the same as a slip to print. */
export default function SlipPage() {
  const page = usePage();
  const { t, dates, neighborhood, locale } = page;
  const { slip, address, qr, fresh } = useLoaderData<typeof loader>();
  return (
    <div className={css.page}>
      <PageHead title={t('desk.slip-title')} windowTitle={slip.code} />
      {fresh && <Notice>{t('desk.slip-taken')}</Notice>}
      <Card>
        <div className={css.slip}>
          <div>
            <p className="quiet">{locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh}</p>
            <p className={css.code}>{slip.code}</p>
            <p className={css.pin}>
              {t('desk.slip-pin')} <b className="num">{slip.pin}</b>
            </p>
            <Facts
              facts={[
                [t('desk.slip-what'), slip.title],
                [t('desk.slip-where'), placeText(slip.place, page)],
                [t('desk.slip-when'), dates.moment(slip.submittedAt)],
                [t('desk.merged-into'), slip.mergedInto],
              ]}
            />
            <p className="quiet">{t('desk.slip-how', { address })}</p>
          </div>
          <img src={qr} alt={t('desk.slip-qr')} width="160" height="160" />
        </div>
      </Card>
      <Row>
        <LinkButton to="/desk/call" kind="primary">
          {t('desk.slip-next')}
        </LinkButton>
        <LinkButton to={`/desk/matters/${slip.code}`}>{t('desk.slip-open')}</LinkButton>
        <span className="quiet screen-only">{t('desk.slip-print')}</span>
      </Row>
      <Island name="desk" />
    </div>
  );
}
