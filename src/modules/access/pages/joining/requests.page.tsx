import { useActionData, useLoaderData } from 'react-router';
import { placeText } from '#modules/registry/contract.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { CardList } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { SelectField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import { REFUSAL_REASONS } from '../../contract/joining.ts';
import type { WaitingRequest } from '../../queries/joining/join-queue.ts';
import css from './joining.module.css';
import type { loader } from './requests.page.server.ts';

export { action, loader } from './requests.page.server.ts';

/** Days after which a waiting request is late: nobody waits over a weekend and a day for a yes. */
const LATE_DAYS = 3;

/** Residents who ask to be let in: what the register says, yes for several at once, no with a reason. */
export default function RequestsPage() {
  const { t, dates, now } = usePage();
  const { queue, done } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const late = queue.oldest !== null && now.getTime() - queue.oldest.getTime() > LATE_DAYS * 86_400_000;
  return (
    <DeskPage>
      <PageHead title={t('access.requests.title')} lead={t('access.requests.lead')}>
        {queue.oldest && (
          <StateChip tone={late ? 'late' : 'due'}>
            {t('access.requests.oldest', { n: queue.n, ago: dates.ago(queue.oldest) })}
          </StateChip>
        )}
      </PageHead>
      {done > 0 && !again && <Notice>{t('access.requests.done', { n: done })}</Notice>}
      <ErrorSummary again={again} />
      {queue.waiting.length === 0 ? (
        <EmptyState title={t('access.requests.none')}>
          <LinkButton to="/desk/access/cards">{t('access.cards.nav')}</LinkButton>
        </EmptyState>
      ) : (
        <form method="post">
          <Stack>
            <CardList label={t('access.requests.title')}>
              {queue.waiting.map((one) => (
                <Waiting key={one.id} request={one} again={again} />
              ))}
            </CardList>
            <Row>
              <Button kind="primary">{t('access.requests.admit')}</Button>
            </Row>
          </Stack>
        </form>
      )}
    </DeskPage>
  );
}

function Waiting({ request, again }: { request: WaitingRequest; again: FormAgain | undefined }) {
  const page = usePage();
  const { t, dates } = page;
  const { id, place } = request;
  return (
    <li className={css.waiting}>
      <label className={css.tick}>
        <input type="checkbox" name="request" value={id} />
        <span>
          <strong>{request.name}</strong> {t(`access.relation.${request.relation}`)}
        </span>
      </label>
      <div>
        {place && <a href={`/desk/registry/places/unit/${request.unitId}`}>{placeText(place, page)}</a>}{' '}
        <span className="quiet num">
          {request.maskedPhone ?? t('access.requests.no-phone')} · {dates.ago(request.askedAt)}
        </span>
        <p>{t(`access.finding.${request.finding}`)}</p>
        {request.note && <p className="quiet">{request.note}</p>}
        <details open={again?.values.refuse === id}>
          <summary>{t('access.requests.refuse')}</summary>
          <Stack>
            <SelectField
              name={`because-${id}`}
              label={t('access.requests.why')}
              options={REFUSAL_REASONS.map((value) => ({ value, label: t(`access.refused.${value}`) }))}
              empty={t('access.requests.choose')}
              optional
              again={again}
            />
            <TextField
              name={`text-${id}`}
              label={t('access.requests.words')}
              hint={t('access.requests.words-hint')}
              maxLength={200}
              optional
              again={again}
            />
            <Row>
              <Button kind="danger" name="refuse" value={id}>
                {t('access.requests.refuse')}
              </Button>
            </Row>
          </Stack>
        </details>
      </div>
    </li>
  );
}
