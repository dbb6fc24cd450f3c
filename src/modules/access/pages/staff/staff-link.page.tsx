import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts, Notice, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './staff.module.css';
import type { loader } from './staff-link.page.server.ts';

export { loader } from './staff-link.page.server.ts';

/** The link of an invitation, to be copied once, and the same as a slip to print. */
export default function StaffLinkPage() {
  const { t, locale, dates, neighborhood } = usePage();
  const { invitation, link, qr } = useLoaderData<typeof loader>();
  const english = locale === 'en';
  const { name, nameEn, purpose, expiresAt } = invitation;
  const post = english
    ? `${invitation.orgNameEn}, ${invitation.postNameEn}`
    : `${invitation.orgNameZh} ${invitation.postNameZh}`;
  return (
    <div className={css.page}>
      <PageHead title={t('access.link-title')} lead={t('access.link-lead')} />
      <Notice>{t(`access.link-made.${purpose}`)}</Notice>
      <Card>
        <div className={css.slip}>
          <div>
            <p className="quiet">{english ? neighborhood.nameEn : neighborhood.nameZh}</p>
            <Facts
              facts={[
                [t('access.link-for'), (english && nameEn) || name],
                [t('access.link-post'), post],
                [t('access.link-until'), dates.moment(expiresAt)],
              ]}
            />
            <label htmlFor="link">{t('access.link')}</label>
            <textarea id="link" className={css.link} readOnly rows={3} value={link} />
            <p className="quiet">{t(`access.link-how.${purpose}`)}</p>
          </div>
          <img src={qr} alt={t('access.link-qr')} width="180" height="180" />
        </div>
      </Card>
      <Row>
        <LinkButton to="/desk/access/staff" kind="primary">
          {t('access.link-done')}
        </LinkButton>
        <span className="quiet screen-only">{t('access.link-print')}</span>
      </Row>
    </div>
  );
}
