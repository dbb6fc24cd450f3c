import {
  createContext,
  type FormHTMLAttributes,
  type HTMLAttributes,
  type ReactNode,
  useContext,
} from 'react';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import css from './field.module.css';

/** What every field of a form has. */
export type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** What the action answered: typed values and refusals are shown again. */
  readonly again?: FormAgain | undefined;
  readonly value?: string;
  /** Fields are required unless this says otherwise; then the label says so. */
  readonly optional?: boolean;
  /** Tells fields of the same name apart where a page has several forms. */
  readonly within?: string | undefined;
};

const FormName = createContext('');

/** Id of a field's control, for links to it; `form` names the form when the page has several. */
export function fieldId(name: string, form = ''): string {
  return form ? `field-${form}-${name}` : `field-${name}`;
}

/** Id of a field's control in the form it stands in. */
export function useFieldId(name: string): string {
  return fieldId(name, useContext(FormName));
}

/**
 * One of several forms of a page: its fields have ids of their own though their names repeat, and what comes back
 * refused says in `form` which of them it was.
 */
export function PageForm({
  name,
  children,
  ...form
}: Omit<FormHTMLAttributes<HTMLFormElement>, 'name'> & { readonly name: string }) {
  return (
    <FormName.Provider value={name}>
      <form method="post" {...form}>
        <input type="hidden" name="form" value={name} />
        {children}
      </form>
    </FormName.Provider>
  );
}

/** What was refused, for the form it was; undefined for all others of the page. */
export function refusedOf(again: FormAgain | undefined, form: string): FormAgain | undefined {
  return again?.values.form === form ? again : undefined;
}

/** What a control needs to belong to its label, hint and error. */
export type Control = {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly value: string;
  readonly described: Pick<HTMLAttributes<HTMLElement>, 'aria-describedby' | 'aria-invalid'>;
};

type FrameProps = FieldProps & {
  readonly limit?: number | undefined;
  readonly children: (control: Control) => ReactNode;
};

/** Label, hint, error around a control, tied together for screen readers. */
export function FieldFrame({
  name,
  label,
  hint,
  again,
  value,
  optional = false,
  limit,
  within,
  children,
}: FrameProps) {
  const { t } = usePage();
  const own = useFieldId(name);
  const id = within ? `${own}-${within}` : own;
  const refusal = again?.refusals.find((one) => one.field === name);
  const notes = [refusal && `${id}-error`, (hint || limit) && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className={refusal ? `${css.field} ${css.wrong}` : css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
        {optional && <span className={css.optional}> {t('ui.optional')}</span>}
      </label>
      {(hint || limit) && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint} {limit && t('ui.at-most', { n: limit })}
        </p>
      )}
      {refusal && (
        <p id={`${id}-error`} className={css.error}>
          {t(`refusal.${refusal.code}`, refusal.params)}
        </p>
      )}
      {children({
        id,
        name,
        required: !optional,
        value: again?.values[name] ?? value ?? '',
        described: { 'aria-describedby': notes || undefined, 'aria-invalid': refusal ? true : undefined },
      })}
    </div>
  );
}

type TextProps = FieldProps & {
  readonly type?: 'text' | 'tel' | 'password' | 'search' | 'date' | 'time' | 'datetime-local' | 'number';
  readonly maxLength?: number;
  readonly autoComplete?: string;
  readonly inputMode?: 'numeric' | 'tel' | 'text';
  /** Names of a `<datalist>` with suggestions. */
  readonly list?: string;
  /** Narrow, for codes and numbers. */
  readonly short?: boolean;
  readonly autoFocus?: boolean;
  readonly readOnly?: boolean;
};

/** One line of text. */
export function TextField({
  type = 'text',
  maxLength,
  autoComplete,
  inputMode,
  list,
  short,
  autoFocus,
  readOnly,
  ...field
}: TextProps) {
  return (
    <FieldFrame {...field}>
      {({ id, name, required, value, described }) => (
        <input
          {...described}
          id={id}
          name={name}
          type={type}
          required={required}
          defaultValue={type === 'password' ? '' : value}
          maxLength={maxLength}
          autoComplete={autoComplete}
          inputMode={inputMode}
          list={list}
          // biome-ignore lint/a11y/noAutofocus: only where a page is that one field, e.g. the code
          autoFocus={autoFocus}
          readOnly={readOnly}
          className={short ? `${css.control} ${css.short}` : css.control}
        />
      )}
    </FieldFrame>
  );
}

/** Several lines; says how many characters it takes. */
export function LongTextField({
  maxLength,
  rows = 4,
  ...field
}: FieldProps & { readonly maxLength: number; readonly rows?: number }) {
  return (
    <FieldFrame {...field} limit={maxLength}>
      {({ id, name, required, value, described }) => (
        <textarea
          {...described}
          id={id}
          name={name}
          required={required}
          defaultValue={value}
          maxLength={maxLength}
          rows={rows}
          className={css.control}
        />
      )}
    </FieldFrame>
  );
}

/** A choice in a sentence; groups by `group`. */
export type Option = { readonly value: string; readonly label: string; readonly group?: string };

/** One of many. `empty` is the first entry, chosen when there is no value. */
export function SelectField({
  options,
  empty,
  ...field
}: FieldProps & { readonly options: readonly Option[]; readonly empty?: string }) {
  const groups = [...new Set(options.map((option) => option.group))];
  const entries = (group: string | undefined) =>
    options
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ));
  return (
    <FieldFrame {...field}>
      {({ id, name, required, value, described }) => (
        <select
          {...described}
          id={id}
          name={name}
          required={required}
          defaultValue={value}
          className={css.control}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {groups.map((group) =>
            group === undefined ? (
              entries(group)
            ) : (
              <optgroup key={group} label={group}>
                {entries(group)}
              </optgroup>
            ),
          )}
        </select>
      )}
    </FieldFrame>
  );
}
