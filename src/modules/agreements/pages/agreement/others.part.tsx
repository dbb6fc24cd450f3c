import { usePage } from '#web/page/use-page.tsx';
import type { AgreementStanding } from '../../contract/agreement.ts';
import { AgreementChip } from './agreement-text.part.tsx';

type Other = { readonly label: string; readonly standing: AgreementStanding };

/** Agreements besides the one on the page: one may still speak about the next, and read the ones before. */
export function Others({ others }: { others: readonly Other[] }) {
  const { t } = usePage();
  return others.map((one) => (
    <p key={one.label}>
      <a href={`/agreement/${encodeURIComponent(one.label)}`}>
        {t('agreements.agreement.named', { label: one.label })}
      </a>{' '}
      <AgreementChip standing={one.standing} />
    </p>
  ));
}
