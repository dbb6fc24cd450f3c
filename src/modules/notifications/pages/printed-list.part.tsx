import { usePage } from '#web/page/use-page.tsx';
import { DeskPage } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { ErrandLine } from '../queries/errand-list.ts';
import { useErrandPlace } from './errand-place.part.tsx';
import { useNewsText } from './news-line.part.tsx';
import css from './notifications.module.css';

/** The calls and doors on paper, with whole numbers and a box to tick. */
export function PrintedList({
  lines,
  phones,
}: {
  lines: readonly ErrandLine[];
  phones: Readonly<Record<string, string>>;
}) {
  const { t, dates, now } = usePage();
  const text = useNewsText();
  const place = useErrandPlace();
  return (
    <DeskPage>
      <PageHead
        title={t('notifications.errands.print-title')}
        lead={t('notifications.errands.print-note', { when: dates.moment(now) })}
      />
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('notifications.errands.where')}</th>
            <th scope="col">{t('notifications.errands.who')}</th>
            <th scope="col">{t('notifications.errands.phone')}</th>
            <th scope="col">{t('notifications.errands.what')}</th>
            <th scope="col">{t('notifications.errands.sign')}</th>
          </tr>
        </thead>
        <tbody>
          {lines
            .filter(({ channel }) => channel !== 'POSTER')
            .map((line) => (
              <tr key={line.id}>
                <td>{place(line)}</td>
                <td>{line.name ?? '—'}</td>
                <td className="num">{phones[line.id] ?? '—'}</td>
                <td>{text(line.news)}</td>
                <td>
                  <span className={css.box} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </DeskPage>
  );
}
