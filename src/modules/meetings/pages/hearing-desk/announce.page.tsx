import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { HEARING_STAGES } from '../../contract/hearing.ts';
import css from '../hearing/hearing.module.css';
import { useNamed } from '../hearing/named.part.tsx';
import type { loader } from './announce.page.server.ts';

export { action, loader } from './announce.page.server.ts';

/** A hearing is announced, or another round of one; a second person looks at the words before residents do. */
export default function AnnouncePage() {
  const { t } = usePage();
  const { of, roundId, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const title = of
    ? t('meetings.hearing.announce-round', { n: of.hearing.rounds.length + 1 })
    : t('meetings.hearing.do.announce-hearing');
  return (
    <DeskPage>
      <PageHead title={title} lead={t('meetings.hearing.announce-lead')} />
      <ErrorSummary again={again} />
      <Card>
        <form method="post">
          <Stack>
            <input type="hidden" name="roundId" value={again?.values.roundId ?? roundId} />
            <input type="hidden" name="hearingId" value={of?.hearing.id ?? ''} />
            <input type="hidden" name="requestKey" value={requestKey} />
            <About again={again} />
            <When again={again} />
            <Row>
              <Button kind="primary">{t('meetings.hearing.to-gate')}</Button>
            </Row>
          </Stack>
        </form>
      </Card>
    </DeskPage>
  );
}

type Again = { readonly again: FormAgain | undefined };

/** What it is about. What holds for the whole hearing is not asked again for another round. */
function About({ again }: Again) {
  const { t } = usePage();
  const { of } = useLoaderData<typeof loader>();
  const last = of?.hearing.rounds.at(-1);
  return (
    <>
      {of ? (
        <>
          <p>
            <strong>{of.hearing.title}</strong>
          </p>
          <input type="hidden" name="title" value={of.hearing.title} />
          <input type="hidden" name="affectedText" value={of.hearing.affectedText} />
          <input type="hidden" name="estateId" value={of.estateId ?? ''} />
          <input type="hidden" name="deciderOrgId" value={of.hearing.deciderOrgId} />
        </>
      ) : (
        <TextField
          name="title"
          label={t('meetings.hearing.form.title')}
          hint={t('meetings.hearing.form.title-hint')}
          maxLength={60}
          again={again}
        />
      )}
      <LongTextField
        name="question"
        label={t('meetings.hearing.question')}
        hint={t('meetings.hearing.form.question-hint')}
        maxLength={1000}
        rows={3}
        value={last?.question ?? ''}
        again={again}
      />
      <LongTextField
        name="background"
        label={t('meetings.hearing.background')}
        hint={t('meetings.hearing.form.background-hint')}
        maxLength={3000}
        rows={5}
        value={last?.background ?? ''}
        again={again}
      />
      {!of && <Whom again={again} />}
    </>
  );
}

/** Whom it concerns, and who decides afterwards. */
function Whom({ again }: Again) {
  const { t } = usePage();
  const named = useNamed();
  const { estates, deciders } = useLoaderData<typeof loader>();
  return (
    <div className={css.pair}>
      <TextField
        name="affectedText"
        label={t('meetings.hearing.affected')}
        hint={t('meetings.hearing.form.affected-text-hint')}
        maxLength={300}
        again={again}
      />
      <SelectField
        name="estateId"
        label={t('meetings.hearing.form.estate')}
        options={estates.map((estate) => ({ value: estate.id, label: named(estate) }))}
        empty={t('meetings.hearing.form.all-estates')}
        optional
        again={again}
      />
      <SelectField
        name="deciderOrgId"
        label={t('meetings.hearing.decider')}
        hint={t('meetings.hearing.form.decider-hint')}
        options={deciders.map((org) => ({ value: org.id, label: named(org) }))}
        empty={t('meetings.hearing.form.choose')}
        again={again}
      />
    </div>
  );
}

/** Before or during, until when one may sign up, when and where it is held. */
function When({ again }: Again) {
  const { t } = usePage();
  const { of } = useLoaderData<typeof loader>();
  return (
    <>
      <Choice
        name="stage"
        legend={t('meetings.hearing.form.stage')}
        options={HEARING_STAGES.map((stage) => ({
          value: stage,
          label: t(`meetings.hearing.stage.${stage}`),
        }))}
        value="BEFORE"
        columns
        again={again}
      />
      <div className={css.pair}>
        <TextField name="recruitsUntil" type="date" label={t('meetings.hearing.until')} again={again} />
        <TextField name="startsDay" type="date" label={t('meetings.hearing.form.day')} again={again} />
        <TextField
          name="startsTime"
          type="time"
          label={t('meetings.hearing.form.time')}
          value="19:00"
          again={again}
        />
        <TextField
          name="place"
          label={t('meetings.hearing.place')}
          value={of?.hearing.rounds.at(-1)?.place ?? ''}
          maxLength={100}
          again={again}
        />
      </div>
    </>
  );
}
