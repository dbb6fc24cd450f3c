import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState, Facts, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { loader } from './retention.page.server.ts';

export { action, loader } from './retention.page.server.ts';

/** What is past its period, listed before anything is done; holds; what was decided and done. */
export default function RetentionPage() {
  const { t } = usePage();
  const { plans } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <DeskPage>
      <PageHead title={t('privacy.retention.title')} lead={t('privacy.retention.lead')} />
      <ErrorSummary again={again} />
      {plans.map((plan) => (
        <Plan key={plan.kind} plan={plan} />
      ))}
      <Holds again={again} />
      <Runs />
    </DeskPage>
  );
}

type PlanView = Awaited<ReturnType<typeof loader>>['plans'][number];

function Plan({ plan }: { plan: PlanView }) {
  const { t, dates } = usePage();
  const { mayDecide } = useLoaderData<typeof loader>();
  return (
    <Card title={t(`privacy.kept.${plan.kind}.what`)}>
      <Stack>
        <Facts
          facts={[
            [t('privacy.retention.period'), t('privacy.months', { n: plan.months })],
            [t('privacy.retention.before'), dates.day(plan.before)],
            [t('privacy.retention.due'), t('privacy.retention.n', { n: plan.due })],
            [t('privacy.retention.held'), plan.held > 0 ? t('privacy.retention.n', { n: plan.held }) : null],
          ]}
        />
        <p>{t(`privacy.retention.does.${plan.kind}`)}</p>
        {plan.rows.length > 0 && (
          <details>
            <summary>{t('privacy.retention.rows', { n: plan.rows.length })}</summary>
            <ul>
              {plan.rows.map((row) => (
                <li key={row.id}>
                  <a href={`/desk/matters/${row.code}`} className="num">
                    {row.code}
                  </a>{' '}
                  {t('privacy.retention.closed', { day: dates.day(row.closedAt) })}
                </li>
              ))}
            </ul>
          </details>
        )}
        {mayDecide && <Decide plan={plan} />}
      </Stack>
    </Card>
  );
}

function Decide({ plan }: { plan: PlanView }) {
  const { t } = usePage();
  return (
    <>
      {plan.due > 0 && (
        <form method="post">
          <input type="hidden" name="kind" value={plan.kind} />
          <input type="hidden" name="listed" value={plan.due} />
          <Button kind="danger" name="do" value="run">
            {t('privacy.retention.run', { n: plan.due })}
          </Button>
        </form>
      )}
      <details>
        <summary>{t('privacy.retention.change-period')}</summary>
        <form method="post">
          <Stack>
            <input type="hidden" name="kind" value={plan.kind} />
            <TextField
              name="months"
              type="number"
              label={t('privacy.retention.months')}
              value={String(plan.months)}
              short
            />
            <TextField name="reason" label={t('privacy.retention.reason')} maxLength={300} />
            <Row>
              <Button name="do" value="period">
                {t('privacy.retention.save')}
              </Button>
            </Row>
          </Stack>
        </form>
      </details>
    </>
  );
}

function Holds({ again }: { again: FormAgain | undefined }) {
  const { t, dates } = usePage();
  const { holds, mayDecide } = useLoaderData<typeof loader>();
  return (
    <Section title={t('privacy.hold.title')}>
      {holds.length === 0 ? (
        <EmptyState title={t('privacy.hold.none')} />
      ) : (
        <CardList label={t('privacy.hold.title')}>
          {holds.map((hold) => (
            <li key={hold.id}>
              <Row>
                <strong>{t(`privacy.hold.${hold.subjectKind}`)}</strong>
                <StateChip tone={hold.isOn ? 'due' : 'done'}>
                  {t(hold.isOn ? 'privacy.hold.on' : 'privacy.hold.off')}
                </StateChip>
                <span>{t('privacy.hold.until', { day: dates.day(hold.until) })}</span>
              </Row>
              <p>{hold.reason}</p>
              {hold.isOn && mayDecide && (
                <form method="post">
                  <input type="hidden" name="hold" value={hold.id} />
                  <Button name="do" value="lift">
                    {t('privacy.hold.lift')}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </CardList>
      )}
      {mayDecide && <NewHold again={again?.values.do === 'hold' ? again : undefined} />}
    </Section>
  );
}

function NewHold({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  return (
    <details open={again !== undefined}>
      <summary>{t('privacy.hold.new')}</summary>
      <form method="post">
        <Stack>
          <TextField
            name="subject"
            label={t('privacy.hold.subject')}
            hint={t('privacy.hold.subject-hint')}
            maxLength={40}
            optional
            again={again}
          />
          <LongTextField
            name="reason"
            label={t('privacy.retention.reason')}
            maxLength={300}
            rows={2}
            again={again}
          />
          <TextField name="until" type="date" label={t('privacy.hold.until-label')} short again={again} />
          <Row>
            <Button kind="primary" name="do" value="hold">
              {t('privacy.hold.set')}
            </Button>
          </Row>
        </Stack>
      </form>
    </details>
  );
}

function Runs() {
  const { t, dates } = usePage();
  const { runs } = useLoaderData<typeof loader>();
  if (runs.length === 0) return null;
  return (
    <Section title={t('privacy.run.title')}>
      <CardList label={t('privacy.run.title')}>
        {runs.map((run) => (
          <li key={run.id}>
            <strong>{t(`privacy.kept.${run.kind}.what`)}</strong>
            <p>
              {t(run.finishedAt ? 'privacy.run.done' : 'privacy.run.open', {
                at: dates.moment(run.decidedAt),
                listed: run.listed,
                done: run.done,
              })}
            </p>
          </li>
        ))}
      </CardList>
    </Section>
  );
}
