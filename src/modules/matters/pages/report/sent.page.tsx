import { useLoaderData } from 'react-router';
import { placeText } from '#modules/registry/contract.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { Receipt } from '../../queries/resident/receipt.ts';
import { asBeginning } from '../progress/progress-words.part.tsx';
import { Emergency } from './emergency.part.tsx';
import css from './sent.module.css';
import type { loader } from './sent.page.server.ts';

export { loader } from './sent.page.server.ts';

/** The slip: code and PIN in large type, what happens next and by when. Prints on half a sheet. */
export default function SentPage() {
  const { t, locale, neighborhood } = usePage();
  const { slip, address, qr, duty } = useLoaderData<typeof loader>();
  return (
    <>
      {slip.level === 'P0' && <Emergency duty={duty} />}
      <div className={css.screen}>
        <PageHead
          title={t('resident.sent.title')}
          lead={t(slip.pin ? 'resident.sent.lead' : 'resident.sent.lead-acting')}
        />
      </div>
      <section className={css.slip} aria-label={t('resident.sent.slip')}>
        <p className={css.issuer}>{locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh}</p>
        <dl className={css.keys}>
          <div>
            <dt>{t('resident.sent.code')}</dt>
            <dd className={css.key}>{slip.code}</dd>
          </div>
          {slip.pin && (
            <div>
              <dt>{t('resident.sent.pin')}</dt>
              <dd className={css.key}>{`${slip.pin.slice(0, 3)} ${slip.pin.slice(3)}`}</dd>
            </div>
          )}
        </dl>
        {slip.pin && (
          <>
            <img src={qr} alt={t('resident.sent.qr')} width={132} height={132} className={css.qr} />
            <p className={css.how}>{t('resident.sent.how', { address: shortAddress(address) })}</p>
          </>
        )}
      </section>
      <Next slip={slip} />
      <Card>
        <Facts
          facts={[
            [t('resident.progress.place'), placeText(slip.place, { t, locale })],
            [t('resident.progress.category'), t(`category.${slip.category}`)],
            [t('resident.progress.level'), t(`matters.level.${slip.level}`)],
          ]}
        />
        <p className="quiet">{t('resident.sent.category-hint')}</p>
      </Card>
      <div className={css.screen}>
        <Row>
          <LinkButton kind="primary" to={`/m/${slip.code}`}>
            {t('resident.sent.track')}
          </LinkButton>
          <LinkButton to="/report">{t('resident.sent.another')}</LinkButton>
          <LinkButton to="/">{t('error.home')}</LinkButton>
        </Row>
        <p className="quiet">{t('resident.sent.print')}</p>
      </div>
    </>
  );
}

function shortAddress(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\?.*$/, '');
}

/** What happens now and by when, in the order it happens. */
function Next({ slip }: { slip: Receipt }) {
  const { t, dates } = usePage();
  const steps = [
    [slip.acceptDueAt, t('resident.sent.step-accept')],
    [slip.contactDueAt, t('resident.sent.step-contact')],
    [slip.handleDueAt, t('resident.sent.step-handle')],
  ] as const;
  return (
    <Card title={t('resident.sent.next')}>
      <ol className={css.steps}>
        {steps.map(([by, what]) =>
          by === null ? null : (
            <li key={what}>
              <strong>{asBeginning(dates.until(by))}</strong>
              <span>{what}</span>
            </li>
          ),
        )}
        <li>
          <strong>{t('resident.sent.step-after')}</strong>
          <span>{t(slip.anonymous ? 'resident.sent.step-look' : 'resident.sent.step-ask')}</span>
        </li>
      </ol>
    </Card>
  );
}
