import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { EmptyState, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './account.module.css';
import type { loader } from './login.page.server.ts';

export { action, loader } from './login.page.server.ts';

/** Two ways in: residents by phone and code, staff by name and password. */
export default function LoginPage() {
  const { t, hasCast } = usePage();
  const { staff, back, phoneOff, providers } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const asStaff = again ? again.values.way === 'staff' : staff;
  const query = back ? `&back=${encodeURIComponent(back)}` : '';
  return (
    <>
      <PageHead title={t('auth.title')} lead={t('auth.lead')} />
      <nav className={css.tabs} aria-label={t('auth.ways')}>
        <a href={`/login?as=resident${query}`} aria-current={asStaff ? undefined : 'page'}>
          {t('auth.way-resident')} <small>{t('auth.way-resident-how')}</small>
        </a>
        <a href={`/login?as=staff${query}`} aria-current={asStaff ? 'page' : undefined}>
          {t('auth.way-staff')} <small>{t('auth.way-staff-how')}</small>
        </a>
      </nav>
      <ErrorSummary again={again} />
      {asStaff ? (
        <StaffForm back={back} again={again} />
      ) : phoneOff ? (
        <PhoneOff />
      ) : (
        <PhoneForm back={back} again={again} />
      )}
      {providers
        .filter((one) => asStaff || !one.forStaff)
        .map((one) => (
          <LinkButton key={one.key} to={`/login/with/${one.key}?back=${encodeURIComponent(back)}`} wide>
            {t('identity.sign-in', { name: one.name })}
          </LinkButton>
        ))}
      {hasCast && (
        <Card>
          <p>{t('auth.cast-hint')}</p>
          <Row>
            <LinkButton to="/cast">{t('shell.demo-cast')}</LinkButton>
          </Row>
        </Card>
      )}
    </>
  );
}

type FormProps = { readonly back: string; readonly again: FormAgain | undefined };

function StaffForm({ back, again }: FormProps) {
  const { t } = usePage();
  return (
    <form method="post" action="/login">
      <Stack>
        <input type="hidden" name="way" value="staff" />
        <input type="hidden" name="back" value={again?.values.back ?? back} />
        <TextField
          name="login"
          label={t('auth.login')}
          autoComplete="username"
          maxLength={60}
          again={again}
        />
        <TextField
          name="password"
          type="password"
          label={t('auth.password')}
          autoComplete="current-password"
          again={again}
        />
        <Button kind="primary" wide>
          {t('auth.sign-in')}
        </Button>
        <p className="quiet">{t('auth.password-lost')}</p>
      </Stack>
    </form>
  );
}

function PhoneForm({ back, again }: FormProps) {
  const { t } = usePage();
  return (
    <form method="post" action="/login">
      <Stack>
        <input type="hidden" name="way" value="phone" />
        <input type="hidden" name="back" value={again?.values.back ?? back} />
        <TextField
          name="phone"
          type="tel"
          label={t('auth.phone')}
          hint={t('auth.phone-hint')}
          autoComplete="tel-national"
          inputMode="tel"
          maxLength={20}
          again={again}
        />
        <Button kind="primary" wide>
          {t('auth.send-code')}
        </Button>
      </Stack>
    </form>
  );
}

function PhoneOff() {
  const { t } = usePage();
  return (
    <EmptyState title={t('refusal.auth.phone-off')}>
      <p>{t('auth.phone-off-how')}</p>
      <LinkButton to="/">{t('error.home')}</LinkButton>
    </EmptyState>
  );
}
