import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { CardList } from '#web/ui/card.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState, Facts, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import { ANSWERS } from '../../contract.ts';
import type { loader } from './requests.page.server.ts';

export { action, loader } from './requests.page.server.ts';

/** What people asked about their own data, those due first on top. */
export default function RequestsPage() {
  const { t } = usePage();
  const { requests } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <DeskPage>
      <PageHead title={t('privacy.desk.title')} lead={t('privacy.desk.lead')} />
      <Row>
        <LinkButton to="/desk/privacy/print">{t('privacy.print.title')}</LinkButton>
        <LinkButton to="/desk/privacy/retention">{t('privacy.retention.title')}</LinkButton>
      </Row>
      <ErrorSummary again={again} />
      {requests.length === 0 ? (
        <EmptyState title={t('privacy.desk.none')} />
      ) : (
        <CardList label={t('privacy.desk.title')}>
          {requests.map((one) => (
            <li key={one.id}>
              <One one={one} again={again?.values.requestId === one.id ? again : undefined} />
            </li>
          ))}
        </CardList>
      )}
    </DeskPage>
  );
}

type RequestOfDesk = Awaited<ReturnType<typeof loader>>['requests'][number];

function One({ one, again }: { one: RequestOfDesk; again: FormAgain | undefined }) {
  const { t, dates } = usePage();
  return (
    <Stack>
      <Row>
        <strong>{one.name}</strong>
        <span>{t(`privacy.request.${one.kind}`)}</span>
        <StateChip tone={one.isLate ? 'late' : one.state === 'ASKED' ? 'ongoing' : 'done'}>
          {t(`privacy.state.${one.state}`)}
        </StateChip>
      </Row>
      <p>{one.text}</p>
      <Facts
        facts={[
          [t('privacy.field.askedAt'), dates.moment(one.askedAt)],
          [t('privacy.requests.due'), one.state === 'ASKED' ? dates.day(one.dueOn) : null],
          [t('privacy.field.answer'), one.answer],
        ]}
      />
      {one.state === 'ASKED' && <Answer one={one} again={again} />}
    </Stack>
  );
}

function Answer({ one, again }: { one: RequestOfDesk; again: FormAgain | undefined }) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  return (
    <details open={again !== undefined}>
      <summary>{t('privacy.desk.answer')}</summary>
      <form method="post">
        <Stack>
          <p className="quiet">{t(`privacy.keeps.${one.kind}`)}</p>
          <input type="hidden" name="requestKey" value={requestKey} />
          <input type="hidden" name="requestId" value={one.id} />
          <input type="hidden" name="version" value={one.version} />
          <Choice
            name="state"
            legend={t('privacy.desk.outcome')}
            options={ANSWERS.map((state) => ({ value: state, label: t(`privacy.state.${state}`) }))}
            again={again}
            columns
          />
          <LongTextField
            name="answer"
            label={t('privacy.field.answer')}
            maxLength={1000}
            rows={4}
            again={again}
          />
          <Row>
            <Button kind="primary">{t('privacy.desk.send')}</Button>
          </Row>
        </Stack>
      </form>
    </details>
  );
}
