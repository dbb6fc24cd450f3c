import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';

/** A provider one may sign in by, and since when. */
export type IdentityView = {
  readonly key: string;
  readonly name: string;
  readonly connectedAt: Date | null;
};

/** Signing in by somebody else's sign-in: connect or disconnect. */
export function Identities({
  identities,
  connectKey,
}: {
  identities: readonly IdentityView[];
  connectKey: string;
}) {
  const { t, dates } = usePage();
  if (identities.length === 0) return null;
  return (
    <Section title={t('identity.title')}>
      <form method="post">
        <CardList label={t('identity.title')}>
          {identities.map(({ key, name, connectedAt }) => (
            <li key={key}>
              <Stack>
                <Row>
                  <strong>{name}</strong>
                  <span className="quiet">
                    {connectedAt
                      ? t('identity.since', { day: dates.day(connectedAt) })
                      : t('identity.not-connected')}
                  </span>
                </Row>
                <Row>
                  {connectedAt ? (
                    <Button name="disconnect" value={key}>
                      {t('identity.disconnect')}
                    </Button>
                  ) : (
                    <LinkButton to={`/account/connect/${key}?key=${connectKey}`}>
                      {t('identity.connect')}
                    </LinkButton>
                  )}
                </Row>
              </Stack>
            </li>
          ))}
        </CardList>
      </form>
    </Section>
  );
}
