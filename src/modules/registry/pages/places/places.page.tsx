import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, CardList } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { placeText } from '../../contract.ts';
import { NoEstate } from '../../widgets.tsx';
import { PlaceFields } from './place-fields.part.tsx';
import { PlaceSearch } from './place-search.part.tsx';
import css from './places.module.css';
import type { loader } from './places.page.server.ts';

export { action, loader } from './places.page.server.ts';

/** The top of the tree: the estates of the neighborhood, and a search over all places. */
export default function PlacesPage() {
  const { t, locale } = usePage();
  const { words, estates, mayKeep, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <DeskPage>
      <PageHead title={t('registry.places.title')} lead={t('registry.places.lead')} />
      <PlaceSearch words={words} />
      {words !== '' && <Found />}
      <ErrorSummary again={again} />
      {estates.length === 0 && <NoEstate />}
      <CardList label={t('registry.places.estates')}>
        {estates.map((estate) => (
          <li key={estate.id} className={css.line}>
            <a href={`/desk/registry/places/estate/${estate.id}`}>
              {locale === 'en' ? estate.nameEn : estate.nameZh}
            </a>
            <span className="quiet">
              {t('registry.buildings-stairwells', {
                buildings: estate.buildings.length,
                stairwells: estate.buildings.flatMap((building) => building.stairwells).length,
              })}
            </span>
          </li>
        ))}
      </CardList>
      {mayKeep && (
        <details id="add" className={css.fold} open={again !== undefined || estates.length === 0}>
          <summary>{t('registry.places.add-estate')}</summary>
          <Card>
            <form method="post">
              <Stack>
                <input type="hidden" name="requestKey" value={requestKey} />
                <PlaceFields
                  fields={{ kind: 'estate', code: '', nameZh: '', nameEn: '', laneZh: '' }}
                  again={again}
                  areas={[]}
                />
                <Button kind="primary">{t('registry.places.add')}</Button>
              </Stack>
            </form>
          </Card>
        </details>
      )}
    </DeskPage>
  );
}

function Found() {
  const page = usePage();
  const { found, words } = useLoaderData<typeof loader>();
  if (found.length === 0) return <p role="status">{page.t('registry.places.found-none', { words })}</p>;
  return (
    <CardList label={page.t('registry.places.found')}>
      {found.map(({ ids, place }) => {
        const [kind, id] = smallest(ids);
        return (
          <li key={id}>
            <a href={`/desk/registry/places/${kind}/${id}`}>{placeText(place, page)}</a>
          </li>
        );
      })}
    </CardList>
  );
}

type Ids = ReturnType<typeof useLoaderData<typeof loader>>['found'][number]['ids'];

function smallest(ids: Ids): readonly [string, string] {
  if (ids.unitId) return ['unit', ids.unitId];
  if (ids.commonPartId) return ['part', ids.commonPartId];
  if (ids.stairwellId) return ['stairwell', ids.stairwellId];
  return ids.buildingId ? ['building', ids.buildingId] : ['estate', ids.estateId];
}
