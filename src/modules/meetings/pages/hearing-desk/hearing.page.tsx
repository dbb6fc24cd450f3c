import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, Notice, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { BalanceCheck } from '../hearing/balance.part.tsx';
import css from '../hearing/hearing.module.css';
import { useNamed } from '../hearing/named.part.tsx';
import { RoundCard, RoundState } from '../hearing/round.part.tsx';
import { SignUpForm } from '../hearing/sign-up-form.part.tsx';
import type { loader, Revealed } from './hearing.page.server.ts';
import { OpinionRegister } from './opinion-register.part.tsx';
import { RoundSteps } from './round-steps.part.tsx';
import { SignUpList } from './sign-up-list.part.tsx';

export { action, loader } from './hearing.page.server.ts';

/** One hearing at the desk: the list with its balance, the register with its answers, and the step that comes next. */
export default function DeskHearingPage() {
  const { t } = usePage();
  const { detail, done } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain & Partial<Revealed>>();
  const named = useNamed();
  const { hearing, round } = detail;
  return (
    <DeskPage>
      <PageHead
        title={hearing.title}
        lead={[
          hearing.code,
          named(hearing.estate),
          t('meetings.hearing.round', { n: round.number }),
          t('meetings.hearing.decides', { org: named(hearing.decider) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <RoundState round={round} />
      </PageHead>
      {done && !again && <Notice>{t('meetings.hearing.saved')}</Notice>}
      <ErrorSummary again={again} />
      <div className={css.two}>
        <div className={css.column}>
          {detail.list && <SignUpList again={again} />}
          {detail.opinions && <OpinionRegister again={again} />}
          {hearing.rounds.toReversed().map((one) => (
            <RoundCard key={one.id} round={one} />
          ))}
        </div>
        <Side again={again} />
      </div>
    </DeskPage>
  );
}

/** What comes next, the check of the seats, and signing somebody up. */
function Side({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  const { detail, requestKey } = useLoaderData<typeof loader>();
  const { hearing, round, steps } = detail;
  return (
    <div className={css.column}>
      {(round.state === 'RECRUITING' || round.state === 'SET') && (
        <Card title={t('meetings.hearing.balance.title')}>
          <BalanceCheck round={round} />
        </Card>
      )}
      <RoundSteps again={again} />
      {steps.includes('sign-up-for-others') && round.isOpen && (
        <Card title={t('meetings.hearing.desk-sign-up')}>
          <SignUpForm
            roundId={round.id}
            affectedText={hearing.affectedText}
            requestKey={requestKey}
            again={again}
            forOthers
          />
        </Card>
      )}
      {steps.includes('announce-hearing') && (
        <Row>
          <LinkButton to={`/desk/hearings/new?of=${hearing.id}`}>
            {t('meetings.hearing.announce-round', { n: round.number + 1 })}
          </LinkButton>
        </Row>
      )}
      <p>
        <a href={`/hearings/${hearing.id}`}>{t('meetings.hearing.public-page')}</a>
      </p>
    </div>
  );
}
