import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { MeetingLine } from '../../queries/meeting-list.ts';
import { MeetingEntry } from '../meeting-line.part.tsx';
import type { loader } from './meetings.page.server.ts';

export { action, loader } from './meetings.page.server.ts';

/** Everything about meetings in one place: what comes, what is being written, what was held. */
export default function MeetingsPage() {
  const { t } = usePage();
  const seen = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const isEmpty = [seen.coming, seen.minutes, seen.past].every((list) => list.length === 0);
  return (
    <DeskPage>
      <PageHead title={t('meetings.desk.title')} lead={t('meetings.desk.lead')} />
      {seen.isDone && !again && <Notice>{t('meetings.page.saved')}</Notice>}
      <ErrorSummary again={again} />
      <Row>
        {seen.convenes.length > 0 && (
          <LinkButton kind="primary" to="/desk/meetings/plan">
            {t('meetings.desk.plan')}
          </LinkButton>
        )}
        <LinkButton to="/desk/bodies">{t('meetings.desk.bodies')}</LinkButton>
      </Row>
      {isEmpty && (
        <EmptyState title={t('meetings.desk.none')}>
          <p>{t(seen.hasBodies ? 'meetings.desk.none-plan' : 'meetings.desk.none-body')}</p>
        </EmptyState>
      )}
      <List title={t('meetings.desk.coming')} lines={seen.coming} />
      <List title={t('meetings.desk.minutes')} lines={seen.minutes} />
      {seen.sitsIn.length > 0 && <Topics again={again} />}
      <List title={t('meetings.desk.past')} lines={seen.past} />
    </DeskPage>
  );
}

function List({ title, lines }: { title: string; lines: readonly MeetingLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <CardList label={title}>
        {lines.map((line) => (
          <MeetingEntry key={line.id} line={line} to={`/desk/meetings/${line.id}`} withDue />
        ))}
      </CardList>
    </Section>
  );
}

/** What the own organisation asked for, and one more. */
function Topics({ again }: { again: FormAgain | undefined }) {
  const { t, locale } = usePage();
  const { topics, sitsIn, newId, requestKey } = useLoaderData<typeof loader>();
  return (
    <Section title={t('meetings.desk.own-topics')}>
      {topics.length > 0 && (
        <CardList>
          {topics.map((topic) => (
            <li key={topic.id}>
              <strong>{topic.title}</strong>{' '}
              <span className="quiet">
                {t(`meetings.topic.state.${topic.state}`, { reason: topic.reason ?? '' })}
              </span>
            </li>
          ))}
        </CardList>
      )}
      <Card>
        <details open={again?.values.do === 'ask-topic'}>
          <summary>{t('meetings.desk.topic')}</summary>
          <form method="post">
            <Stack>
              <input type="hidden" name="id" value={again?.values.id ?? newId} />
              <input type="hidden" name="requestKey" value={requestKey} />
              <SelectField
                name="bodyId"
                label={t('meetings.form.body')}
                options={sitsIn.map((body) => ({
                  value: body.id,
                  label: locale === 'en' ? body.nameEn : body.nameZh,
                }))}
                again={again}
              />
              <TextField name="title" label={t('meetings.form.topic-title')} maxLength={60} again={again} />
              <TextField name="question" label={t('meetings.form.question')} maxLength={200} again={again} />
              <LongTextField
                name="background"
                label={t('meetings.form.background')}
                maxLength={1000}
                rows={3}
                again={again}
              />
              <Row>
                <Button name="do" value="ask-topic">
                  {t('meetings.form.ask')}
                </Button>
              </Row>
            </Stack>
          </form>
        </details>
      </Card>
    </Section>
  );
}
