import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader } from './lookup.page.server.ts';

export { action, loader } from './lookup.page.server.ts';

/** Progress without an account: the code and the PIN of the slip. */
export default function LookupPage() {
  const { t, session } = usePage();
  const { code } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <>
      <PageHead title={t('resident.lookup.title')} lead={t('resident.lookup.lead')} />
      <ErrorSummary again={again} />
      <form method="post" action="/lookup">
        <Stack>
          <TextField
            name="matter"
            label={t('resident.sent.code')}
            hint={t('resident.lookup.code-hint')}
            value={code}
            autoComplete="off"
            maxLength={30}
            again={again}
          />
          <TextField
            name="pin"
            label={t('resident.sent.pin')}
            hint={t('resident.lookup.pin-hint')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            again={again}
          />
          <Button kind="primary" wide>
            {t('resident.lookup.send')}
          </Button>
        </Stack>
      </form>
      <Card title={t('resident.lookup.lost')}>
        <p>{t('resident.lookup.lost-how')}</p>
        <Row>
          <LinkButton to="/mine">{t(session ? 'resident.mine.title' : 'resident.lookup.sign-in')}</LinkButton>
          <LinkButton to="/board">{t('resident.board.title')}</LinkButton>
        </Row>
      </Card>
    </>
  );
}
