import css from './first-button.module.css';

/**
 * What Enter in a field presses, when the form's main button is not its first one. Nobody sees it and the
 * keyboard passes it by.
 */
export function FirstButton({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <button type="submit" name={name} value={value} className={css.first} tabIndex={-1} aria-hidden="true" />
  );
}
