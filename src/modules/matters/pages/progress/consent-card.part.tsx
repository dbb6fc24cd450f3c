import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { ConsentOffer } from '../../rules/resident/consents.ts';
import type { OwnAgain } from './progress.page.server.ts';

type Props = {
  readonly consents: readonly ConsentOffer[];
  readonly again: OwnAgain | undefined;
  readonly requestKey: string;
};

/** What the reporter agreed to for this matter; one tap gives it, one tap takes it back. */
export function ConsentCard({ consents, again, requestKey }: Props) {
  const { t } = usePage();
  if (consents.length === 0) return null;
  return (
    <Card title={t('resident.consent.title')} id="consents">
      <Stack>
        <ErrorSummary again={again?.form === 'change-consent' ? again : undefined} />
        {consents.map(({ purpose, given }) => (
          <form key={purpose} method="post">
            <Stack>
              <strong>{t(`consents.purpose.${purpose}.name`)}</strong>
              <StateChip tone={given ? 'done' : 'ongoing'}>
                {t(given ? 'consents.state.GIVEN' : 'resident.consent.not-given')}
              </StateChip>
              <p>{t(`consents.purpose.${purpose}.allows`)}</p>
              <p className="quiet">{t(`consents.purpose.${purpose}.without`)}</p>
              <input type="hidden" name="requestKey" value={requestKey} />
              <input type="hidden" name="purpose" value={purpose} />
              <input type="hidden" name="state" value={given ? 'WITHDRAWN' : 'GIVEN'} />
              <Button name="do" value="change-consent">
                {t(given ? 'resident.consent.withdraw' : 'resident.consent.give')}
              </Button>
            </Stack>
          </form>
        ))}
      </Stack>
    </Card>
  );
}
