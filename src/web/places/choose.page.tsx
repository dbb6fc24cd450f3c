import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { EmptyState, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { loader, PlaceChoice } from './choose.page.server.ts';

export { action, loader } from './choose.page.server.ts';

/** Which neighborhood? Everybody may look at each; whoever belongs to several moves without typing again. */
export default function ChoosePlacePage() {
  const { t } = usePage();
  const { own, shared } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('places.title')} lead={t('places.lead')} />
      {own.length > 0 && <Own />}
      {shared.length > 0 && <Shared />}
      {own.length + shared.length === 0 && <EmptyState title={t('places.none')} />}
    </>
  );
}

function useName(): (place: PlaceChoice) => string {
  const { locale } = usePage();
  return (place) => (locale === 'en' ? place.nameEn : place.nameZh);
}

function Own() {
  const { t } = usePage();
  const { own } = useLoaderData<typeof loader>();
  const name = useName();
  return (
    <Section title={t('places.own')}>
      <form method="post">
        <CardList label={t('places.own')}>
          {own.map((place) => (
            <li key={place.slug}>
              <Stack>
                <Row>
                  <strong>{name(place)}</strong>
                  {place.isHere && <StateChip tone="ongoing">{t('places.here')}</StateChip>}
                </Row>
                {!place.isHere && (
                  <Row>
                    {place.isElsewhere ? (
                      <LinkButton to={`/neighborhoods/go/${place.slug}`}>{t('places.go')}</LinkButton>
                    ) : (
                      <Button name="to" value={place.slug}>
                        {t('places.go')}
                      </Button>
                    )}
                  </Row>
                )}
              </Stack>
            </li>
          ))}
        </CardList>
      </form>
    </Section>
  );
}

function Shared() {
  const { t } = usePage();
  const { shared, own, back } = useLoaderData<typeof loader>();
  const name = useName();
  return (
    <Section title={t(own.length > 0 ? 'places.others' : 'places.all')}>
      <CardList label={t('places.all')}>
        {shared.map((place) => (
          <li key={place.slug}>
            <Row>
              <LinkButton to={`/n/${place.slug}${back}`} wide>
                {name(place)}
              </LinkButton>
            </Row>
          </li>
        ))}
      </CardList>
    </Section>
  );
}
