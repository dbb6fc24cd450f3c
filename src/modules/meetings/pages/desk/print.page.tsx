import { useLoaderData } from 'react-router';
import { dayOf } from '#platform/i18n/dates.ts';
import { usePage } from '#web/page/use-page.tsx';
import { useMeetingWords } from '../meeting-words.part.tsx';
import css from '../meetings.module.css';
import type { loader } from './print.page.server.ts';

export { loader } from './print.page.server.ts';

/** Two sheets: the notice with its agenda, and the list to sign. */
export default function PrintPage() {
  const { t, dates } = usePage();
  const { titleOf, nameOf, itemTitle } = useMeetingWords();
  const { file } = useLoaderData<typeof loader>();
  return (
    <main className={css.paper}>
      <section>
        <h1>{t('meetings.print.notice')}</h1>
        <h2>{titleOf(file)}</h2>
        <p>
          {t('meetings.page.when')}：{dates.moment(file.startsAt)}
          <br />
          {t('meetings.page.where')}：{file.place}
        </p>
        <p>{t('meetings.print.to')}</p>
        <p>{file.seats.map(({ org }) => nameOf(org)).join('、')}</p>
        <h3>{t('meetings.page.agenda')}</h3>
        <ol>
          {file.items.map((item) => (
            <li key={item.id}>
              {itemTitle(item)} <small>{t('meetings.page.minutes-n', { n: item.minutes })}</small>
              {item.question && <div>{item.question}</div>}
            </li>
          ))}
        </ol>
        <p>{t('meetings.print.reply')}</p>
        <p className={css.right}>
          {nameOf(file.convener)}
          <br />
          {dates.day(dayOf(file.noticedAt ?? file.startsAt))}
        </p>
      </section>
      <section className={css.sheet}>
        <h1>{t('meetings.print.sheet')}</h1>
        <p>
          {titleOf(file)} · {dates.moment(file.startsAt)} · {file.place}
        </p>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('meetings.print.org')}</th>
              <th scope="col">{t('meetings.print.post')}</th>
              <th scope="col">{t('meetings.print.sign')}</th>
            </tr>
          </thead>
          <tbody>
            {file.seats.map((seat) => (
              <tr key={seat.id}>
                <td>{nameOf(seat.org)}</td>
                <td>{nameOf(seat.post)}</td>
                <td className={css.signature} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </main>
  );
}
