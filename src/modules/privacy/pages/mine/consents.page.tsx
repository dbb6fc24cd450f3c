import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { EmptyState, Notice, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { loader } from './consents.page.server.ts';

export { action, loader } from './consents.page.server.ts';

/** What I agreed to, matter by matter; one tap gives it, one tap takes it back. */
export default function ConsentsPage() {
  const { t } = usePage();
  const { purposes, matters, isDone } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <>
      <PageHead title={t('privacy.consents.title')} lead={t('privacy.consents.lead')} />
      {isDone && !again && <Notice>{t('resident.done.change-consent')}</Notice>}
      <ErrorSummary again={again} />
      {matters.length === 0 && (
        <EmptyState title={t('privacy.consents.none')}>
          <p>{t('privacy.consents.none-next')}</p>
        </EmptyState>
      )}
      {matters.map((matter) => (
        <Matter key={matter.matterId} matter={matter} />
      ))}
      <Section title={t('privacy.consents.purposes')}>
        <CardList label={t('privacy.consents.purposes')}>
          {purposes.map(({ purpose, articles }) => (
            <li key={purpose}>
              <strong>{t(`consents.purpose.${purpose}.name`)}</strong>
              <p>{t(`consents.purpose.${purpose}.allows`)}</p>
              <p>{t(`consents.purpose.${purpose}.without`)}</p>
              <p className="quiet">{t('privacy.law', { articles: articles.join(t('privacy.and')) })}</p>
            </li>
          ))}
        </CardList>
      </Section>
      <History />
    </>
  );
}

type Matter = Awaited<ReturnType<typeof loader>>['matters'][number];

function Matter({ matter }: { matter: Matter }) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  return (
    <Card title={matter.title}>
      <Stack>
        <a href={`/m/${matter.code}`} className="num">
          {matter.code}
        </a>
        {matter.consents.map(({ purpose, given }) => (
          <form key={purpose} method="post">
            <Stack>
              <span>{t(`consents.purpose.${purpose}.name`)}</span>
              <StateChip tone={given ? 'done' : 'ongoing'}>
                {t(given ? 'consents.state.GIVEN' : 'resident.consent.not-given')}
              </StateChip>
              <input type="hidden" name="requestKey" value={requestKey} />
              <input type="hidden" name="matter" value={matter.matterId} />
              <input type="hidden" name="purpose" value={purpose} />
              <input type="hidden" name="state" value={given ? 'WITHDRAWN' : 'GIVEN'} />
              <Button wide>{t(given ? 'resident.consent.withdraw' : 'resident.consent.give')}</Button>
            </Stack>
          </form>
        ))}
      </Stack>
    </Card>
  );
}

function History() {
  const { t, dates } = usePage();
  const { history } = useLoaderData<typeof loader>();
  if (history.length === 0) return null;
  return (
    <Section title={t('privacy.consents.history')}>
      <CardList label={t('privacy.consents.history')}>
        {history.map((one) => (
          <li key={`${one.subjectId} ${one.purpose} ${one.number}`}>
            <span>
              {t('privacy.consents.line', {
                state: t(`consents.state.${one.state}`),
                purpose: t(`consents.purpose.${one.purpose}.name`),
              })}
            </span>
            <p className="quiet">
              {dates.moment(one.at)} · {t(`consents.how.${one.how}`)}
            </p>
          </li>
        ))}
      </CardList>
    </Section>
  );
}
