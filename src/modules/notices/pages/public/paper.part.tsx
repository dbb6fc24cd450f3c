import { usePage } from '#web/page/use-page.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import type { PublicNoticeDetail } from '../../queries/public/public-notice-detail.ts';
import css from '../notices.module.css';

/** Where the paper hangs, what interrupted the period, and the sheets to print. */
export function Paper({ notice }: { notice: PublicNoticeDetail }) {
  const { t, dates, locale } = usePage();
  const print = `/notices/${notice.number}/print`;
  return (
    <Section title={t('notices.public.paper')}>
      {notice.outages.map((one) => (
        <p key={one.from.toISOString()}>
          {t('notices.public.outage', {
            from: dates.moment(one.from),
            to: dates.moment(one.to),
            reason: one.reason,
            n: one.days,
          })}
        </p>
      ))}
      {notice.postings.length === 0 && <p className="quiet">{t('notices.public.not-posted')}</p>}
      <ul className={css.past}>
        {notice.postings.map((one) => (
          <li key={one.id}>
            <span>{one.place}</span>
            <span className="quiet">
              {t('notices.public.hung', {
                at: dates.moment(one.hungAt),
                by: one.by ? (locale === 'en' ? one.by.nameEn : one.by.nameZh) : '',
              })}
              {one.takenDownAt && t('notices.public.down', { at: dates.moment(one.takenDownAt) })}
            </span>
            {!one.isRight && !one.takenDownAt && <strong>{t('notices.public.wrong-version')}</strong>}
          </li>
        ))}
      </ul>
      <p className={`screen-only ${css.links}`}>
        <a href={print}>{t('notices.public.print', { size: 'A4' })}</a>
        <a href={`${print}?size=A3`}>{t('notices.public.print', { size: 'A3' })}</a>
      </p>
    </Section>
  );
}

/** The seal, and how anybody can check it. */
export function Seal({ notice }: { notice: PublicNoticeDetail }) {
  const { t } = usePage();
  return (
    <Section title={t('notices.public.seal')}>
      <Card>
        <p>{t(notice.sealHolds ? 'notices.public.seal-holds' : 'notices.public.seal-broken')}</p>
        <p className={css.seal}>{notice.contentHash}</p>
        <p>{t('notices.public.check-mark', { mark: notice.checkMark })}</p>
        <p className="screen-only">
          <a href={`/notices/${notice.number}/sealed`}>{t('notices.public.sealed-text')}</a>
        </p>
        <p className="quiet">{t('notices.public.seal-how')}</p>
      </Card>
    </Section>
  );
}
