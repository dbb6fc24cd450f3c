import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { PageForm, SelectField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { SeatView } from '../../queries/body-seats.ts';
import { useMeetingWords } from '../meeting-words.part.tsx';
import css from '../meetings.module.css';
import type { loader } from './bodies.page.server.ts';
import { SeatFields } from './seat-fields.part.tsx';

export { action, loader } from './bodies.page.server.ts';

/** Who sits where: every body with its seats, and one more. */
export default function BodiesPage() {
  const { t } = usePage();
  const { bodies, kinds, isDone } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <DeskPage>
      <PageHead title={t('meetings.bodies.title')} lead={t('meetings.bodies.lead')} />
      {isDone && !again && <Notice>{t('meetings.page.saved')}</Notice>}
      <ErrorSummary again={again} />
      {bodies.length === 0 && <EmptyState title={t('meetings.bodies.none')} />}
      {bodies.map((body) => (
        <Body key={body.id} id={body.id} again={again} />
      ))}
      {kinds.length > 0 && <NewBody again={again} />}
    </DeskPage>
  );
}

function Body({ id, again }: { id: string; again: FormAgain | undefined }) {
  const { t, dates } = usePage();
  const { nameOf } = useMeetingWords();
  const loaded = useLoaderData<typeof loader>();
  const body = loaded.bodies.find((one) => one.id === id);
  const seats = loaded.seats.filter((seat) => seat.bodyId === id);
  const own = again?.values.bodyId === id ? again : undefined;
  if (!body) return null;
  return (
    <Section title={nameOf(body)}>
      <Card>
        <Stack>
          <p className="quiet">
            {t(`meetings.body.${body.kind}`)} ·{' '}
            {t('meetings.bodies.convenes', { org: nameOf(body.convener) })} ·{' '}
            {t('meetings.bodies.since', { day: dates.day(body.constitutedOn) })} ·{' '}
            {t('meetings.bodies.seats', { n: seats.length })}
          </p>
          {body.againBy && (
            <p>
              {t(body.againBy < loaded.today ? 'meetings.bodies.again-late' : 'meetings.bodies.again-by', {
                day: dates.day(body.againBy),
              })}
            </p>
          )}
          <Seats seats={seats} />
          {body.isOwn && loaded.kinds.includes(body.kind) && (
            <details open={own !== undefined}>
              <summary>{t('meetings.bodies.change')}</summary>
              <PageForm name={`seat-${body.id}`}>
                <Stack>
                  <input type="hidden" name="bodyId" value={body.id} />
                  <input type="hidden" name="version" value={body.version} />
                  <input type="hidden" name="requestKey" value={loaded.requestKey} />
                  <SeatFields seats={seats} withAlternates={body.kind !== 'OWNERS_COMMITTEE'} />
                  <Row>
                    <Button name="do" value="seat-body">
                      {t('meetings.bodies.save')}
                    </Button>
                  </Row>
                </Stack>
              </PageForm>
            </details>
          )}
        </Stack>
      </Card>
    </Section>
  );
}

function Seats({ seats }: { seats: readonly SeatView[] }) {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  return (
    <table className={css.seats}>
      <tbody>
        {seats.map((seat) => (
          <tr key={seat.id}>
            <th scope="row">{nameOf(seat.org)}</th>
            <td>{nameOf(seat.post)}</td>
            <td>{seat.holder ?? <em>{t('meetings.bodies.vacant')}</em>}</td>
            <td className="quiet">
              {seat.alternates
                .map((post) => t('meetings.bodies.alternate', { post: nameOf(post) }))
                .join(' ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NewBody({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  const { bodies, kinds, newId, today, requestKey } = useLoaderData<typeof loader>();
  const own = again?.values.do === 'constitute-body' ? again : undefined;
  return (
    <Card>
      <details open={own !== undefined || bodies.length === 0}>
        <summary>{t('meetings.bodies.new')}</summary>
        <form method="post">
          <Stack>
            <input type="hidden" name="id" value={own?.values.id ?? newId} />
            <input type="hidden" name="requestKey" value={requestKey} />
            <SelectField
              name="kind"
              label={t('meetings.form.kind')}
              options={kinds.map((kind) => ({ value: kind, label: t(`meetings.body.${kind}`) }))}
              again={own}
            />
            <Row>
              <TextField name="nameZh" label={t('meetings.form.name-zh')} maxLength={60} again={own} />
              <TextField name="nameEn" label={t('meetings.form.name-en')} maxLength={100} again={own} />
              <TextField
                name="constitutedOn"
                type="date"
                label={t('meetings.form.constituted')}
                value={today}
                again={own}
              />
            </Row>
            <SelectField
              name="parentBodyId"
              label={t('meetings.bodies.parent')}
              options={bodies.map((body) => ({ value: body.id, label: nameOf(body) }))}
              empty={t('meetings.bodies.no-parent')}
              optional
              again={own}
            />
            <SeatFields seats={[]} withAlternates={!kinds.includes('OWNERS_COMMITTEE')} />
            <Row>
              <Button kind="primary" name="do" value="constitute-body">
                {t('meetings.form.constitute')}
              </Button>
            </Row>
          </Stack>
        </form>
      </details>
    </Card>
  );
}
