import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, Notice, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { useMeetingWords } from '../meeting-words.part.tsx';
import type { loader } from './here.page.server.ts';

export { action, loader } from './here.page.server.ts';

/** Scanned in the room: one button. */
export default function HerePage() {
  const { t } = usePage();
  const { titleOf, nameOf } = useMeetingWords();
  const { file, seat, isDone, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <DeskPage>
      <PageHead title={t('meetings.here.title')} lead={titleOf(file)} />
      <ErrorSummary again={again} />
      <Card>
        {isDone ? (
          <Stack>
            <Notice>{t('meetings.here.done')}</Notice>
            <LinkButton to={`/desk/meetings/${file.id}/session`}>{t('meetings.page.session')}</LinkButton>
          </Stack>
        ) : file.state === 'IN_SESSION' ? (
          <form method="post">
            <Stack>
              <input type="hidden" name="requestKey" value={requestKey} />
              <p>{t('meetings.here.lead', { org: nameOf(seat.org) })}</p>
              <Button kind="primary" wide>
                {t('meetings.here.button')}
              </Button>
            </Stack>
          </form>
        ) : (
          <p>{t('meetings.here.not-now')}</p>
        )}
      </Card>
    </DeskPage>
  );
}
