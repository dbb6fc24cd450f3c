import type { ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, type ButtonKind } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { LongTextField, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { AgreementFile } from '../../queries/agreement/agreements.ts';
import { PaperForm } from '../signed/paper.part.tsx';
import type { loader } from './agreement.page.server.ts';

type Props = { readonly file: AgreementFile; readonly again: FormAgain | undefined };

/** What can be done with it now: by whoever prepares it, and by the head of a party. */
export function Steps({ file, again }: Props) {
  const { t } = usePage();
  const { mayDraft, ownOrgId } = useLoaderData<typeof loader>();
  const own = file.parties.find(({ orgId }) => orgId === ownOrgId);
  const open = ['SIGNING', 'EFFECTIVE', 'UNDER_REVIEW'].includes(file.standing);
  const toSign = open && own && own.lastDay === null && own.standing !== 'SIGNED';
  const mayLeave = own?.standing === 'SIGNED' && own.lastDay === null && file.standing !== 'SIGNING' && open;
  const of = (step: string) => (again?.values.do === step ? again : undefined);
  return (
    <>
      {toSign && (
        <Card title={t('agreements.sign.title')} tone="due">
          <Step does="sign-agreement" kind="primary" file={file} words="agreements.sign.sign">
            <p>{t(own.standing === 'TO_CONFIRM' ? 'agreements.sign.confirm' : 'agreements.sign.what')}</p>
            <input type="hidden" name="sealed" value={file.sealed ?? ''} />
            <LongTextField
              name="reservation"
              label={t('agreements.sign.reservation')}
              hint={t('agreements.sign.reservation-hint')}
              maxLength={2000}
              rows={2}
              optional
              again={of('sign-agreement')}
            />
          </Step>
        </Card>
      )}
      {mayDraft && <Preparing file={file} again={again} />}
      {mayLeave && (
        <details open={of('leave-agreement') !== undefined}>
          <summary>{t('agreements.sign.leave-how')}</summary>
          <Step does="leave-agreement" kind="danger" file={file} words="agreements.sign.leave">
            <p>{t('agreements.agreement.exit-days', { n: file.exitDays })}</p>
            <LongTextField
              name="reason"
              within="leave"
              label={t('agreements.sign.leave-why')}
              maxLength={1000}
              rows={2}
              again={of('leave-agreement')}
            />
          </Step>
        </details>
      )}
    </>
  );
}

function Preparing({ file, again }: Props) {
  const { t } = usePage();
  const { earliestEnd, today } = useLoaderData<typeof loader>();
  const { standing, consultedUntil } = file;
  const open = ['SIGNING', 'EFFECTIVE', 'UNDER_REVIEW'].includes(standing);
  const waits = standing === 'CONSULTING' && today <= (consultedUntil ?? today);
  if (standing !== 'DRAFTING' && standing !== 'CONSULTING' && !open) return null;
  return (
    <Card title={t('agreements.rules.next')}>
      <Stack>
        {standing === 'DRAFTING' && (
          <Step does="consult-agreement" kind="primary" file={file} words="agreements.rules.consult">
            <TextField
              name="until"
              type="date"
              label={t('agreements.rules.until')}
              hint={t('agreements.rules.until-hint', { day: earliestEnd })}
              value={earliestEnd}
              again={again}
            />
          </Step>
        )}
        {standing === 'CONSULTING' && (
          <p>
            {t('agreements.agreement.seats-first')}{' '}
            <a href="/desk/bodies">{t('agreements.agreement.seats')}</a>
          </p>
        )}
        {waits && <p>{t('agreements.agreement.sign-when', { day: consultedUntil ?? '' })}</p>}
        {standing === 'CONSULTING' && !waits && (
          <Step does="open-signing" kind="primary" file={file} words="agreements.agreement.open-signing">
            <LongTextField
              name="explanation"
              label={t('agreements.agreement.explanation')}
              hint={t('agreements.agreement.explanation-hint')}
              maxLength={5000}
              again={again}
            />
          </Step>
        )}
        {(standing === 'DRAFTING' || standing === 'CONSULTING') && (
          <Step does="withdraw-agreement" kind="plain" file={file} words="agreements.rules.withdraw" />
        )}
        {open && (
          <PaperForm file={file} again={again?.values.do === 'record-paper-signature' ? again : undefined} />
        )}
        <Settling file={file} again={again} />
      </Stack>
    </Card>
  );
}

/** The yearly review, and an end before its time. */
function Settling({ file, again }: Props) {
  const { t } = usePage();
  const { maySettle, today } = useLoaderData<typeof loader>();
  const { standing, reviewDueOn } = file;
  const overdue = standing === 'EFFECTIVE' && reviewDueOn !== null && reviewDueOn <= today;
  return (
    <>
      {standing === 'EFFECTIVE' && reviewDueOn && (
        <p>
          {t(overdue ? 'agreements.agreement.review-overdue' : 'agreements.agreement.review-due', {
            day: reviewDueOn,
          })}
        </p>
      )}
      {standing === 'EFFECTIVE' && (
        <Step does="review-agreement" kind="plain" file={file} words="agreements.agreement.review" />
      )}
      {standing === 'UNDER_REVIEW' && maySettle && (
        <Step does="keep-agreement" kind="primary" file={file} words="agreements.agreement.keep">
          <LongTextField
            name="note"
            label={t('agreements.agreement.review-note')}
            maxLength={2000}
            again={again}
          />
        </Step>
      )}
      {maySettle && standing !== 'DRAFTING' && standing !== 'CONSULTING' && (
        <details>
          <summary>{t('agreements.agreement.end-how')}</summary>
          <Step does="end-agreement" kind="danger" file={file} words="agreements.agreement.end">
            <LongTextField
              name="reason"
              label={t('agreements.agreement.end-reason')}
              maxLength={2000}
              rows={2}
              again={again?.values.do === 'end-agreement' ? again : undefined}
            />
          </Step>
        </details>
      )}
    </>
  );
}

type StepProps = {
  readonly does: string;
  readonly kind: ButtonKind;
  readonly file: AgreementFile;
  readonly words: string;
  readonly children?: ReactNode;
};

function Step({ does, kind, file, words, children }: StepProps) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  return (
    <form method="post">
      <Stack>
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="version" value={file.version} />
        {children}
        <Row>
          <Button kind={kind} name="do" value={does}>
            {t(words)}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
