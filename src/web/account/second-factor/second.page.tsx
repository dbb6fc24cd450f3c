import { useActionData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { CodeField } from './code-field.tsx';

export { action, loader } from './second.page.server.ts';

/** The second step of signing in: a code of the app, or one of the recovery codes. */
export default function SecondStepPage() {
  const { t } = usePage();
  const again = useActionData<FormAgain>();
  return (
    <>
      <PageHead title={t('second.step-title')} lead={t('second.step-lead')} />
      <ErrorSummary again={again} />
      <form method="post">
        <Stack>
          <CodeField again={again} hint={t('second.code-or-recovery-hint')} autoFocus />
          <Button kind="primary" wide>
            {t('auth.sign-in')}
          </Button>
          <p className="quiet">{t('second.lost')}</p>
        </Stack>
      </form>
      <p>
        <a href="/login?as=staff">{t('second.other-account')}</a>
      </p>
    </>
  );
}
