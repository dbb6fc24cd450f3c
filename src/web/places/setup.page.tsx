import { useActionData, useLoaderData } from 'react-router';
import type { SetupStep } from '#modules/access/contract/neighborhoods.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader, SetupAgain } from './setup.page.server.ts';

export { action, loader } from './setup.page.server.ts';

const STEPS: readonly SetupStep[] = ['names', 'keeper', 'address'];
const FIELDS: Readonly<Record<SetupStep, readonly string[]>> = {
  names: ['nameZh', 'nameEn', 'letters'],
  keeper: ['keeperName', 'keeperPhone'],
  address: ['slug', 'host'],
};
const OPTIONAL = new Set(['nameEn', 'keeperPhone', 'host']);

/** Sets up a neighborhood in four steps, the last of which shows the first keeper's link. */
export default function SetUpPage() {
  const { hasCode } = useLoaderData<typeof loader>();
  return hasCode ? <Steps /> : <CodeForm />;
}

function CodeForm() {
  const { t } = usePage();
  const { isFirst } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <>
      <PageHead title={t('setup.title')} lead={t(isFirst ? 'setup.lead-first' : 'setup.lead-next')} />
      <ErrorSummary again={again} />
      <form method="post">
        <Stack>
          <TextField
            name="code"
            label={t('setup.code')}
            hint={t(isFirst ? 'setup.code-hint-first' : 'setup.code-hint-next')}
            maxLength={20}
            short
            autoFocus
            again={again}
          />
          <Button kind="primary" wide>
            {t('setup.go-on')}
          </Button>
        </Stack>
      </form>
    </>
  );
}

function Steps() {
  const { t } = usePage();
  const again = useActionData<SetupAgain>();
  const step = again?.step ?? 'names';
  const number = STEPS.indexOf(step) + 1;
  const kept = STEPS.filter((one) => one !== step).flatMap((one) => FIELDS[one]);
  return (
    <>
      <PageHead
        title={t(`setup.${step}-title`)}
        lead={`${t('setup.step', { n: number })} ${t(`setup.${step}-lead`)}`}
      />
      <ErrorSummary again={again} />
      <form method="post">
        <Stack>
          <input type="hidden" name="step" value={step} />
          {kept.map((name) => (
            <input key={name} type="hidden" name={name} value={again?.values[name] ?? ''} />
          ))}
          {FIELDS[step].map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(`setup.${name}`)}
              hint={t(`setup.${name}-hint`)}
              optional={OPTIONAL.has(name)}
              type={name === 'keeperPhone' ? 'tel' : 'text'}
              maxLength={name === 'letters' ? 6 : 80}
              short={name === 'letters'}
              again={again}
            />
          ))}
          <Row>
            <Button kind="primary">{t(step === 'address' ? 'setup.finish' : 'setup.go-on')}</Button>
          </Row>
        </Stack>
      </form>
      {step !== 'names' && <Back step={step} again={again} />}
    </>
  );
}

/** A form of its own, so that going back asks for nothing to be filled in. */
function Back({ step, again }: { readonly step: SetupStep; readonly again: SetupAgain | undefined }) {
  const { t } = usePage();
  return (
    <form method="post">
      <input type="hidden" name="step" value={step} />
      {STEPS.flatMap((one) => FIELDS[one]).map((name) => (
        <input key={name} type="hidden" name={name} value={again?.values[name] ?? ''} />
      ))}
      <Button kind="ghost" name="way" value="back">
        {t('setup.back')}
      </Button>
    </form>
  );
}
