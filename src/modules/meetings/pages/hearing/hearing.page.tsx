import { useActionData, useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { Facts, Notice } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { OwnSignUp } from '../../queries/hearing/public-hearings.ts';
import type { loader } from './hearing.page.server.ts';
import { useNamed } from './named.part.tsx';
import { RoundCard } from './round.part.tsx';
import { SignUpForm } from './sign-up-form.part.tsx';

export { action, loader } from './hearing.page.server.ts';

/** One hearing: what it is about, signing up while one may, and every round with its answers. */
export default function HearingPage() {
  const { t } = usePage();
  const { hearing, own, done, maySignUp, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const named = useNamed();
  const last = hearing.rounds.at(-1);
  const mine = own.find((one) => one.roundId === last?.id);
  return (
    <>
      <PageHead
        title={hearing.title}
        lead={[hearing.code, named(hearing.estate)].filter(Boolean).join(' · ')}
      />
      {done && !again && <Notice>{t(`meetings.hearing.done.${done}`)}</Notice>}
      <ErrorSummary again={again} />
      <Card>
        <Facts
          facts={[
            [
              t('meetings.hearing.affected'),
              <span key="affected" lang={languageOf(hearing.affectedText)}>
                {hearing.affectedText}
              </span>,
            ],
            [t('meetings.hearing.convener'), named(hearing.convener)],
            [t('meetings.hearing.decider'), named(hearing.decider)],
          ]}
        />
        <p className="quiet">{t('meetings.hearing.promise')}</p>
      </Card>
      {mine && last && (last.state === 'RECRUITING' || last.state === 'SET') && <Mine mine={mine} />}
      {hearing.rounds.toReversed().map((round) => (
        <RoundCard key={round.id} round={round} />
      ))}
      {maySignUp && !mine && last && (
        <Card title={t('meetings.hearing.join', { n: last.number })} id="join">
          <SignUpForm
            roundId={last.id}
            affectedText={hearing.affectedText}
            requestKey={requestKey}
            again={again}
          />
        </Card>
      )}
      <p>
        <a href="/hearings">{t('meetings.hearing.all')}</a>
      </p>
    </>
  );
}

/** One's own place on the list, and the way to give it up. */
function Mine({ mine }: { mine: OwnSignUp }) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  return (
    <Card tone="done" title={t('meetings.hearing.mine')}>
      <p>{t(`meetings.hearing.mine-state.${mine.state}`)}</p>
      <form method="post">
        <input type="hidden" name="signUpId" value={mine.id} />
        <input type="hidden" name="requestKey" value={requestKey} />
        <Button name="do" value="withdraw">
          {t('meetings.hearing.do.withdraw-sign-up')}
        </Button>
      </form>
    </Card>
  );
}
