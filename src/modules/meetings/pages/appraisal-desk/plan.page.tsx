import { useActionData, useLoaderData } from 'react-router';
import { dateKey } from '#kernel/work-calendar.ts';
import { timeOf } from '#platform/i18n/dates.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { APPRAISAL_OBJECTS } from '../../contract/appraisal.ts';
import css from '../hearing/hearing.module.css';
import { useNamed } from '../hearing/named.part.tsx';
import type { loader } from './plan.page.server.ts';

export { action, loader } from './plan.page.server.ts';

/** Whose work is appraised, of what, by which criteria, when and where. */
export default function PlanPage() {
  const { t } = usePage();
  const { before, newId, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <DeskPage>
      <PageHead
        title={t(before ? 'meetings.appraisal.change-plan' : 'meetings.appraisal.do.plan-appraisal')}
        lead={t('meetings.appraisal.plan-lead')}
      />
      <ErrorSummary again={again} />
      <Card>
        <form method="post">
          <Stack>
            <input type="hidden" name="id" value={again?.values.id ?? before?.appraisal.id ?? newId} />
            <input type="hidden" name="version" value={before?.version ?? 0} />
            <input type="hidden" name="requestKey" value={requestKey} />
            <ObjectFields again={again} />
            <CriteriaAndTime again={again} />
            <Row>
              <Button kind="primary">{t('meetings.appraisal.save-plan')}</Button>
            </Row>
          </Stack>
        </form>
      </Card>
    </DeskPage>
  );
}

/** What is appraised: whose work, of what, where. */
function ObjectFields({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  const named = useNamed();
  const { before, orgs, estates } = useLoaderData<typeof loader>();
  const kept = before?.appraisal;
  const estateId = estates.find((one) => one.nameZh === kept?.estate?.nameZh)?.id;
  return (
    <>
      <Choice
        name="objectKind"
        legend={t('meetings.appraisal.object')}
        options={APPRAISAL_OBJECTS.map((kind) => ({
          value: kind,
          label: t(`meetings.appraisal.object.${kind}`),
        }))}
        value={kept?.objectKind ?? 'ORGANISATION'}
        columns
        again={again}
      />
      <div className={css.pair}>
        <SelectField
          name="orgId"
          label={t('meetings.appraisal.org')}
          options={orgs.map((org) => ({ value: org.id, label: named(org) }))}
          empty={t('meetings.hearing.form.choose')}
          value={kept?.org?.id ?? ''}
          again={again}
        />
        <TextField
          name="title"
          label={t('meetings.appraisal.of-what')}
          hint={t('meetings.appraisal.of-what-hint')}
          maxLength={60}
          value={kept?.title ?? ''}
          again={again}
        />
        <TextField
          name="finishedOn"
          type="date"
          label={t('meetings.appraisal.finished')}
          hint={t('meetings.appraisal.finished-hint')}
          value={kept?.finishedOn ?? ''}
          optional
          again={again}
        />
        <SelectField
          name="estateId"
          label={t('meetings.hearing.form.estate')}
          options={estates.map((estate) => ({ value: estate.id, label: named(estate) }))}
          empty={t('meetings.hearing.form.all-estates')}
          value={estateId ?? ''}
          optional
          again={again}
        />
      </div>
    </>
  );
}

/** By which criteria, when and in which room. */
function CriteriaAndTime({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  const { before } = useLoaderData<typeof loader>();
  const kept = before?.appraisal;
  return (
    <>
      <LongTextField
        name="criteria"
        label={t('meetings.appraisal.criteria')}
        hint={t('meetings.appraisal.criteria-hint')}
        maxLength={400}
        rows={6}
        value={(kept?.criteria ?? [t('meetings.appraisal.usual-criteria')]).join('\n')}
        again={again}
      />
      <div className={css.pair}>
        <TextField
          name="startsDay"
          type="date"
          label={t('meetings.hearing.form.day')}
          value={kept ? dateKey(kept.startsAt) : ''}
          again={again}
        />
        <TextField
          name="startsTime"
          type="time"
          label={t('meetings.hearing.form.time')}
          value={kept ? timeOf(kept.startsAt) : '19:00'}
          again={again}
        />
        <TextField
          name="place"
          label={t('meetings.hearing.place')}
          value={kept?.place ?? ''}
          maxLength={100}
          again={again}
        />
      </div>
    </>
  );
}
