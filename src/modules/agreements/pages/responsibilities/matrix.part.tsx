import type { ReactNode } from 'react';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Section } from '#web/ui/card.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { Matrix, MatrixParty, MatrixRow } from '../../queries/responsibilities/matrix.ts';
import css from './responsibilities.module.css';

type Props = {
  readonly matrix: Matrix;
  /** What may be done with a row, under it. */
  readonly under?: (party: MatrixParty, row: MatrixRow) => ReactNode;
  readonly withNames: boolean;
};

/** Duty by duty who answers for it: rows of a table on a wide screen and on paper, cards on a phone. */
export function MatrixTable({ matrix, under, withNames }: Props) {
  const { t, locale } = usePage();
  const english = locale === 'en';
  return matrix.parties.map((party) => {
    const name = english ? party.nameEn : party.nameZh;
    return (
      <Section key={party.orgId} title={name}>
        <p className={`${css.heads} quiet`} aria-hidden="true">
          <span>{t('agreements.matrix.duty')}</span>
          <span>{t('agreements.matrix.post')}</span>
          <span>{t('agreements.matrix.who')}</span>
        </p>
        <ul className={css.rows} aria-label={name}>
          {party.rows.map((row) => (
            <li
              key={`${row.line ?? 'c'} ${row.text}`}
              className={row.vacant ? `${css.row} ${css.vacant}` : css.row}
            >
              <div lang={languageOf(row.text)}>
                {row.text}
                {row.line === null && <span className="quiet"> {t('agreements.matrix.commitment')}</span>}
              </div>
              <div>{(english ? row.postEn : row.postZh) ?? t('agreements.matrix.no-post')}</div>
              <div>
                {row.vacant && <StateChip tone="late">{t('agreements.matrix.vacant')}</StateChip>}
                {withNames && row.personZh && (
                  <span>
                    {' '}
                    {row.standIn
                      ? t('agreements.matrix.stands-in', {
                          name: (english ? row.personEn : row.personZh) ?? '',
                        })
                      : english
                        ? row.personEn
                        : row.personZh}
                  </span>
                )}
              </div>
              {under?.(party, row)}
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}
