import { useActionData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';

export { action, loader } from './password.page.server.ts';

/** A new password; everywhere else the account is signed out. */
export default function PasswordPage() {
  const { t } = usePage();
  const again = useActionData<FormAgain>();
  return (
    <>
      <PageHead title={t('auth.change-password')} lead={t('auth.change-password-lead')} />
      <ErrorSummary again={again} />
      <form method="post">
        <Stack>
          <TextField
            name="password"
            type="password"
            label={t('auth.password-now')}
            autoComplete="current-password"
            again={again}
          />
          <TextField
            name="new-password"
            type="password"
            label={t('auth.password-new')}
            hint={t('auth.password-new-hint')}
            autoComplete="new-password"
            again={again}
          />
          <Button kind="primary" wide>
            {t('auth.change-password')}
          </Button>
        </Stack>
      </form>
    </>
  );
}
