import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import css from './error-summary.module.css';
import { fieldId } from './field.tsx';

/** Above a form that was not accepted: what has to be put right, each with a link to its field. */
export function ErrorSummary({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  if (!again || again.refusals.length === 0) return null;
  return (
    <div className={css.summary} role="alert">
      <h2 className={css.title}>{t('ui.not-yet')}</h2>
      <ul className={css.list}>
        {again.refusals.map((refusal) => {
          const said = t(`refusal.${refusal.code}`, refusal.params);
          return (
            <li key={`${refusal.code} ${refusal.field}`}>
              {refusal.field ? <a href={`#${fieldId(refusal.field, again.values.form)}`}>{said}</a> : said}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
