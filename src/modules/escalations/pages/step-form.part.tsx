import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { LongTextField, PageForm, refusedOf, SelectField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { type EscalationStep, FORUMS, PROCEDURES } from '../contract.ts';
import type { loader } from './escalation.page.server.ts';
import { useNames } from './escalation-words.part.tsx';

type Again = { readonly again: FormAgain | undefined };

/** Steps whose words stay among those who handle it; the others the reporter reads. */
const AMONG_US: readonly EscalationStep[] = [
  'triage',
  'whistle',
  'begin-tracking',
  'finish-procedure',
  'begin-again',
];

/** Places a chain has to fill. */
const CHAIN_LENGTH = 4;

/** A step, folded away with what it asks for. */
export function StepForm({ step, again, isFirst }: Again & { step: EscalationStep; isFirst: boolean }) {
  const { t } = usePage();
  const { detail, requestKey } = useLoaderData<typeof loader>();
  const own = refusedOf(again, step);
  return (
    <details open={own !== undefined || isFirst}>
      <summary>{t(`escalations.do.${step}`)}</summary>
      <PageForm name={step}>
        <Stack>
          <input type="hidden" name="version" value={detail.version} />
          <input type="hidden" name="requestKey" value={requestKey} />
          {step === 'schedule' && <ForumField again={own} />}
          {step === 'whistle' && <AskableField again={own} />}
          {step === 'plan-procedures' ? (
            <ChainFields again={own} />
          ) : (
            <LongTextField
              name="text"
              label={t(`escalations.say.${step}`)}
              {...(AMONG_US.includes(step) ? {} : { hint: t('escalations.reporter-reads') })}
              maxLength={500}
              rows={3}
              again={own}
            />
          )}
          <Button kind="primary" name="do" value={step}>
            {t(`escalations.do.${step}`)}
          </Button>
        </Stack>
      </PageForm>
    </details>
  );
}

function ForumField({ again }: Again) {
  const { t } = usePage();
  return (
    <SelectField
      name="forum"
      label={t('escalations.form.forum')}
      options={FORUMS.map((value) => ({ value, label: t(`escalations.forum.${value}`) }))}
      again={again}
    />
  );
}

/** Organisations outside that may be asked to come. */
export function AskableField({ again }: Again) {
  const { t } = usePage();
  const name = useNames();
  const { detail } = useLoaderData<typeof loader>();
  return (
    <SelectField
      name="orgId"
      label={t('escalations.form.org')}
      options={detail.askable.map((org) => ({ value: org.id, label: name(org) }))}
      empty={t('escalations.form.choose')}
      again={again}
    />
  );
}

function ChainFields({ again }: Again) {
  const { t } = usePage();
  const options = PROCEDURES.map((value) => ({ value, label: t(`escalations.procedure.${value}`) }));
  return (
    <>
      {Array.from({ length: CHAIN_LENGTH }, (_, at) => (
        <SelectField
          // biome-ignore lint/suspicious/noArrayIndexKey: the places of the chain are numbered
          key={at}
          name={`procedures.${at + 1}`}
          label={t('escalations.form.nth', { n: at + 1 })}
          options={options}
          empty={t(at < 2 ? 'escalations.form.choose' : 'escalations.form.no-more')}
          optional={at >= 2}
          again={again}
        />
      ))}
    </>
  );
}
