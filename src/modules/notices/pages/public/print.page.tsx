import { useLoaderData } from 'react-router';
import { dateKey } from '#kernel/work-calendar.ts';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import css from './print.module.css';
import type { loader } from './print.page.server.ts';
import { lastDayOf, useNoticeWords } from './public-notice-card.part.tsx';

export { loader } from './print.page.server.ts';

/** One sheet in large type, with the code that leads to the page and the mark that tells the version. */
export default function PrintPage() {
  const { t } = usePage();
  const { notice, size } = useLoaderData<typeof loader>();
  const { where } = useNoticeWords(notice);
  const day = useWholeDay();
  const other = size === 'A4' ? 'A3' : 'A4';
  return (
    <>
      <title>{`${notice.number} ${notice.title} ${size}`}</title>
      <p className="screen-only">
        {t('notices.public.print-how', { size })}{' '}
        <a href={`/notices/${notice.number}/print?size=${other}`}>
          {t('notices.public.print', { size: other })}
        </a>{' '}
        <a href={`/notices/${notice.number}`}>{t('notices.public.back')}</a>
      </p>
      <article className={size === 'A3' ? `${css.sheet} ${css.a3}` : `${css.sheet} ${css.a4}`}>
        <p className={css.kind}>
          {notice.emergency && <strong>{t('notices.emergency')} · </strong>}
          {t(`notices.public.kind.${notice.kind}`)}
        </p>
        <h1 lang={languageOf(notice.title)}>{notice.title}</h1>
        {notice.state === 'SUPERSEDED' && (
          <p className={css.old}>
            {t('notices.public.sheet-replaced', { number: notice.supersededBy ?? '' })}
          </p>
        )}
        <p className={css.body} lang={languageOf(notice.body)}>
          {notice.body}
        </p>
        <dl className={css.facts}>
          <dt>{t('notices.where')}</dt>
          <dd>{where}</dd>
          <dt>{t(notice.takesObjections ? 'notices.public.period' : 'notices.public.shown')}</dt>
          <dd>
            {t('notices.public.span', {
              from: day(dateKey(notice.startsAt)),
              to: t('notices.public.until-midnight', { day: day(lastDayOf(notice)) }),
            })}
          </dd>
          <dt>{t('notices.public.basis')}</dt>
          <dd lang={languageOf(notice.basis)}>{notice.basis}</dd>
        </dl>
        {notice.takesObjections ? (
          <p className={css.how}>
            {t('notices.public.how-on-paper', { phone: notice.contactPhone, desk: notice.desk })}
          </p>
        ) : (
          <p className={css.how}>
            {t('notices.ask')} <b>{notice.contactPhone}</b>
          </p>
        )}
        <Foot />
      </article>
    </>
  );
}

/** A day with its year and never as "today": paper hangs longer than that. */
function useWholeDay(): (key: string) => string {
  const { t } = usePage();
  return (key) => {
    const [year, month, day] = key.split('-').map(Number);
    return t('date.day-year', { year: year ?? 0, month: t(`date.month.${month}`), day: day ?? 0 });
  };
}

/** The code, the mark of the version, and who announced it when. */
function Foot() {
  const { t } = usePage();
  const { notice, address, qr } = useLoaderData<typeof loader>();
  const { name } = useNoticeWords(notice);
  const day = useWholeDay();
  return (
    <footer className={css.foot}>
      <img src={qr} alt={t('notices.public.qr', { address })} />
      <div>
        <p>{t('notices.public.scan')}</p>
        <p>
          <b>{notice.number}</b>
        </p>
        <p>{t('notices.public.check-mark', { mark: notice.checkMark })}</p>
      </div>
      <div className={css.signed}>
        <p>{notice.issuer && name(notice.issuer)}</p>
        <p>{day(dateKey(notice.startsAt))}</p>
      </div>
    </footer>
  );
}
