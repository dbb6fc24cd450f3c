import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { DeskPage, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { ProxyView } from '../../contract/proxies.ts';
import css from './proxies.module.css';
import type { loader } from './proxies.page.server.ts';
import { RecordForm } from './record-form.part.tsx';

export { action, loader } from './proxies.page.server.ts';

const TONES = { IN_FORCE: 'done', OVERDUE: 'due', SUSPENDED: 'late' } as const;
const DONE: readonly string[] = ['record', 'review', 'end'];

/** People who act for an elder who agreed: recorded, asked again every year, ended by one call. */
export default function ProxiesPage() {
  const { t } = usePage();
  const { proxies, words, done } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <DeskPage>
      <PageHead title={t('access.proxy.title')} lead={t('access.proxy.lead')} />
      {done && DONE.includes(done) && !again && <Notice>{t(`access.proxy.done.${done}`)}</Notice>}
      <ErrorSummary again={again} />
      <Card title={t('access.proxy.new')}>
        <form method="get" className={css.pair}>
          <TextField
            name="principal"
            label={t('access.proxy.principal')}
            hint={t('access.proxy.find-hint')}
            value={words.principal}
            maxLength={40}
          />
          <TextField
            name="proxy"
            label={t('access.proxy.proxy')}
            hint={t('access.proxy.find-hint')}
            value={words.proxy}
            maxLength={40}
          />
          <Button>{t('access.proxy.find')}</Button>
        </form>
        {words.principal !== '' && words.proxy !== '' && (
          <RecordForm again={again?.values.do === 'record' ? again : undefined} />
        )}
      </Card>
      <Section title={t('access.proxy.all', { n: proxies.length })}>
        {proxies.length === 0 && <p className="quiet">{t('access.proxy.none')}</p>}
        <CardList>
          {proxies.map((one) => (
            <RecordedProxy key={one.id} proxy={one} />
          ))}
        </CardList>
      </Section>
    </DeskPage>
  );
}

function RecordedProxy({ proxy }: { proxy: ProxyView }) {
  const { t, dates } = usePage();
  return (
    <li>
      <Stack>
        <Row>
          <strong>
            {t('access.proxy.who-for-whom', { proxy: proxy.proxyName, principal: proxy.principalName })}
          </strong>
          <StateChip tone={TONES[proxy.standing]}>{t(`access.standing.${proxy.standing}`)}</StateChip>
        </Row>
        <span className="quiet">
          {t(`access.consent.${proxy.consentKind}`)} · {dates.moment(proxy.recordedAt)} ·{' '}
          {t('access.proxy.review-due', { day: dates.day(proxy.reviewDue) })}
        </span>
        <form method="post" className={css.pair}>
          <input type="hidden" name="id" value={proxy.id} />
          <TextField name="words" label={t('access.proxy.asked-again')} maxLength={200} optional />
          <Row>
            <Button name="do" value="review">
              {t('access.proxy.review')}
            </Button>
            <Button kind="danger" name="do" value="end">
              {t('access.proxy.end')}
            </Button>
          </Row>
        </form>
      </Stack>
    </li>
  );
}
