import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { DeskPage, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { MyData } from '../../queries/my-data.ts';
import { HeldData } from '../data-view.part.tsx';
import css from '../privacy.module.css';
import type { loader } from './print.page.server.ts';

export { action, loader } from './print.page.server.ts';

type Answer = FormAgain | { readonly printed: MyData & { readonly name: string } };

/** What is held about somebody who stands at the desk, to print and hand over. */
export default function PrintPage() {
  const { t, dates, now } = usePage();
  const { person } = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  if (answer && 'printed' in answer) {
    return (
      <DeskPage>
        <PageHead
          title={t('privacy.print.of', { name: answer.printed.name })}
          windowTitle={t('privacy.print.title')}
          lead={dates.moment(now)}
        />
        <p className={css.noPrint}>{t('privacy.print.how')}</p>
        <HeldData data={answer.printed} />
      </DeskPage>
    );
  }
  return (
    <DeskPage>
      <PageHead title={t('privacy.print.title')} lead={t('privacy.print.lead')} />
      <Card>
        <form method="post">
          <Stack>
            <ErrorSummary again={answer} />
            {person === '' ? (
              <TextField name="phone" type="tel" label={t('privacy.print.phone')} again={answer} short />
            ) : (
              <input type="hidden" name="person" value={person} />
            )}
            <TextField
              name="reason"
              label={t('privacy.print.reason')}
              hint={t('privacy.print.reason-hint')}
              maxLength={100}
              again={answer}
            />
            <Button kind="primary">{t('privacy.print.show')}</Button>
          </Stack>
        </form>
      </Card>
    </DeskPage>
  );
}
