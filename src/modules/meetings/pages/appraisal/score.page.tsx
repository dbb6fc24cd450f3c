import { useActionData, useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { Notice, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { useNamed } from '../hearing/named.part.tsx';
import type { loader, ScoreAgain } from './score.page.server.ts';

export { action, loader } from './score.page.server.ts';

const MARKS = ['5', '4', '3', '2', '1'];

/** Scoring with the code of a slip: nobody signs in, nobody is asked who they are. */
export default function ScorePage() {
  const { t } = usePage();
  const { isDone } = useLoaderData<typeof loader>();
  const again = useActionData<ScoreAgain>();
  return (
    <>
      <PageHead title={t('meetings.appraisal.score')} lead={t('meetings.appraisal.nobody-knows')} />
      {isDone && !again && <Notice>{t('meetings.appraisal.thanks')}</Notice>}
      <ErrorSummary again={again} />
      {again?.slip ? <Slip again={again} /> : <AskCode again={again} />}
    </>
  );
}

function AskCode({ again }: { again: ScoreAgain | undefined }) {
  const { t } = usePage();
  return (
    <Card>
      <form method="post" action="/score">
        <Stack>
          <TextField
            name="code"
            label={t('meetings.appraisal.code')}
            hint={t('meetings.appraisal.code-hint')}
            maxLength={12}
            autoComplete="off"
            value={again?.code ?? ''}
            again={again}
          />
          <Button kind="primary" wide name="do" value="look">
            {t('meetings.appraisal.open-slip')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

function Slip({ again }: { again: ScoreAgain }) {
  const { t } = usePage();
  const named = useNamed();
  const { slip, code } = again;
  if (!slip) return null;
  return (
    <Card title={`${named(slip.org)} · ${slip.title}`}>
      <form method="post" action="/score">
        <Stack>
          <input type="hidden" name="code" value={code} />
          {slip.criteria.map((criterion, at) => (
            <Choice
              key={criterion}
              name={`score${at + 1}`}
              legend={criterion}
              options={MARKS.map((mark) => ({ value: mark, label: t(`meetings.appraisal.mark.${mark}`) }))}
              optional
              columns
              again={again}
            />
          ))}
          <p className="quiet">{t('meetings.appraisal.blank-is-fine')}</p>
          <Button kind="primary" wide name="do" value="cast-slip">
            {t('meetings.appraisal.do.cast-slip')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
