import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import { CodeField } from './code-field.tsx';
import css from './second-factor.module.css';
import type { loader } from './second-factor.page.server.ts';

export { action, loader } from './second-factor.page.server.ts';

/** Setting up the second step of signing in, and looking after it. */
export default function SecondFactorPage() {
  const { t } = usePage();
  const { since, isHeldBack, setUp } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <>
      <PageHead title={t('second.title')} lead={t(isHeldBack ? 'second.lead-demanded' : 'second.lead')} />
      <Why />
      <ErrorSummary again={again} />
      {setUp ? <SetUp again={again} /> : <InPlace again={again} />}
      {setUp && since && (
        <p>
          <a href="/account/second-factor">{t('second.keep')}</a>
        </p>
      )}
    </>
  );
}

/** Which posts ask for it and why; in the demo, that nobody is asked. */
function Why() {
  const { t, locale } = usePage();
  const { demanding, isDemanded } = useLoaderData<typeof loader>();
  if (!isDemanded) return <Card tone="due">{t('second.demo')}</Card>;
  if (demanding.length === 0) return null;
  return (
    <Card>
      <ul className={css.why}>
        {demanding.map((post) => (
          <li key={post.nameZh}>
            <strong>{locale === 'en' ? post.nameEn : post.nameZh}</strong> {t(`second.why.${post.reason}`)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function SetUp({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  const { setUp } = useLoaderData<typeof loader>();
  return (
    <form method="post" className={css.steps}>
      <input type="hidden" name="way" value="confirm" />
      <Section title={t('second.step-1')}>
        <p>{t('second.step-1-how')}</p>
      </Section>
      <Section title={t('second.step-2')}>
        <div className={css.key}>
          <img src={setUp?.qr} alt={t('second.qr')} width="200" height="200" />
          <div>
            <p>{t('second.step-2-how')}</p>
            <p className={css.typed}>{setUp?.key}</p>
          </div>
        </div>
      </Section>
      <Section title={t('second.step-3')}>
        <Stack>
          <CodeField again={again} hint={t('second.code-hint')} />
          <Button kind="primary" wide>
            {t('second.turn-on')}
          </Button>
        </Stack>
      </Section>
    </form>
  );
}

function InPlace({ again }: { again: FormAgain | undefined }) {
  const { t, dates } = usePage();
  const { since, recoveryLeft, isDemanded, demanding } = useLoaderData<typeof loader>();
  const mayTurnOff = !isDemanded || demanding.length === 0;
  return (
    <>
      <Card>
        <Stack>
          <Row>
            <StateChip tone="done">{t('second.is-on')}</StateChip>
            <span>{since && t('second.since', { day: dates.day(since) })}</span>
          </Row>
          <p>{t('second.recovery-left', { n: recoveryLeft })}</p>
          <Row>
            <LinkButton to="/account/second-factor?change">{t('second.change-phone')}</LinkButton>
          </Row>
        </Stack>
      </Card>
      <Section title={t(mayTurnOff ? 'second.more-off' : 'second.more')}>
        <form method="post">
          <Stack>
            <CodeField again={again} hint={t('second.code-or-recovery-hint')} />
            <Row>
              <Button name="way" value="codes">
                {t('second.new-codes')}
              </Button>
              {mayTurnOff && (
                <Button name="way" value="off" kind="danger">
                  {t('second.turn-off')}
                </Button>
              )}
            </Row>
          </Stack>
        </form>
      </Section>
    </>
  );
}
