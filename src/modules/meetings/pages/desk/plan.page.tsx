import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Check } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { SelectField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { useMeetingWords } from '../meeting-words.part.tsx';
import type { loader } from './plan.page.server.ts';

export { action, loader } from './plan.page.server.ts';

/** One meeting, or a year of them. */
export default function PlanPage() {
  const { bodies } = useLoaderData<typeof loader>();
  return bodies.length === 0 ? <NoBody /> : <PlanForms />;
}

/** Somebody has to sit in a meeting first. */
function NoBody() {
  const { t } = usePage();
  return (
    <DeskPage>
      <PageHead title={t('meetings.desk.plan')} />
      <EmptyState title={t('meetings.plan.no-body')}>
        <LinkButton to="/desk/bodies">{t('meetings.bodies.new')}</LinkButton>
      </EmptyState>
    </DeskPage>
  );
}

function PlanForms() {
  const { t } = usePage();
  const { rules, newId, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const series = again?.values.do === 'plan-series' ? again : undefined;
  const one = series ? undefined : again;
  return (
    <DeskPage>
      <PageHead title={t('meetings.desk.plan')} />
      {rules === null && <Notice>{t('refusal.meetings.no-rules')}</Notice>}
      <ErrorSummary again={again} />
      <Card>
        <form method="post">
          <Stack>
            <input type="hidden" name="id" value={one?.values.id ?? newId} />
            <input type="hidden" name="requestKey" value={requestKey} />
            <Where again={one} />
            <TextField name="startsAt" type="datetime-local" label={t('meetings.form.starts')} again={one} />
            <Check
              name="isAdHoc"
              label={t('meetings.form.ad-hoc', { n: rules?.adHocHours ?? 24 })}
              checked={one?.values.isAdHoc === 'yes'}
            />
            <TextField
              name="adHocReason"
              label={t('meetings.form.ad-hoc-why')}
              maxLength={300}
              optional
              again={one}
            />
            <Row>
              <Button kind="primary" name="do" value="plan-meeting">
                {t('meetings.form.plan')}
              </Button>
            </Row>
          </Stack>
        </form>
      </Card>
      <Series again={series} />
    </DeskPage>
  );
}

/** A year of meetings at once. */
function Series({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  const { month, requestKey } = useLoaderData<typeof loader>();
  const numbers = (most: number) =>
    Array.from({ length: most }, (_, at) => String(at + 1)).map((value) => ({ value, label: value }));
  return (
    <Card>
      <details open={again !== undefined}>
        <summary>{t('meetings.desk.series')}</summary>
        <form method="post">
          <Stack>
            <input type="hidden" name="requestKey" value={requestKey} />
            <p className="quiet">{t('meetings.form.series-hint')}</p>
            <Where again={again} />
            <Row>
              <TextField name="month" label={t('meetings.form.month')} value={month} short again={again} />
              <SelectField
                name="months"
                label={t('meetings.form.months')}
                options={numbers(12)}
                value="12"
                again={again}
              />
              <SelectField
                name="nth"
                label={t('meetings.form.nth')}
                options={numbers(4).map(({ value }) => ({ value, label: t(`meetings.nth.${value}`) }))}
                value="3"
                again={again}
              />
              <SelectField
                name="weekday"
                label={t('meetings.form.weekday')}
                options={numbers(7).map(({ value }) => ({ value, label: t(`meetings.weekday.${value}`) }))}
                value="3"
                again={again}
              />
              <TextField
                name="time"
                type="time"
                label={t('meetings.form.time')}
                value="19:00"
                again={again}
              />
            </Row>
            <Row>
              <Button name="do" value="plan-series">
                {t('meetings.form.series')}
              </Button>
            </Row>
          </Stack>
        </form>
      </details>
    </Card>
  );
}

/** Body, place, length, secretary: the same for one meeting and for many. */
function Where({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  const { bodies, organisations, ownPostId } = useLoaderData<typeof loader>();
  return (
    <>
      <SelectField
        name="bodyId"
        label={t('meetings.form.body')}
        options={bodies.map((body) => ({ value: body.id, label: nameOf(body) }))}
        again={again}
      />
      <Row>
        <TextField name="place" label={t('meetings.form.place')} maxLength={80} again={again} />
        <TextField
          name="minutes"
          type="number"
          label={t('meetings.form.minutes')}
          value="90"
          short
          again={again}
        />
        <SelectField
          name="secretaryPostId"
          label={t('meetings.form.secretary')}
          options={organisations
            .filter(({ kind }) =>
              ['PARTY_GENERAL_BRANCH', 'RESIDENTS_COMMITTEE', 'OWNERS_COMMITTEE'].includes(kind),
            )
            .flatMap((org) =>
              org.posts.map((post) => ({ value: post.id, label: nameOf(post), group: nameOf(org) })),
            )}
          value={ownPostId}
          again={again}
        />
      </Row>
    </>
  );
}
