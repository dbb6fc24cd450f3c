import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField } from '#web/ui/form/field.tsx';
import { Facts, Notice, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import { REQUEST_KINDS } from '../../contract.ts';
import type { RequestView } from '../../queries/requests.ts';
import { HeldData } from '../data-view.part.tsx';
import type { loader } from './my-data.page.server.ts';

export { action, loader } from './my-data.page.server.ts';

/** What is held about me, who saw how to reach me, and what I can do about it. */
export default function MyDataPage() {
  const { t } = usePage();
  const { data, requests, done } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('privacy.mine.title')} lead={t('privacy.mine.lead')} />
      {done && <Notice>{t(`privacy.done.${done}`)}</Notice>}
      <LinkButton to="/account/my-data/download" wide>
        {t('privacy.mine.download')}
      </LinkButton>
      <p className="quiet">{t('privacy.mine.download-hint')}</p>
      <LinkButton to="/account/consents" wide>
        {t('privacy.consents.title')}
      </LinkButton>
      {requests.length > 0 && <Requests requests={requests} />}
      <HeldData data={data} />
      <Ask />
      <p>
        <a href="/privacy">{t('privacy.mine.why')}</a>
      </p>
    </>
  );
}

function Requests({ requests }: { requests: readonly RequestView[] }) {
  const { t, dates } = usePage();
  return (
    <Section title={t('privacy.requests.title')}>
      <CardList label={t('privacy.requests.title')}>
        {requests.map((one) => (
          <li key={one.id}>
            <Stack>
              <strong>{t(`privacy.request.${one.kind}`)}</strong>
              <StateChip tone={one.isLate ? 'late' : one.state === 'ASKED' ? 'ongoing' : 'done'}>
                {t(`privacy.state.${one.state}`)}
              </StateChip>
              <p>{one.text}</p>
              <Facts
                facts={[
                  [t('privacy.field.askedAt'), dates.moment(one.askedAt)],
                  [t('privacy.requests.due'), one.state === 'ASKED' ? dates.day(one.dueOn) : null],
                  [t('privacy.field.answer'), one.answer],
                ]}
              />
              {one.state === 'ASKED' && (
                <form method="post">
                  <Button name="withdraw" value={one.id}>
                    {t('privacy.requests.withdraw')}
                  </Button>
                </form>
              )}
            </Stack>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Ask() {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <Card title={t('privacy.ask.title')} id="ask">
      <form method="post" action="/account/my-data">
        <Stack>
          <ErrorSummary again={again} />
          <p>{t('privacy.ask.lead')}</p>
          <input type="hidden" name="requestKey" value={requestKey} />
          <Choice
            name="kind"
            legend={t('privacy.ask.what')}
            again={again}
            options={REQUEST_KINDS.map((kind) => ({
              value: kind,
              label: t(`privacy.request.${kind}`),
              hint: t(`privacy.request-hint.${kind}`),
            }))}
          />
          <LongTextField name="text" label={t('privacy.ask.text')} maxLength={500} rows={3} again={again} />
          <Button kind="primary" wide>
            {t('privacy.ask.send')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
