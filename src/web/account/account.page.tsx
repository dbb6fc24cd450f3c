import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { loader } from './account.page.server.ts';
import { AccountNewsList } from './account-news.part.tsx';
import { Identities } from './identity/identities.part.tsx';

export { action, loader } from './account.page.server.ts';

/** Who am I here, in which post do I act, where am I signed in. */
export default function AccountPage() {
  const { t, locale, session, actor } = usePage();
  const { canChange, changed, news, identities, connectKey, hasOtherPlaces } = useLoaderData<typeof loader>();
  if (!session) return null;
  const name = (locale === 'en' && session.nameEn) || session.name || t('account.no-name');
  return (
    <>
      <PageHead title={t('shell.account')} lead={`${name} · ${t(`role.${actor.role}`)}`} />
      {changed && <Notice>{t('auth.password-changed')}</Notice>}
      <LinkButton to="/my-home" wide>
        {t('account.my-home')}
      </LinkButton>
      {session.posts.length > 0 && <Posts />}
      {hasOtherPlaces && (
        <LinkButton to="/neighborhoods" wide>
          {t('places.own')}
        </LinkButton>
      )}
      <SecondStep />
      <Identities identities={identities} connectKey={connectKey} />
      <Sessions />
      <AccountNewsList news={news} />
      <LinkButton to="/account/calendar" wide>
        {t('meetings.calendar.own')}
      </LinkButton>
      <LinkButton to="/account/my-data" wide>
        {t('privacy.mine.title')}
      </LinkButton>
      <LinkButton to="/account/consents" wide>
        {t('privacy.consents.title')}
      </LinkButton>
      {canChange && (
        <LinkButton to="/account/password" wide>
          {t('auth.change-password')}
        </LinkButton>
      )}
      <form method="post" action="/logout">
        <Button kind="danger" wide>
          {t('shell.sign-out')}
        </Button>
      </form>
    </>
  );
}

function Posts() {
  const { t, locale, session, actor } = usePage();
  const english = locale === 'en';
  const options = (session?.posts ?? []).map((post) => ({
    value: post.postId,
    label: english ? post.nameEn : post.nameZh,
    hint: english ? post.orgNameEn : post.orgNameZh,
  }));
  return (
    <Card>
      <form method="post" action="/acting">
        <Stack>
          <Choice
            name="post"
            legend={t('shell.acting-as')}
            options={options}
            value={actor.post?.postId ?? ''}
          />
          <Row>
            {options.length > 1 && <Button>{t('shell.switch-post')}</Button>}
            <LinkButton to="/desk" kind="primary">
              {t('account.to-desk')}
            </LinkButton>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}

/** The second step of signing in: on, missing, or a choice. */
function SecondStep() {
  const { t, session } = usePage();
  const { secondFactor } = useLoaderData<typeof loader>();
  const { since, recoveryLeft } = secondFactor;
  const held = session?.heldBack.length ?? 0;
  return (
    <Card title={t('second.title')} {...(held > 0 ? { tone: 'due' as const } : {})}>
      <Stack>
        <p>
          {since
            ? t('second.recovery-left', { n: recoveryLeft })
            : t(held > 0 ? 'second.lead-demanded' : 'second.lead')}
        </p>
        <Row>
          <LinkButton to="/account/second-factor" kind={held > 0 ? 'primary' : 'plain'}>
            {t(since ? 'second.look-after' : 'second.set-up')}
          </LinkButton>
        </Row>
      </Stack>
    </Card>
  );
}

function Sessions() {
  const { t, dates } = usePage();
  const { sessions } = useLoaderData<typeof loader>();
  return (
    <Section title={t('account.sessions')}>
      <form method="post">
        <Stack>
          <CardList label={t('account.sessions')}>
            {sessions.map((session) => (
              <li key={session.publicId}>
                <Stack>
                  <Row>
                    <strong>{session.device || t('account.unknown-device')}</strong>
                    {session.isThis && <StateChip tone="ongoing">{t('account.this-device')}</StateChip>}
                  </Row>
                  <span className="quiet num">
                    {t('account.since', {
                      since: dates.moment(session.createdAt),
                      seen: dates.ago(session.lastSeenAt),
                    })}
                  </span>
                  {!session.isThis && (
                    <Row>
                      <Button name="end" value={session.publicId}>
                        {t('account.end-one')}
                      </Button>
                    </Row>
                  )}
                </Stack>
              </li>
            ))}
          </CardList>
          {sessions.length > 1 && (
            <Row>
              <Button name="end" value="others">
                {t('account.end-others')}
              </Button>
            </Row>
          )}
          <p className="quiet">{t('account.sessions-hint')}</p>
        </Stack>
      </form>
    </Section>
  );
}
