import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import css from './help.module.css';

export function loader({ context }: LoaderFunctionArgs) {
  pageOf(context).share();
  return null;
}

/** How to have somebody else do it, how it works, what is kept private, what the numbers mean. */
export default function HelpPage() {
  const { t } = usePage();
  return (
    <>
      <PageHead title={t('resident.help.title')} lead={t('resident.help.lead')} />
      <ByProxy />
      <Card title={t('resident.help.how')} id="how">
        <ol className={css.steps}>
          <li>{t('resident.help.how-1')}</li>
          <li>{t('resident.help.how-2')}</li>
          <li>{t('resident.help.how-3')}</li>
          <li>{t('resident.help.how-4')}</li>
          <li>{t('resident.help.how-5')}</li>
        </ol>
      </Card>
      <Card title={t('resident.help.times')} id="times">
        <ul className={css.list}>
          <li>{t('resident.help.time-p0')}</li>
          <li>{t('resident.help.time-p1')}</li>
          <li>{t('resident.help.time-p2')}</li>
          <li>{t('resident.help.time-p2a')}</li>
          <li>{t('resident.help.time-p3')}</li>
        </ul>
      </Card>
      <Card title={t('resident.help.privacy')} id="privacy">
        <ul className={css.list}>
          <li>{t('resident.help.privacy-1')}</li>
          <li>{t('resident.help.privacy-2')}</li>
          <li>{t('resident.help.privacy-3')}</li>
          <li>{t('resident.help.privacy-4')}</li>
          <li>{t('resident.help.privacy-5')}</li>
        </ul>
      </Card>
      <Card title={t('resident.help.numbers')} id="numbers">
        <dl className={css.terms}>
          <dt>{t('matters.rates.response')}</dt>
          <dd>{t('resident.help.rate-response')}</dd>
          <dt>{t('matters.rates.resolution')}</dt>
          <dd>{t('resident.help.rate-resolution')}</dd>
          <dt>{t('matters.rates.satisfaction')}</dt>
          <dd>{t('resident.help.rate-satisfaction')}</dd>
        </dl>
        <p className="quiet">{t('resident.help.rate-few')}</p>
      </Card>
      <Row>
        <LinkButton kind="primary" to="/report">
          {t('resident.report.title')}
        </LinkButton>
        <LinkButton to="/lookup">{t('resident.lookup.title')}</LinkButton>
      </Row>
    </>
  );
}

/** Everything can also be done by telephone, at the desk, or by somebody one trusts. */
function ByProxy() {
  const { t, locale, neighborhood } = usePage();
  const committee = neighborhood.dutyPhones.filter((one) => one.kind === 'RESIDENTS_COMMITTEE');
  return (
    <Card title={t('resident.help.proxy')} id="proxy">
      <p>{t('resident.help.proxy-how')}</p>
      {committee.map((one) => (
        <PhoneLink key={one.phone} name={locale === 'en' ? one.nameEn : one.nameZh} phone={one.phone} />
      ))}
      <p className="quiet">{t('resident.help.proxy-who')}</p>
    </Card>
  );
}
