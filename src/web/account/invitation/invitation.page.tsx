import { useActionData, useLoaderData } from 'react-router';
import type { InvitationView } from '#modules/access/contract/invitations.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { EmptyState, Notice, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './invitation.module.css';
import type { loader } from './invitation.page.server.ts';

export { action, loader } from './invitation.page.server.ts';

/** The page behind an invitation's link: choose a name and a password, and come in. */
export default function InvitationPage() {
  const { t, locale } = usePage();
  const { invitation } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  if (!invitation) return <Over />;
  const english = locale === 'en';
  const who = {
    name: (english && invitation.nameEn) || invitation.name,
    post: english
      ? `${invitation.orgNameEn}, ${invitation.postNameEn}`
      : `${invitation.orgNameZh} ${invitation.postNameZh}`,
  };
  const asOwn = again?.values.way === 'own';
  return (
    <>
      <PageHead
        title={t(`access.welcome-title.${invitation.purpose}`)}
        lead={t(`access.welcome-lead.${invitation.purpose}`, who)}
      />
      {!asOwn && <ErrorSummary again={again} />}
      <NewForm invitation={invitation} again={asOwn ? undefined : again} />
      <Providers />
      {!invitation.hasAccount && (
        <details className={css.own} open={asOwn}>
          <summary>{t('access.own-title')}</summary>
          <OwnForm again={asOwn ? again : undefined} />
        </details>
      )}
    </>
  );
}

function Over() {
  const { t } = usePage();
  return (
    <>
      <PageHead title={t('access.over-title')} />
      <EmptyState title={t('refusal.access.invitation-over')}>
        <p>{t('access.over-how')}</p>
        <LinkButton to="/login?as=staff">{t('shell.sign-in')}</LinkButton>
      </EmptyState>
    </>
  );
}

/** Identity providers: who comes by one now signs in by it later. */
function Providers() {
  const { t } = usePage();
  const { providers, token } = useLoaderData<typeof loader>();
  return providers.map(({ key, name, isWaiting }) =>
    isWaiting ? (
      <Notice key={key}>{t('identity.waiting', { name })}</Notice>
    ) : (
      <LinkButton key={key} to={`/login/with/${key}?invitation=${token}`} wide>
        {t('identity.invitation', { name })}
      </LinkButton>
    ),
  );
}

type FormProps = { readonly again: FormAgain | undefined };

function NewForm({ invitation, again }: FormProps & { readonly invitation: InvitationView }) {
  const { t } = usePage();
  return (
    <form method="post">
      <input type="hidden" name="way" value="new" />
      <Stack>
        {invitation.loginName === null ? (
          <TextField
            name="login"
            label={t('access.choose-login')}
            hint={t('access.choose-login-hint')}
            autoComplete="username"
            maxLength={40}
            again={again}
          />
        ) : (
          <Card>{t('access.your-login', { login: invitation.loginName })}</Card>
        )}
        <TextField
          name="new-password"
          type="password"
          label={t('auth.password')}
          hint={t('auth.password-new-hint')}
          autoComplete="new-password"
          again={again}
        />
        <TextField
          name="new-password-again"
          type="password"
          label={t('access.password-again')}
          autoComplete="new-password"
          again={again}
        />
        <Button kind="primary" wide>
          {t('access.come-in')}
        </Button>
      </Stack>
    </form>
  );
}

function OwnForm({ again }: FormProps) {
  const { t } = usePage();
  return (
    <form method="post">
      <input type="hidden" name="way" value="own" />
      <Stack>
        <p>{t('access.own-lead')}</p>
        <ErrorSummary again={again} />
        <TextField
          name="own-login"
          label={t('access.own-login')}
          autoComplete="username"
          maxLength={60}
          value={again?.values['own-login'] ?? ''}
        />
        <TextField
          name="own-password"
          type="password"
          label={t('access.own-password')}
          autoComplete="current-password"
        />
        <Button wide>{t('access.own-button')}</Button>
      </Stack>
    </form>
  );
}
