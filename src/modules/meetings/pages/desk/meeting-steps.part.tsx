import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { PageForm, refusedOf, TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import type { MeetingStep } from '../../contract/meetings.ts';
import type { loader } from './meeting.page.server.ts';

type Again = { readonly again: FormAgain | undefined };

/** What comes next; what is rarely wanted is folded away. */
const RARE: readonly MeetingStep[] = [
  'postpone-meeting',
  'cancel-meeting',
  'reopen-agenda',
  'close-inquorate',
  'redraft-minutes',
];

/** How the meeting stands, and the steps the reader may take. */
export function Steps({ again }: Again) {
  const { t, dates } = usePage();
  const { file } = useLoaderData<typeof loader>();
  const main = file.steps.filter(
    (step) => !RARE.includes(step) && !(step === 'publish-minutes' && file.atGate),
  );
  const waits = file.state === 'SIGNED' && file.atGate;
  return (
    <Card title={t(`meetings.state.${file.state}`)}>
      <Stack>
        <p>
          {t(waits ? 'meetings.now.SIGNED-waiting' : `meetings.now.${file.state}`, {
            until: file.reviewUntil ? dates.moment(file.reviewUntil) : '',
            reason: file.reason ?? '',
          })}
        </p>
        {main.map((step, at) => (
          <StepForm key={step} step={step} isFirst={at === 0} again={again} />
        ))}
        {file.steps
          .filter((step) => RARE.includes(step))
          .map((step) => (
            <details key={step} open={again?.values.do === step}>
              <summary>{t(`meetings.do.${step}`)}</summary>
              <StepForm step={step} isFirst={false} again={again} />
            </details>
          ))}
      </Stack>
    </Card>
  );
}

function StepForm({ step, isFirst, again }: Again & { step: MeetingStep; isFirst: boolean }) {
  const { t } = usePage();
  const { file, requestKey } = useLoaderData<typeof loader>();
  const own = refusedOf(again, step);
  return (
    <PageForm name={step}>
      <Stack>
        <input type="hidden" name="version" value={file.version} />
        <input type="hidden" name="requestKey" value={requestKey} />
        {(step === 'postpone-meeting' || step === 'cancel-meeting') && (
          <TextField name="reason" label={t('meetings.form.reason')} maxLength={300} again={own} />
        )}
        {step === 'set-new-day' && (
          <>
            <TextField name="startsAt" type="datetime-local" label={t('meetings.form.starts')} again={own} />
            <TextField
              name="place"
              label={t('meetings.form.place')}
              value={file.place}
              maxLength={80}
              again={own}
            />
          </>
        )}
        <Button {...(isFirst ? { kind: 'primary' as const } : {})} name="do" value={step}>
          {t(`meetings.do.${step}`)}
        </Button>
      </Stack>
    </PageForm>
  );
}
