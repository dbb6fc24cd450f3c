import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { CodeField } from './code-field.tsx';
import type { loader } from './confirm.page.server.ts';

export { action, loader } from './confirm.page.server.ts';

/** Before a sensitive step: is it still you? */
export default function ConfirmPage() {
  const { t } = usePage();
  const { way } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  if (way === 'again') {
    return (
      <>
        <PageHead title={t('confirm.title')} lead={t('confirm.again')} />
        <form method="post" action="/logout">
          <Button kind="primary" wide>
            {t('shell.sign-out')}
          </Button>
        </form>
      </>
    );
  }
  return (
    <>
      <PageHead title={t('confirm.title')} lead={t('confirm.lead')} />
      <ErrorSummary again={again} />
      <form method="post">
        <Stack>
          {way === 'code' ? (
            <CodeField again={again} hint={t('second.code-or-recovery-hint')} autoFocus />
          ) : (
            <TextField
              name="password"
              type="password"
              label={t('auth.password')}
              autoComplete="current-password"
              autoFocus
              again={again}
            />
          )}
          <Button kind="primary" wide>
            {t('confirm.go-on')}
          </Button>
        </Stack>
      </form>
    </>
  );
}
