import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './account.module.css';
import type { loader } from './code.page.server.ts';

export { action, loader } from './code.page.server.ts';

/** The second step of signing in by phone: six digits. */
export default function CodePage() {
  const { t } = usePage();
  const { phone, shownCode } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <>
      <PageHead title={t('auth.code-title')} lead={t('auth.code-lead', { phone })} />
      {shownCode && (
        <Card tone="due">
          <p>
            {t('auth.code-shown')} <strong className={css.code}>{shownCode}</strong>
          </p>
        </Card>
      )}
      <ErrorSummary again={again} />
      <form method="post">
        <Stack>
          <TextField
            name="code"
            label={t('auth.code')}
            hint={t('auth.code-hint')}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={8}
            short
            autoFocus
            again={again}
          />
          <Button kind="primary" wide>
            {t('auth.sign-in')}
          </Button>
        </Stack>
      </form>
      <form method="post">
        <Row>
          <Button name="way" value="again">
            {t('auth.code-again')}
          </Button>
          <a href="/login">{t('auth.other-phone')}</a>
        </Row>
      </form>
    </>
  );
}
