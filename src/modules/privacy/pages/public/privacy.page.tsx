import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { Facts, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import type { loader } from './privacy.page.server.ts';

export { loader } from './privacy.page.server.ts';

/** What is kept, why, how long and who sees it, in plain words (PIPL art. 17); from the tables the program works by. */
export default function PrivacyPage() {
  const { t } = usePage();
  const { kinds, purposes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('privacy.public.title')} lead={t('privacy.public.lead')} />
      <Card title={t('privacy.public.never')}>
        <p>{t('privacy.public.never-text')}</p>
        <p>{t('privacy.public.ages')}</p>
      </Card>
      <Section title={t('privacy.public.kept')}>
        <CardList label={t('privacy.public.kept')}>
          {kinds.map((kind) => (
            <li key={kind.kind}>
              <h3>{t(`privacy.kept.${kind.kind}.what`)}</h3>
              <Facts
                facts={[
                  [t('privacy.public.why'), t(`privacy.kept.${kind.kind}.why`)],
                  [t('privacy.public.who'), t(`privacy.kept.${kind.kind}.who`)],
                  [
                    t('privacy.public.how-long'),
                    t(`privacy.kept.${kind.kind}.how-long`, { n: kind.period ?? kind.fewest ?? 0 }),
                  ],
                  [t('privacy.public.basis'), t(`privacy.basis.${kind.kind}`)],
                ]}
              />
              {kind.mark !== 'LAW' && <p className="quiet">{t(`privacy.mark.${kind.mark}`)}</p>}
            </li>
          ))}
        </CardList>
      </Section>
      <Section title={t('privacy.public.agreed')}>
        <CardList label={t('privacy.public.agreed')}>
          {purposes.map((purpose) => (
            <li key={purpose}>
              <strong>{t(`consents.purpose.${purpose}.name`)}</strong>
              <p>{t(`consents.purpose.${purpose}.allows`)}</p>
              <p>{t(`consents.purpose.${purpose}.without`)}</p>
            </li>
          ))}
        </CardList>
      </Section>
      <Rights />
    </>
  );
}

function Rights() {
  const { t, locale } = usePage();
  const { phones } = useLoaderData<typeof loader>();
  return (
    <Card title={t('privacy.public.rights')} id="rights">
      <p>{t('privacy.public.rights-text')}</p>
      <Row>
        <LinkButton to="/account/my-data" kind="primary">
          {t('privacy.mine.title')}
        </LinkButton>
        <LinkButton to="/account/consents">{t('privacy.consents.title')}</LinkButton>
      </Row>
      <p>{t('privacy.public.complain')}</p>
      <ul>
        {phones
          .filter((phone) => phone.kind === 'RESIDENTS_COMMITTEE')
          .map((phone) => (
            <li key={phone.phone}>
              <PhoneLink name={locale === 'en' ? phone.nameEn : phone.nameZh} phone={phone.phone} />
            </li>
          ))}
      </ul>
    </Card>
  );
}
