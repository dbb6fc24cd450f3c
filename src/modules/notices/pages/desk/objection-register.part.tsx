import { useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { LongTextField, PageForm, refusedOf, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Facts, Stack } from '#web/ui/layout.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import { OBJECTION_CHANNELS, OBJECTION_OUTCOMES } from '../../contract/public.ts';
import { localMoment } from '../../forms/moments.ts';
import type { ReceivedObjection } from '../../queries/public/public-notice-detail.ts';
import css from '../notices.module.css';
import type { loader } from './public-notice.page.server.ts';

type Again = { readonly again: FormAgain | undefined };

/** Every objection under its real name, with the form of its answer: for the organisation that issued the notice. */
export function ObjectionRegister({ again }: Again) {
  const { t } = usePage();
  const { notice } = useLoaderData<typeof loader>();
  const { received } = notice;
  if (received === null)
    return (
      <Card title={t('notices.public.objections')}>
        <p>{t('notices.desk.counts', { n: notice.published.length, waiting: notice.waiting })}</p>
        <p className="quiet">{t('notices.desk.names-elsewhere')}</p>
      </Card>
    );
  return (
    <>
      {received.length === 0 && (
        <Card title={t('notices.public.objections')}>
          <p className="quiet">{t('notices.public.no-objections')}</p>
        </Card>
      )}
      {received.map((one) => (
        <Received key={one.id} objection={one} again={again} />
      ))}
      <RecordForm again={again} />
    </>
  );
}

function Received({ objection, again }: Again & { objection: ReceivedObjection }) {
  const { t, dates } = usePage();
  const { n, name, channel, dueAt, isLate, answer, outcome, publishedAt } = objection;
  return (
    <Card title={t('notices.public.objection-n', { n })}>
      <p className={css.chips}>
        {publishedAt ? (
          <StateChip tone="done">{t('notices.desk.published')}</StateChip>
        ) : (
          <StateChip tone={isLate ? 'late' : 'due'}>
            {answer !== null
              ? t('notices.desk.at-gate')
              : dueAt
                ? t('notices.desk.due', { at: dates.moment(dueAt) })
                : t('notices.desk.due-unknown')}
          </StateChip>
        )}
      </p>
      <p lang={languageOf(objection.objection)}>{objection.objection}</p>
      <Facts
        facts={[
          [t('notices.desk.who'), name],
          [
            t('notices.desk.time'),
            [dates.moment(objection.madeAt), t(`notices.public.channel.${channel}`)].join(' · '),
          ],
          [t('notices.public.outcome'), outcome && t(`notices.public.outcome.${outcome}`)],
          [t('notices.public.answer'), answer],
        ]}
      />
      {publishedAt === null && <AnswerForm objection={objection} again={again} />}
    </Card>
  );
}

function AnswerForm({ objection, again }: Again & { objection: ReceivedObjection }) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  const form = `answer-${objection.n}`;
  const mine = refusedOf(again, form);
  return (
    <details open={objection.answer === null || mine ? true : undefined} className={css.buildings}>
      <summary>{t(objection.answer === null ? 'notices.desk.answer' : 'notices.desk.answer-anew')}</summary>
      <PageForm name={form}>
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="do" value="answer-objection" />
        <input type="hidden" name="objectionId" value={objection.id} />
        <Stack>
          <SelectField
            name="outcome"
            label={t('notices.public.outcome')}
            options={OBJECTION_OUTCOMES.map((one) => ({
              value: one,
              label: t(`notices.public.outcome.${one}`),
            }))}
            value={objection.outcome ?? 'ADOPTED'}
            again={mine}
          />
          <LongTextField
            name="gist"
            label={t('notices.desk.gist')}
            hint={t('notices.desk.gist-hint')}
            maxLength={1000}
            rows={2}
            again={mine}
          />
          <LongTextField
            name="answer"
            label={t('notices.public.answer')}
            hint={t('notices.desk.answer-hint')}
            maxLength={1000}
            value={objection.answer ?? ''}
            again={mine}
          />
          <Button kind="primary">{t('notices.hand-over')}</Button>
        </Stack>
      </PageForm>
    </details>
  );
}

/** An objection that came on paper, by telephone or at the desk. */
function RecordForm({ again }: Again) {
  const { t, now } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  const mine = refusedOf(again, 'record');
  const channels = OBJECTION_CHANNELS.filter((one) => one !== 'WEB');
  return (
    <Card title={t('notices.desk.record')}>
      <p className="quiet">{t('notices.desk.record-hint')}</p>
      <PageForm name="record">
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="do" value="record-objection" />
        <Stack>
          <div className={css.two}>
            <TextField name="name" label={t('notices.desk.name')} maxLength={40} again={mine} />
            <SelectField
              name="channel"
              label={t('notices.desk.channel')}
              options={channels.map((one) => ({ value: one, label: t(`notices.public.channel.${one}`) }))}
              value="DESK"
              again={mine}
            />
          </div>
          <TextField
            name="madeAt"
            type="datetime-local"
            label={t('notices.desk.made')}
            value={localMoment(now)}
            again={mine}
          />
          <LongTextField
            name="objection"
            label={t('notices.desk.objection')}
            maxLength={1000}
            rows={3}
            again={mine}
          />
          <Button>{t('notices.desk.record')}</Button>
        </Stack>
      </PageForm>
    </Card>
  );
}
