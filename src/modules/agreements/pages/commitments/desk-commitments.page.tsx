import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './commitments.module.css';
import type { loader } from './desk-commitments.page.server.ts';
import { InstanceChip } from './instance.part.tsx';
import { TakeForm } from './take.part.tsx';

export { action, loader } from './desk-commitments.page.server.ts';

type Time = ReturnType<typeof useLoaderData<typeof loader>>['toShow'][number];

/** One's own commitments to show, and others' to confirm. */
export default function DeskCommitmentsPage() {
  const { t } = usePage();
  const { toShow, toJudge, waiting } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const none = toShow.length + toJudge.length + waiting.length === 0;
  const of = (time: Time) => (again?.values.instanceId === time.id ? again : undefined);
  return (
    <DeskPage>
      <PageHead
        title={t('agreements.desk.title')}
        lead={<a href="/commitments">{t('agreements.board.title')}</a>}
      />
      <ErrorSummary again={again} />
      <TakeForm again={again} />
      {none && <EmptyState title={t('agreements.desk.none')} />}
      {toJudge.length > 0 && (
        <Section title={t('agreements.desk.to-judge', { n: toJudge.length })}>
          {toJudge.map((time) => (
            <Card key={time.id}>
              <Told time={time} />
              <Judge time={time} again={of(time)} />
            </Card>
          ))}
        </Section>
      )}
      {toShow.length > 0 && (
        <Section title={t('agreements.desk.to-show', { n: toShow.length })}>
          {toShow.map((time) => (
            <Card key={time.id}>
              <Told time={time} />
              <Show time={time} again={of(time)} />
            </Card>
          ))}
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title={t('agreements.desk.waiting')}>
          <CardList>
            {waiting.map((time) => (
              <li key={time.id}>
                <Told time={time} />
              </li>
            ))}
          </CardList>
        </Section>
      )}
    </DeskPage>
  );
}

function Told({ time }: { readonly time: Time }) {
  const { t, locale } = usePage();
  return (
    <div className={css.commitment}>
      <div>
        <strong>{time.promise}</strong>
        <p className="quiet">
          {locale === 'en' ? time.nameEn : time.nameZh} ·{' '}
          {t('agreements.board.measure', { measure: time.measure })}
        </p>
        {time.evidence && <p>{time.evidence}</p>}
        {time.note && time.standing !== 'CONFIRMED' && (
          <p>{t('agreements.desk.sent-back', { note: time.note })}</p>
        )}
      </div>
      <div>
        <InstanceChip standing={time.standing} /> <span className="quiet num">{time.dueOn}</span>
      </div>
    </div>
  );
}

type FormProps = { readonly time: Time; readonly again: FormAgain | undefined };

function Hidden({ time }: { readonly time: Time }) {
  const { requestKey } = useLoaderData<typeof loader>();
  return (
    <>
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="instanceId" value={time.id} />
      <input type="hidden" name="version" value={time.version} />
    </>
  );
}

function Show({ time, again }: FormProps) {
  const { t } = usePage();
  return (
    <details open={again !== undefined}>
      <summary>{t('agreements.desk.show-how')}</summary>
      <form method="post">
        <Stack>
          <Hidden time={time} />
          <LongTextField
            name="evidence"
            label={t('agreements.desk.evidence')}
            hint={t('agreements.desk.evidence-hint')}
            maxLength={2000}
            within={time.id}
            again={again}
          />
          <Row>
            <Button kind="primary" name="do" value="evidence-commitment">
              {t('agreements.desk.show')}
            </Button>
          </Row>
        </Stack>
      </form>
    </details>
  );
}

function Judge({ time, again }: FormProps) {
  const { t } = usePage();
  return (
    <form method="post">
      <Stack>
        <Hidden time={time} />
        <LongTextField
          name="note"
          label={t('agreements.desk.note')}
          hint={t('agreements.desk.note-hint')}
          maxLength={1000}
          rows={2}
          optional
          within={time.id}
          again={again}
        />
        <Row>
          <Button kind="primary" name="do" value="CONFIRM">
            {t('agreements.desk.confirm')}
          </Button>
          <Button name="do" value="SEND_BACK">
            {t('agreements.desk.send-back')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
