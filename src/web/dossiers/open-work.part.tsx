import { useLoaderData } from 'react-router';
import type { OpenWork } from '#modules/registry/contract/terms.ts';
import { usePage } from '#web/page/use-page.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import css from './hand-over.module.css';
import type { loader } from './hand-over.page.server.ts';

/** Matters the committee leads, and those it helps with. */
export function OpenMatters() {
  const { t } = usePage();
  const { matters } = useLoaderData<typeof loader>().sheet;
  return (
    <>
      <Section title={t('hand-over.led')}>
        <MatterList matters={matters.filter((one) => one.leads)} />
      </Section>
      <Section title={t('hand-over.shared')}>
        <MatterList matters={matters.filter((one) => !one.leads)} />
      </Section>
    </>
  );
}

type Matter = ReturnType<typeof useLoaderData<typeof loader>>['sheet']['matters'][number];

function MatterList({ matters }: { matters: readonly Matter[] }) {
  const { t, dates } = usePage();
  if (matters.length === 0) return <p className="quiet">{t('hand-over.nothing')}</p>;
  return (
    <CardList>
      {matters.map((matter) => (
        <li key={matter.code} className={css.line}>
          <span>
            <a href={`/desk/matters/${matter.code}`} className="num">
              {matter.code}
            </a>{' '}
            {matter.title}
          </span>
          <span className="quiet">
            {[
              t(`matters.status.${matter.status}`),
              matter.handleDueAt && t('hand-over.due', { at: dates.moment(matter.handleDueAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </CardList>
  );
}

/** Notices the committee published that are still in force. */
export function OpenNotices() {
  const { t, dates } = usePage();
  const { notices } = useLoaderData<typeof loader>().sheet;
  return (
    <Section title={t('hand-over.notices')}>
      {notices.length === 0 && <p className="quiet">{t('hand-over.nothing')}</p>}
      <CardList>
        {notices.map((notice) => (
          <li key={notice.number} className={css.line}>
            <span>
              <span className="num">{notice.number}</span> {notice.title}
            </span>
            <span className="quiet">{t('hand-over.until', { at: dates.moment(notice.endsAt) })}</span>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

/** What the new committee took over, as it was when it accepted. */
export function TakenOver({ items }: { items: readonly OpenWork[] }) {
  const { t } = usePage();
  return (
    <Section title={t('hand-over.taken-over', { n: items.length })}>
      {items.length === 0 && <p className="quiet">{t('hand-over.nothing')}</p>}
      <CardList>
        {items.map((item) => (
          <li key={`${item.kind} ${item.label}`} className={css.line}>
            <span>{item.label}</span>
            <span className="quiet">{t(`hand-over.kind.${item.kind}`)}</span>
          </li>
        ))}
      </CardList>
    </Section>
  );
}
