import type { ReactNode } from 'react';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import css from './choice.module.css';
import { useFieldId } from './field.tsx';

export type ChoiceOption = { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode };

type Props = {
  readonly name: string;
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly options: readonly ChoiceOption[];
  readonly again?: FormAgain | undefined;
  readonly value?: string;
  readonly optional?: boolean;
  /** Beside one another where there is room. */
  readonly columns?: boolean;
};

/** One of a few, each on a card large enough for a thumb. */
export function Choice({
  name,
  legend,
  hint,
  options,
  again,
  value,
  optional = false,
  columns = false,
}: Props) {
  const { t } = usePage();
  const id = useFieldId(name);
  const refusal = again?.refusals.find((one) => one.field === name);
  const chosen = again?.values[name] ?? value;
  const notes = [refusal && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <fieldset className={css.choice} aria-describedby={notes || undefined}>
      <legend className={css.legend}>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
      {refusal && (
        <p id={`${id}-error`} className={css.error}>
          {t(`refusal.${refusal.code}`, refusal.params)}
        </p>
      )}
      <div className={columns ? `${css.options} ${css.columns}` : css.options}>
        {options.map((option, index) => (
          <label key={option.value} className={css.option}>
            <input
              type="radio"
              name={name}
              id={index === 0 ? id : undefined}
              value={option.value}
              required={!optional}
              defaultChecked={option.value === chosen}
            />
            <span>
              {option.label}
              {option.hint && <small className={css.hint}>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type CheckProps = {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked?: boolean;
  readonly value?: string;
};

/** Yes or no; sends `value` (`yes`) when ticked and nothing otherwise. */
export function Check({ name, label, hint, checked = false, value = 'yes' }: CheckProps) {
  return (
    <label className={css.option}>
      <input type="checkbox" name={name} value={value} defaultChecked={checked} />
      <span>
        {label}
        {hint && <small className={css.hint}>{hint}</small>}
      </span>
    </label>
  );
}
