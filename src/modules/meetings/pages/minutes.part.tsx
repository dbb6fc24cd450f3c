import { dayOf } from '#platform/i18n/dates.ts';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import type { Minutes, MinutesItem } from '../contract/minutes.ts';
import { useMeetingWords } from './meeting-words.part.tsx';
import css from './meetings.module.css';

type Props = {
  readonly minutes: Minutes;
  readonly signedAt: Date | null;
  readonly sealed: string | null;
};

/** Minutes in the Chinese form: 情况 → 会议认为 → 会议决定 → 要求, the actions in a table, the seal line below. */
export function MinutesText({ minutes, signedAt, sealed }: Props) {
  const { t, dates } = usePage();
  const { nameOf } = useMeetingWords();
  const here = minutes.attendance.filter(({ presence }) => presence !== null);
  return (
    <div className={css.minutes}>
      <p>
        {t('meetings.minutes.facts', {
          start: dates.moment(new Date(minutes.startsAt)),
          place: minutes.place,
          convener: nameOf(minutes.convener),
          all: minutes.seats.all,
          present: minutes.seats.present,
          rules: minutes.rulesLabel,
          needed: minutes.seats.needed,
        })}
      </p>
      {here.length > 0 && (
        <p>
          {t('meetings.minutes.attendance')}：
          {here
            .map(({ org, presence }) => `${nameOf(org)}（${t(`meetings.presence.${presence}`)}）`)
            .join('、')}
        </p>
      )}
      {minutes.items.map((item) => (
        <Item key={item.n} item={item} />
      ))}
      {minutes.remarks && (
        <section>
          <h3>{t('meetings.minutes.remarks')}</h3>
          <p lang={languageOf(minutes.remarks)}>{minutes.remarks}</p>
        </section>
      )}
      {signedAt && sealed && (
        <p className={`quiet ${css.sealed}`}>
          {nameOf(minutes.convener)}{' '}
          {t('meetings.minutes.sealed', { day: dates.day(dayOf(signedAt)), hash: sealed.slice(0, 16) })}
        </p>
      )}
    </div>
  );
}

function Item({ item }: { item: MinutesItem }) {
  const { t, locale } = usePage();
  const { nameOf, itemTitle } = useMeetingWords();
  const said = (key: string, text: string) =>
    text && (
      <p>
        <strong>{t(key)}</strong>：<span lang={languageOf(text)}>{text}</span>
      </p>
    );
  const reservations = item.positions.filter(({ isReservation }) => isReservation);
  const between = locale === 'en' ? ', ' : '、';
  return (
    <section className={css.item}>
      <h3>
        {item.n}. {itemTitle(item)}
      </h3>
      {said('meetings.minutes.situation', item.situation)}
      {item.positions
        .filter(({ isReservation }) => !isReservation)
        .map(({ org, text }) => (
          <p key={text} className="quiet">
            {org && nameOf(org)}：{text}
          </p>
        ))}
      {said('meetings.minutes.opinion', item.opinion)}
      <p>
        <strong>{t('meetings.minutes.decision')}</strong>：
        {(item.outcome !== 'NOTED' || !item.decision) &&
          `${t(`meetings.outcome.${item.outcome}`)}${item.decision || item.proposedTo ? (locale === 'en' ? '. ' : '。') : ''}`}
        {item.decision && <span lang={languageOf(item.decision)}>{item.decision}</span>}
        {item.proposedTo && ` ${t('meetings.minutes.to', { org: nameOf(item.proposedTo) })}`}
        {item.signatures && ` ${t('meetings.minutes.signatures', item.signatures)}`}
      </p>
      {item.resolutions.map((resolution) => (
        <ResolutionTable key={resolution.code} resolution={resolution} />
      ))}
      {said('meetings.minutes.requirement', item.requirement)}
      {item.recused.length > 0 && (
        <p>{t('meetings.minutes.recused', { orgs: item.recused.map(nameOf).join(between) })}</p>
      )}
      {reservations.map(({ org, text }) => (
        <p key={text}>
          <strong>{t('meetings.minutes.reservations')}</strong>：{text}{' '}
          <span className="quiet">({org ? nameOf(org) : t('meetings.session.reservation-hidden')})</span>
        </p>
      ))}
    </section>
  );
}

function ResolutionTable({ resolution }: { resolution: MinutesItem['resolutions'][number] }) {
  const { t, dates } = usePage();
  const { nameOf } = useMeetingWords();
  return (
    <>
      <p lang={languageOf(resolution.text)}>
        <strong>{resolution.code}</strong> {resolution.text}
      </p>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('meetings.minutes.no')}</th>
              <th scope="col">{t('meetings.minutes.task')}</th>
              <th scope="col">{t('meetings.minutes.lead')}</th>
              <th scope="col">{t('meetings.minutes.due')}</th>
              <th scope="col">{t('meetings.minutes.measure')}</th>
            </tr>
          </thead>
          <tbody>
            {resolution.actions.map((action) => (
              <tr key={action.number}>
                <td data-label={t('meetings.minutes.no')}>{action.number}</td>
                <td data-label={t('meetings.minutes.task')}>{action.task}</td>
                <td data-label={t('meetings.minutes.lead')}>
                  {nameOf(action.lead)} {nameOf(action.post)}
                </td>
                <td data-label={t('meetings.minutes.due')}>{dates.day(action.dueOn)}</td>
                <td data-label={t('meetings.minutes.measure')}>{action.measure}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
