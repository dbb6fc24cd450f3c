import { useActionData, useLoaderData } from 'react-router';
import { placeText } from '#modules/registry/contract.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { EmptyState, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { ProxyView } from '../../contract/proxies.ts';
import type { MyRequest } from '../../queries/joining/my-home.ts';
import type { loader } from './my-home.page.server.ts';

export { action, loader } from './my-home.page.server.ts';

const DONE: readonly string[] = ['in', 'asked', 'withdrawn', 'left', 'proxy-ended'];

/** Where I live, what I asked for, and who acts for whom. */
export default function MyHomePage() {
  const page = usePage();
  const { t } = page;
  const { home, done } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <>
      <PageHead title={t('access.home.title')} lead={<a href="/account">{t('access.home.back')}</a>} />
      {done && DONE.includes(done) && !again && <Notice>{t(`access.home.done.${done}`)}</Notice>}
      <ErrorSummary again={again} />
      {home.homes.length === 0 ? (
        <EmptyState title={t('access.home.none')}>
          <p>{t('access.home.none-why')}</p>
          <LinkButton kind="primary" to="/join">
            {t('access.home.join')}
          </LinkButton>
        </EmptyState>
      ) : (
        <Section title={t('access.home.homes')} more={<a href="/join">{t('access.home.join-another')}</a>}>
          <CardList>
            {home.homes.map((place) => (
              <li key={place.unit?.id}>
                <form method="post">
                  <Row>
                    <strong>{placeText(place, page)}</strong>
                    <input type="hidden" name="id" value={place.unit?.id} />
                    <Button kind="ghost" name="do" value="leave">
                      {t('access.home.leave')}
                    </Button>
                  </Row>
                </form>
              </li>
            ))}
          </CardList>
        </Section>
      )}
      {home.requests.length > 0 && <Requests requests={home.requests} />}
      {home.principals.length > 0 && <ActFor principals={home.principals} />}
      {home.proxies.length > 0 && <ActForMe proxies={home.proxies} />}
    </>
  );
}

const TONES = { REQUESTED: 'due', ADMITTED: 'done', REFUSED: 'late', WITHDRAWN: 'ongoing' } as const;

function Requests({ requests }: { requests: readonly MyRequest[] }) {
  const page = usePage();
  const { t, dates } = page;
  return (
    <Section title={t('access.home.requests')}>
      <CardList>
        {requests.map((one) => (
          <li key={one.id}>
            <form method="post">
              <Stack>
                <Row>
                  <strong>{one.place ? placeText(one.place, page) : ''}</strong>
                  <StateChip tone={TONES[one.state]}>{t(`access.state.${one.state}`)}</StateChip>
                </Row>
                <span className="quiet">{dates.ago(one.askedAt)}</span>
                {one.refusedBecause && (
                  <p>
                    {t(`access.refused.${one.refusedBecause}`)} {one.refusedText}
                  </p>
                )}
                {one.state === 'REQUESTED' && (
                  <Row>
                    <input type="hidden" name="id" value={one.id} />
                    <Button kind="ghost" name="do" value="withdraw">
                      {t('access.home.withdraw')}
                    </Button>
                  </Row>
                )}
              </Stack>
            </form>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function ActFor({ principals }: { principals: readonly ProxyView[] }) {
  const { t, session } = usePage();
  return (
    <Section title={t('access.proxy.i-act-for')}>
      <CardList>
        {principals.map((one) => (
          <li key={one.id}>
            <form method="post">
              <Row>
                <strong>{one.principalName}</strong>
                <input type="hidden" name="id" value={one.principalId} />
                {session?.actingFor?.personId === one.principalId ? (
                  <Button name="do" value="act-self">
                    {t('access.proxy.stop')}
                  </Button>
                ) : (
                  <Button kind="primary" name="do" value="act-for">
                    {t('access.proxy.act', { name: one.principalName })}
                  </Button>
                )}
              </Row>
            </form>
            <form method="post">
              <input type="hidden" name="id" value={one.id} />
              <Button kind="ghost" name="do" value="end-proxy">
                {t('access.proxy.no-longer')}
              </Button>
            </form>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function ActForMe({ proxies }: { proxies: readonly ProxyView[] }) {
  const { t } = usePage();
  return (
    <Section title={t('access.proxy.acts-for-me')}>
      <CardList>
        {proxies.map((one) => (
          <li key={one.id}>
            <form method="post">
              <Row>
                <strong>{one.proxyName}</strong>
                <input type="hidden" name="id" value={one.id} />
                <Button kind="danger" name="do" value="end-proxy">
                  {t('access.proxy.end')}
                </Button>
              </Row>
            </form>
          </li>
        ))}
      </CardList>
    </Section>
  );
}
