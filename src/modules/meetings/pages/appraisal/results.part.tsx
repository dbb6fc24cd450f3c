import { usePage } from '#web/page/use-page.tsx';
import type { AppraisalResults } from '../../queries/appraisal/appraisal-views.ts';
import css from '../hearing/hearing.module.css';

/** What the slips say, criterion by criterion, each with how many scored it. */
export function Results({ results }: { results: AppraisalResults }) {
  const { t } = usePage();
  const { slips, criteria } = results;
  return (
    <>
      <p>{t('meetings.appraisal.slips', slips)}</p>
      <ul className={css.balance}>
        {criteria.map(({ criterion, scored, mean, spread }) => (
          <li key={criterion}>
            <span>
              <strong>{criterion}</strong>{' '}
              <span className="quiet">{t('meetings.appraisal.scored', { n: scored })}</span>
            </span>
            {mean === null || spread === null ? (
              <span className="quiet">{t('meetings.appraisal.too-few')}</span>
            ) : (
              <span>
                <strong className="num">{(mean / 100).toFixed(2)}</strong>{' '}
                <span className="quiet">
                  {t('meetings.appraisal.spread', {
                    one: spread[0] ?? 0,
                    two: spread[1] ?? 0,
                    three: spread[2] ?? 0,
                    four: spread[3] ?? 0,
                    five: spread[4] ?? 0,
                  })}
                </span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
