import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { DeskPage, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader } from './hours.page.server.ts';
import { timeOfMinute } from './news-line.part.tsx';

export { action, loader } from './hours.page.server.ts';

/** When nothing rings, and when the digest comes. */
export default function HoursPage() {
  const { t } = usePage();
  const { hours, isSaved } = useLoaderData<typeof loader>();
  const again = useActionData() as FormAgain | undefined;
  return (
    <DeskPage>
      <PageHead title={t('notifications.hours.title')} lead={t('notifications.hours.lead')} />
      {isSaved && !again && <Notice>{t('notifications.saved')}</Notice>}
      <ErrorSummary again={again} />
      <form method="post">
        <Stack>
          {(['quietFrom', 'quietTo', 'digestAt'] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(`notifications.hours.${name}`)}
              type="time"
              value={timeOfMinute(hours[name])}
              again={again}
              short
            />
          ))}
          <Row>
            <Button kind="primary">{t('notifications.hours.save')}</Button>
          </Row>
        </Stack>
      </form>
    </DeskPage>
  );
}
