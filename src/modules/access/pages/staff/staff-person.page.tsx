import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { Facts, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import css from './staff.module.css';
import type { loader } from './staff-person.page.server.ts';

export { action, loader } from './staff-person.page.server.ts';

const TONES = { OPEN: 'ongoing', USED: 'done', REVOKED: 'late', EXPIRED: 'due' } as const;

/** One holder of posts: can they sign in, and what may be done about it. */
export default function StaffPersonPage() {
  const { t, locale } = usePage();
  const { person, done } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const name = (locale === 'en' && person.nameEn) || person.name;
  return (
    <div className={css.page}>
      <p>
        <a href="/desk/access/staff">{t('access.staff-back')}</a>
      </p>
      <PageHead title={name} />
      {done && <Notice>{t(`access.done.${done}`)}</Notice>}
      <ErrorSummary again={again} />
      <AccountFacts />
      {person.isSelf && <p className="quiet">{t('access.is-you')}</p>}
      {!person.isSelf && person.account?.elsewhere && <p>{t('refusal.access.account-elsewhere')}</p>}
      {!person.isSelf && !person.account?.elsewhere && <Invite again={again} />}
      <Invitations />
      {!person.isSelf && !person.account?.elsewhere && person.account?.secondFactorSince && (
        <Reset again={again} />
      )}
    </div>
  );
}

function AccountFacts() {
  const { t, locale, dates } = usePage();
  const { person } = useLoaderData<typeof loader>();
  const { account } = person;
  const post = (one: (typeof person.posts)[number]) =>
    locale === 'en' ? `${one.orgNameEn}, ${one.nameEn}` : `${one.orgNameZh} ${one.nameZh}`;
  const second = account?.secondFactorSince;
  return (
    <Card>
      <Facts
        facts={[
          [t('access.posts'), person.posts.map(post).join(' · ')],
          [t('access.login-name'), account?.loginName ?? t('access.no-login-name')],
          [t('second.title'), second ? t('second.since', { day: dates.day(second) }) : t('access.no-second')],
          [t('access.account'), account?.isDisabled ? t('access.disabled') : null],
        ]}
      />
    </Card>
  );
}

function Invite({ again }: { again: FormAgain | undefined }) {
  const { t, locale } = usePage();
  const { person, requestKey } = useLoaderData<typeof loader>();
  const isOpen = person.invitations.some((one) => one.state === 'OPEN');
  const kind = person.account?.hasPassword ? 'password' : isOpen ? 'again' : 'first';
  const options = person.posts.map((post) => ({
    value: post.postId,
    label: locale === 'en' ? post.nameEn : post.nameZh,
    hint: locale === 'en' ? post.orgNameEn : post.orgNameZh,
  }));
  const first = options[0]?.value ?? '';
  return (
    <Section title={t(`access.invite-title.${kind}`)}>
      <form method="post">
        <Stack>
          <p>{t(`access.invite-lead.${kind}`)}</p>
          <input type="hidden" name="requestKey" value={requestKey} />
          {options.length > 1 ? (
            <Choice
              name="post"
              legend={t('access.invite-post')}
              options={options}
              value={again?.values.post ?? first}
            />
          ) : (
            <input type="hidden" name="post" value={first} />
          )}
          <Row>
            <Button name="way" value="invite" kind="primary">
              {t(`access.invite-button.${kind}`)}
            </Button>
            {isOpen && (
              <Button name="way" value="revoke" kind="danger">
                {t('access.revoke')}
              </Button>
            )}
          </Row>
        </Stack>
      </form>
    </Section>
  );
}

function Invitations() {
  const { t, dates } = usePage();
  const { person } = useLoaderData<typeof loader>();
  if (person.invitations.length === 0) return null;
  return (
    <Section title={t('access.invitations')}>
      <CardList label={t('access.invitations')}>
        {person.invitations.map((one) => (
          <li key={one.id}>
            <Row>
              <StateChip tone={TONES[one.state]}>{t(`access.invitation.${one.state}`)}</StateChip>
              <span>{t(`access.purpose.${one.purpose}`)}</span>
              <span className="quiet num">
                {t('access.invitation-times', {
                  issued: dates.moment(one.issuedAt),
                  until: dates.moment(one.expiresAt),
                })}
              </span>
            </Row>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Reset({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  return (
    <Section title={t('access.reset-title')}>
      <form method="post">
        <Stack>
          <p>{t('access.reset-lead')}</p>
          <TextField
            name="reason"
            label={t('access.reset-reason')}
            hint={t('access.reset-reason-hint')}
            maxLength={200}
            again={again}
          />
          <Row>
            <Button name="way" value="reset" kind="danger">
              {t('access.reset-button')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Section>
  );
}
