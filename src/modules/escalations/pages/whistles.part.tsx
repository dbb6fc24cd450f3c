import { useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { LongTextField, PageForm, refusedOf } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { WhistleState, WhistleStep } from '../contract.ts';
import type { ShownWhistle } from '../queries/escalation-detail.ts';
import type { loader } from './escalation.page.server.ts';
import { useNames } from './escalation-words.part.tsx';
import css from './escalations.module.css';
import { AskableField } from './step-form.part.tsx';

type Again = { readonly again: FormAgain | undefined };

const TONES: Readonly<Record<WhistleState, Tone>> = {
  SENT: 'due',
  ACKNOWLEDGED: 'ongoing',
  ANSWERED: 'done',
  PASSED_ON: 'done',
  WITHDRAWN: 'done',
};

/** Who was asked to come, whether they have heard, what they do. */
export function Whistles({ again }: Again) {
  const { t } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  if (detail.whistles.length === 0) return null;
  return (
    <Card title={t('escalations.whistles')} id="whistles">
      <ul className={css.plain}>
        {detail.whistles.map((one) => (
          <li key={one.id}>
            <Whistle whistle={one} again={again} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How far it climbed unanswered; whoever has heard is not said to be silent on the first rung. */
function rungShown({ state, rung }: ShownWhistle): number {
  if (state === 'SENT') return rung;
  return state === 'ACKNOWLEDGED' && rung > 1 ? rung : 0;
}

function Whistle({ whistle, again }: Again & { whistle: ShownWhistle }) {
  const { t, now, dates } = usePage();
  const name = useNames();
  const due = whistle.acknowledgeDueAt;
  const isLate = whistle.state === 'SENT' && due !== null && due <= now;
  const rung = rungShown(whistle);
  return (
    <>
      <span className={css.top}>
        <strong>{name(whistle.org)}</strong>
        <StateChip tone={isLate ? 'late' : TONES[whistle.state]}>
          {t(`escalations.whistle.${whistle.state}`)}
          {whistle.state === 'SENT' && due && ` · ${dates.deadline(due)}`}
        </StateChip>
      </span>
      <span lang={languageOf(whistle.ask)}>{whistle.ask}</span>
      <span className="quiet">
        {[
          t('escalations.sent', { when: dates.moment(whistle.sentAt) }),
          whistle.acknowledgedAt && t('escalations.heard', { when: dates.moment(whistle.acknowledgedAt) }),
          rung > 0 && t(`escalations.rung.${rung}`),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {whistle.answer && <q lang={languageOf(whistle.answer)}>{whistle.answer}</q>}
      {whistle.streetSaid && (
        <span>
          {t('escalations.street-said')} <q lang={languageOf(whistle.streetSaid)}>{whistle.streetSaid}</q>
        </span>
      )}
      {whistle.steps.map((step) => (
        <WhistleForm key={step} whistle={whistle} step={step} again={again} />
      ))}
    </>
  );
}

function WhistleForm({ whistle, step, again }: Again & { whistle: ShownWhistle; step: WhistleStep }) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  const name = `${step}-${whistle.id}`;
  const own = refusedOf(again, name);
  const isPlain = step === 'acknowledge-whistle';
  const form = (
    <PageForm name={name}>
      <Stack>
        <input type="hidden" name="whistleId" value={whistle.id} />
        <input type="hidden" name="version" value={whistle.version} />
        <input type="hidden" name="requestKey" value={requestKey} />
        {step === 'pass-whistle-on' && <AskableField again={own} />}
        {!isPlain && (
          <LongTextField
            name="text"
            label={t(`escalations.say.${step}`)}
            {...(step === 'answer-whistle' ? { hint: t('escalations.reporter-reads') } : {})}
            maxLength={500}
            rows={3}
            again={own}
          />
        )}
        <Button kind={isPlain ? 'primary' : 'plain'} name="do" value={step}>
          {t(`escalations.do.${step}`)}
        </Button>
      </Stack>
    </PageForm>
  );
  if (isPlain) return form;
  return (
    <details open={own !== undefined}>
      <summary>{t(`escalations.do.${step}`)}</summary>
      {form}
    </details>
  );
}
