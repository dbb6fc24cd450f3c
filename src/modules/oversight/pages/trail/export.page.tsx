import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { DeskPage, Notice, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader } from './export.page.server.ts';

export { action, loader } from './export.page.server.ts';

/** Saving the trail: first why, then the sheet. */
export default function ExportPage() {
  const { t } = usePage();
  const { search, most, ready, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const question = again?.values.question ?? search;
  const what = t(question === '' ? 'oversight.export-everything' : 'oversight.export-filtered');
  return (
    <DeskPage>
      <PageHead title={t('oversight.export-title')} lead={t('oversight.export-lead')} />
      <ErrorSummary again={again} />
      {ready && !again ? (
        <Card>
          <Stack>
            <Notice>{t('oversight.export-ready')}</Notice>
            <p>
              <a href={`/desk/oversight/trail/export/${ready}/sheet`} download>
                {t('oversight.export-download')}
              </a>
            </p>
          </Stack>
        </Card>
      ) : (
        <Card>
          <form method="post" action="/desk/oversight/trail/export">
            <Stack>
              <p>{t('oversight.export-what', { what })}</p>
              <p className="quiet">{t('oversight.export-most', { most })}</p>
              <input type="hidden" name="question" value={question} />
              <input type="hidden" name="requestKey" value={requestKey} />
              <TextField name="reason" label={t('oversight.export-reason')} maxLength={200} again={again} />
              <div>
                <Button kind="primary">{t('oversight.export')}</Button>
              </div>
            </Stack>
          </form>
        </Card>
      )}
      <p>
        <a href={`/desk/oversight/trail${search === '' ? '' : `?${search}`}`}>{t('oversight.export-back')}</a>
      </p>
    </DeskPage>
  );
}
