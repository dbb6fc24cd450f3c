import type { ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { LongTextField, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import {
  RULE_PARAMETER_NAMES,
  RULE_PARAMETERS,
  type RuleParameter,
} from '../../contract/rules-of-procedure.ts';
import type { RulesView } from '../../queries/rules/rules-of-procedure.ts';
import css from './rules.module.css';
import type { loader } from './rules-version.page.server.ts';

type Again = { readonly again: FormAgain | undefined };

/** Name, text and numbers. A new version begins with the last adopted one, the very first with usual numbers. */
export function DraftForm({ again }: Again) {
  const { t } = usePage();
  const { version, last, requestKey } = useLoaderData<typeof loader>();
  const from = version ?? last;
  return (
    <Card>
      <form method="post">
        <Stack>
          <input type="hidden" name="requestKey" value={requestKey} />
          <input type="hidden" name="version" value={version?.version ?? 0} />
          {version?.standing === 'CONSULTING' && <p>{t('agreements.rules.change-note')}</p>}
          <TextField
            name="label"
            label={t('agreements.rules.label')}
            hint={t('agreements.rules.label-hint')}
            value={version?.label ?? ''}
            maxLength={20}
            short
            again={again}
          />
          <LongTextField
            name="body"
            label={t('agreements.rules.body')}
            hint={t('agreements.rules.body-hint')}
            value={from?.body ?? ''}
            maxLength={20_000}
            rows={16}
            again={again}
          />
          <h2>{t('agreements.rules.numbers')}</h2>
          <p className="quiet">{t('agreements.rules.numbers-hint')}</p>
          {!from && <p className="quiet">{t('agreements.rules.offered')}</p>}
          <div className={css.numbers}>
            {RULE_PARAMETER_NAMES.map((name) => (
              <NumberAndClause key={name} name={name} again={again} />
            ))}
          </div>
          <Row>
            <Button kind="primary" name="do" value="draft-rules">
              {t('agreements.rules.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}

function NumberAndClause({ name, again }: Again & { readonly name: RuleParameter }) {
  const { t } = usePage();
  const { version, last } = useLoaderData<typeof loader>();
  const kept = (version ?? last)?.parameters[name];
  return (
    <div className={css.pair}>
      <TextField
        name={name}
        type="number"
        label={t(`agreements.parameter.${name}`)}
        hint={t(`agreements.unit.${RULE_PARAMETERS[name].unit}`, { n: '' }).trim()}
        value={String(kept?.value ?? RULE_PARAMETERS[name].offered)}
        short
        again={again}
      />
      <TextField
        name={`${name}Clause`}
        label={t('agreements.rules.clause')}
        value={kept?.clause ?? ''}
        maxLength={30}
        again={again}
      />
    </div>
  );
}

/** What can be done with a draft: put it before everybody, have it adopted, give it up. */
export function NextSteps({ version, again }: Again & { readonly version: RulesView }) {
  const { t } = usePage();
  const { earliestEnd } = useLoaderData<typeof loader>();
  return (
    <Card title={t('agreements.rules.next')}>
      <Stack>
        {version.standing === 'DRAFT' && (
          <Step does="consult-rules" version={version} words="consult" primary>
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
        {version.standing === 'CONSULTING' && <Adoption version={version} again={again} />}
        <Step does="withdraw-rules" version={version} words="withdraw" />
      </Stack>
    </Card>
  );
}

function Adoption({ version, again }: Again & { readonly version: RulesView }) {
  const { t } = usePage();
  const { today, mayAdopt } = useLoaderData<typeof loader>();
  const until = version.consultedUntil ?? today;
  if (today <= until) return <p>{t('agreements.rules.adopt-when', { day: until })}</p>;
  if (!mayAdopt) return <p>{t('agreements.rules.adopt-who')}</p>;
  return (
    <Step does="adopt-rules" version={version} words="adopt" primary>
      <TextField
        name="adoptedBy"
        label={t('agreements.rules.adopted-by')}
        hint={t('agreements.rules.adopted-by-hint')}
        maxLength={200}
        again={again}
      />
      <TextField
        name="effectiveFrom"
        type="date"
        label={t('agreements.rules.effective')}
        value={today}
        again={again}
      />
    </Step>
  );
}

type StepProps = {
  readonly does: string;
  readonly version: RulesView;
  readonly words: 'consult' | 'adopt' | 'withdraw';
  readonly primary?: boolean;
  readonly children?: ReactNode;
};

function Step({ does, version, words, primary = false, children }: StepProps) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  return (
    <form method="post">
      <Stack>
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="version" value={version.version} />
        {children}
        <Row>
          <Button {...(primary ? { kind: 'primary' as const } : {})} name="do" value={does}>
            {t(`agreements.rules.${words}`)}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
