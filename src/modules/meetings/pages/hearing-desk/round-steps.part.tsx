import type { ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import { dateKey } from '#kernel/work-calendar.ts';
import { timeOf } from '#platform/i18n/dates.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { LongTextField, TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import type { HearingAction } from '../../contract/hearing.ts';
import css from '../hearing/hearing.module.css';
import type { loader } from './hearing.page.server.ts';

type Again = { readonly again: FormAgain | undefined };

/** The steps of the round that may be taken now, the next one on top; one that must wait says for what. */
export function RoundSteps({ again }: Again) {
  const { t, dates } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const { round, steps } = detail;
  const may = (step: HearingAction) => steps.includes(step);
  const unanswered = (detail.opinions ?? []).filter((one) => one.verdict === null).length;
  if (!(['set-hearing', 'hold-hearing', 'publish-answers', 'cancel-hearing'] as const).some(may)) return null;
  return (
    <Card title={t('meetings.hearing.next')}>
      <Stack>
        {may('set-hearing') &&
          (round.isOpen ? (
            <p>{t('meetings.hearing.set-after', { day: dates.day(round.recruitsUntil) })}</p>
          ) : (
            <SetForm again={again} />
          ))}
        {may('hold-hearing') && <HoldForm again={again} />}
        {may('publish-answers') &&
          (detail.pieceId ? (
            <p>
              {t('meetings.hearing.at-gate')}{' '}
              <a href={`/desk/redaction/${detail.pieceId}`}>{t('meetings.hearing.see-gate')}</a>
            </p>
          ) : unanswered > 0 ? (
            <p>{t('meetings.hearing.publish-after', { n: unanswered })}</p>
          ) : (
            <Step step="publish-answers" primary />
          ))}
        {may('postpone-hearing') && <PostponeForm again={again} />}
        {may('cancel-hearing') && (
          <Folded step="cancel-hearing" again={again}>
            <TextField
              name="reason"
              label={t('meetings.hearing.form.reason')}
              maxLength={300}
              again={again}
            />
          </Folded>
        )}
      </Stack>
    </Card>
  );
}

type StepProps = { readonly step: HearingAction; readonly primary?: boolean; readonly children?: ReactNode };

function Step({ step, primary = false, children }: StepProps) {
  const { t } = usePage();
  const { detail, requestKey } = useLoaderData<typeof loader>();
  return (
    <form method="post">
      <Stack>
        <input type="hidden" name="roundId" value={detail.round.id} />
        <input type="hidden" name="version" value={detail.version} />
        <input type="hidden" name="requestKey" value={requestKey} />
        {children}
        <Button {...(primary ? { kind: 'primary' as const } : {})} name="do" value={step}>
          {t(`meetings.hearing.do.${step}`)}
        </Button>
      </Stack>
    </form>
  );
}

function Folded({ step, again, children }: StepProps & Again) {
  const { t } = usePage();
  return (
    <details open={again?.values.do === step}>
      <summary>{t(`meetings.hearing.do.${step}`)}</summary>
      <Step step={step}>{children}</Step>
    </details>
  );
}

function SetForm({ again }: Again) {
  const { t } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const owesReason = detail.round.balance.lines.some((line) => line.verdict === 'CANNOT_BE_MET');
  return (
    <Step step="set-hearing" primary>
      {owesReason && (
        <LongTextField
          name="balanceReason"
          label={t('meetings.hearing.form.balance-reason')}
          maxLength={500}
          rows={3}
          again={again}
        />
      )}
    </Step>
  );
}

/** What happened, and how each of those with a seat took part. */
function HoldForm({ again }: Again) {
  const { t, dates, now } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const { round } = detail;
  if (now < round.startsAt)
    return <p>{t('meetings.hearing.hold-after', { at: dates.moment(round.startsAt) })}</p>;
  const seated = (detail.list ?? []).filter((one) => one.seated);
  return (
    <Step step="hold-hearing" primary>
      <table className={css.table}>
        <tbody>
          {seated.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.name}</th>
              <td>
                <select
                  name={`came-${one.id}`}
                  defaultValue={again?.values[`came-${one.id}`] ?? 'ROOM'}
                  aria-label={t('meetings.hearing.came-how', { name: one.name })}
                >
                  {['ROOM', 'REMOTE', 'NOT'].map((how) => (
                    <option key={how} value={how}>
                      {t(`meetings.hearing.came.${how}`)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <LongTextField
        name="record"
        label={t('meetings.hearing.record')}
        hint={t('meetings.hearing.form.record-hint')}
        maxLength={5000}
        rows={6}
        again={again}
      />
    </Step>
  );
}

function PostponeForm({ again }: Again) {
  const { t } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const { round } = detail;
  return (
    <Folded step="postpone-hearing" again={again}>
      <TextField
        name="recruitsUntil"
        type="date"
        label={t('meetings.hearing.until')}
        value={round.recruitsUntil}
        again={again}
      />
      <div className={css.pair}>
        <TextField
          name="startsDay"
          type="date"
          label={t('meetings.hearing.form.day')}
          value={dateKey(round.startsAt)}
          again={again}
        />
        <TextField
          name="startsTime"
          type="time"
          label={t('meetings.hearing.form.time')}
          value={timeOf(round.startsAt)}
          again={again}
        />
      </div>
      <TextField
        name="place"
        label={t('meetings.hearing.place')}
        value={round.place}
        maxLength={100}
        again={again}
      />
      <TextField name="reason" label={t('meetings.hearing.form.reason')} maxLength={300} again={again} />
    </Folded>
  );
}
