import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { DeskPage, Notice } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { useNamed } from '../hearing/named.part.tsx';
import type { loader } from './appraisal.page.server.ts';
import css from './slips.module.css';

const MARKS = [5, 4, 3, 2, 1];

/** Slips to print and cut: tick and put in the box, or score at home with the code. They are shown this once. */
export function PrintedSlips({ codes }: { codes: readonly string[] }) {
  const { t, neighborhood } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const { appraisal } = detail;
  const named = useNamed();
  return (
    <DeskPage>
      <PageHead title={t('meetings.appraisal.print-title', { n: codes.length })} />
      <Notice>{t('meetings.appraisal.print-now')}</Notice>
      <p>
        <a href={`/desk/appraisals/${appraisal.id}`}>{t('meetings.appraisal.printed')}</a>
      </p>
      <ol className={css.slips}>
        {codes.map((code) => (
          <li key={code} className={css.slip}>
            <p>
              <strong>
                {named(appraisal.org)} · {appraisal.title}
              </strong>
            </p>
            <ul className={css.marks}>
              {appraisal.criteria.map((criterion) => (
                <li key={criterion}>
                  <span>{criterion}</span>
                  <span className="num">{MARKS.map((mark) => `□ ${mark}`).join('  ')}</span>
                </li>
              ))}
            </ul>
            <p>
              {t('meetings.appraisal.slip-or-web', { address: `${neighborhood.address}/score` })}{' '}
              <strong className="num">{code}</strong>
            </p>
          </li>
        ))}
      </ol>
    </DeskPage>
  );
}
