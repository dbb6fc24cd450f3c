import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { LongTextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { CONSENT_KINDS } from '../../contract/proxies.ts';
import type { loader } from './proxies.page.server.ts';

/** Who of those found it is, and how the elder agreed. */
export function RecordForm({ again }: { readonly again: FormAgain | undefined }) {
  const { t } = usePage();
  const { principals, others, requestKey } = useLoaderData<typeof loader>();
  if (principals.length === 0 || others.length === 0) {
    return (
      <p role="status">
        {t(principals.length === 0 ? 'access.proxy.no-principal' : 'access.proxy.no-proxy')}
      </p>
    );
  }
  const options = (people: typeof principals) =>
    people.map((one) => ({ value: one.id, label: one.name, hint: one.units.join(' ') }));
  return (
    <form method="post">
      <Stack>
        <input type="hidden" name="requestKey" value={requestKey} />
        <Choice
          name="principalId"
          legend={t('access.proxy.principal')}
          options={options(principals)}
          {...(principals.length === 1 && principals[0] ? { value: principals[0].id } : {})}
          again={again}
          columns
        />
        <Choice
          name="proxyId"
          legend={t('access.proxy.proxy')}
          options={options(others)}
          {...(others.length === 1 && others[0] ? { value: others[0].id } : {})}
          again={again}
          columns
        />
        <blockquote>{t('access.proxy.words-to-read')}</blockquote>
        <Choice
          name="consentKind"
          legend={t('access.proxy.how')}
          options={CONSENT_KINDS.map((value) => ({ value, label: t(`access.consent.${value}`) }))}
          again={again}
          columns
        />
        <LongTextField
          name="consentWords"
          label={t('access.proxy.consent-words')}
          hint={t('access.proxy.consent-words-hint')}
          maxLength={500}
          rows={2}
          again={again}
        />
        <Button kind="primary" name="do" value="record">
          {t('access.proxy.record')}
        </Button>
      </Stack>
    </form>
  );
}
