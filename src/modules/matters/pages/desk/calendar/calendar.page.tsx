import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import css from './calendar.module.css';
import type { loader } from './calendar.page.server.ts';

export { action, loader } from './calendar.page.server.ts';

/** Which days people work: years known, exceptions, hours. A year without data is said, never guessed. */
export default function CalendarPage() {
  const { t } = usePage();
  const { years, hours, missing, mayKeep, counted } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const spans = hours.map((span) => `${clock(span.from)}–${clock(span.to)}`).join(t('desk.comma'));
  return (
    <div className={css.page}>
      <PageHead title={t('desk.nav.calendar')} lead={t('desk.calendar.lead', { hours: spans })} />
      {counted !== null && !again && <Notice>{t('desk.calendar.done', { n: Number(counted) || 0 })}</Notice>}
      {missing.map(({ year, matters }) => (
        <Card key={year} tone="due">
          <p>
            <strong>{t('desk.calendar.missing', { year, n: matters })}</strong>{' '}
            {t('desk.calendar.missing-how')}
          </p>
        </Card>
      ))}
      <ErrorSummary again={again} />
      <div className={css.body}>
        <div className={css.years}>
          {years.map((year) => (
            <Year key={year.year} year={year} />
          ))}
        </div>
        {mayKeep ? (
          <div className={css.forms}>
            <YearForm again={again} next={Math.max(...years.map((y) => y.year), 2024) + 1} />
            <DayForm again={again} />
          </div>
        ) : (
          <p className="quiet">{t('refusal.matters.calendar-not-yours')}</p>
        )}
      </div>
    </div>
  );
}

type Year = ReturnType<typeof useLoaderData<typeof loader>>['years'][number];

function Year({ year }: { year: Year }) {
  const { t, dates, locale } = usePage();
  return (
    <Section title={String(year.year)}>
      <p className="quiet">{t('desk.calendar.source', { source: year.source })}</p>
      <ul className={css.days}>
        {year.days.map((day) => (
          <li key={day.day}>
            <span className="num">{dates.day(day.day)}</span>
            <StateChip tone={day.kind === 'REST' ? 'done' : 'due'}>
              {t(`desk.calendar.${day.kind}`)}
            </StateChip>
            <span>{locale === 'en' ? day.nameEn : day.nameZh}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function YearForm({ again, next }: { again: FormAgain | undefined; next: number }) {
  const { t } = usePage();
  const mine = again?.values.intent === 'year' ? again : undefined;
  return (
    <Card title={t('desk.calendar.add-year')}>
      <form method="post" action="/desk/calendar">
        <Stack>
          <input type="hidden" name="intent" value="year" />
          <TextField
            name="year"
            type="number"
            inputMode="numeric"
            label={t('desk.calendar.year')}
            value={String(next)}
            short
            again={mine}
          />
          <TextField
            name="source"
            label={t('desk.calendar.source-label')}
            hint={t('desk.calendar.source-hint')}
            maxLength={200}
            again={mine}
          />
          <LongTextField
            name="days"
            label={t('desk.calendar.days')}
            hint={t('desk.calendar.days-hint')}
            maxLength={4000}
            rows={9}
            again={mine}
          />
          <Row>
            <Button kind="primary">{t('desk.calendar.add-year')}</Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}

function DayForm({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  const mine = again && again.values.intent !== 'year' ? again : undefined;
  const kinds = (['REST', 'WORK'] as const).map((kind) => ({
    value: kind,
    label: t(`desk.calendar.${kind}`),
  }));
  return (
    <Card title={t('desk.calendar.one-day')}>
      <form method="post" action="/desk/calendar">
        <Stack>
          <TextField name="day" type="date" label={t('desk.calendar.day')} short again={mine} />
          <SelectField
            name="kind"
            label={t('desk.calendar.kind')}
            options={kinds}
            value="REST"
            again={mine}
          />
          <TextField name="name" label={t('desk.calendar.name')} maxLength={40} optional again={mine} />
          <TextField name="source" label={t('desk.calendar.why')} maxLength={200} again={mine} />
          <Row>
            <Button kind="primary" name="intent" value="put">
              {t('desk.calendar.put')}
            </Button>
            <Button name="intent" value="remove">
              {t('desk.calendar.remove')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}
