import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { TextField } from '#web/ui/form/field.tsx';

type Props = {
  readonly again: FormAgain | undefined;
  readonly hint: string;
  /** The page is this one field. */
  readonly autoFocus?: boolean;
};

/** A code of the authenticator app; recovery codes fit in too. */
export function CodeField({ again, hint, autoFocus = false }: Props) {
  const { t } = usePage();
  return (
    <TextField
      name="code"
      label={t('second.code')}
      hint={hint}
      autoComplete="one-time-code"
      inputMode="text"
      maxLength={16}
      short
      autoFocus={autoFocus}
      again={again}
    />
  );
}
