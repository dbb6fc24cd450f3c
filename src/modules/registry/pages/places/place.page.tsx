import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, EmptyState, Facts, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { PlaceFields as Fields, PlaceKind } from '../../contract/places.ts';
import type { PlaceFile } from '../../queries/places/place-file.ts';
import { areaText } from '../../rules/places/area-text.ts';
import { OwnerFigures } from '../people/owner-figures.part.tsx';
import { Children } from './children.part.tsx';
import type { loader } from './place.page.server.ts';
import { PlaceFields } from './place-fields.part.tsx';
import { usePlaceNames } from './place-names.part.tsx';
import css from './places.module.css';
import { UnitPeople } from './unit-people.part.tsx';

export { action, loader } from './place.page.server.ts';

/** What may be added in each kind of place, empty. */
const ADDED: Readonly<Record<PlaceKind, readonly Fields[]>> = {
  estate: [
    { kind: 'building', number: 0, managementAreaId: '' },
    { kind: 'area', nameZh: '' },
    { kind: 'unit', room: '', unitKind: 'PARKING', area: 0, areaSource: 'REGISTRY' },
    { kind: 'part', partKind: 'OTHER', nameZh: '', nameEn: '', area: null },
  ],
  area: [],
  building: [
    { kind: 'stairwell', number: 0 },
    { kind: 'unit', room: '', unitKind: 'SHOP', area: 0, areaSource: 'REGISTRY' },
    { kind: 'part', partKind: 'OTHER', nameZh: '', nameEn: '', area: null },
  ],
  stairwell: [
    { kind: 'unit', room: '', unitKind: 'DWELLING', area: 0, areaSource: 'REGISTRY' },
    { kind: 'part', partKind: 'LIFT', nameZh: '', nameEn: '', area: null },
  ],
  unit: [],
  part: [],
};

/** One place of the register: what it is, what lies in it, who holds it, and the forms to keep it. */
export default function PlacePage() {
  const { t } = usePage();
  const { place, roll, today, done, turning } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const nameOf = usePlaceNames();
  // An estate has its management area from the start: that alone is still empty.
  const isEmpty = place.children.every((page) => page.kind === 'area' || page.rows.length === 0);
  return (
    <DeskPage>
      <Crumbs place={place} />
      <PageHead
        title={nameOf(place.fields)}
        lead={t(`registry.kind-of.${place.kind}`, { code: place.code })}
      />
      {done && !again && (
        <Notice>{t(done === 'add' ? 'registry.places.added' : 'registry.places.corrected')}</Notice>
      )}
      <ErrorSummary again={again} />
      <div className={css.columns}>
        <div>
          <PlaceFacts fields={place.fields} />
          {place.kind === 'estate' && <OwnerFigures estateId={place.id} roll={roll} />}
          {place.kind === 'unit' && <UnitPeople place={place} today={today} />}
          <Children place={place} today={today} asked={turning} />
          {isEmpty && ADDED[place.kind].length > 0 && (
            <EmptyState title={t('registry.places.empty')}>
              {place.mayKeep && <p>{t('registry.places.empty-next')}</p>}
            </EmptyState>
          )}
        </div>
        {place.mayKeep && <Keep place={place} again={again} />}
      </div>
    </DeskPage>
  );
}

function Crumbs({ place }: { place: PlaceFile }) {
  const { t } = usePage();
  const nameOf = usePlaceNames();
  return (
    <nav aria-label={t('registry.places.way')}>
      <ol className={css.crumbs}>
        <li>
          <a href="/desk/registry/places">{t('registry.places.title')}</a>
        </li>
        {place.above.map((crumb) => (
          <li key={crumb.id}>
            <a href={`/desk/registry/places/${crumb.kind}/${crumb.id}`}>{nameOf(crumb.fields)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function PlaceFacts({ fields }: { fields: Fields }) {
  const { t } = usePage();
  if (fields.kind === 'estate') return <Facts facts={[[t('registry.field.lane'), fields.laneZh]]} />;
  if (fields.kind === 'part') {
    const area = fields.area && t('registry.area-m2', { area: areaText(fields.area) });
    return (
      <Facts
        facts={[
          [t('registry.field.part-kind'), t(`registry.part-kind.${fields.partKind}`)],
          [t('registry.owners.area'), area],
        ]}
      />
    );
  }
  if (fields.kind !== 'unit') return null;
  return (
    <Facts
      facts={[
        [t('registry.field.unit-kind'), t(`registry.unit-kind.${fields.unitKind}`)],
        [t('registry.owners.area'), t('registry.area-m2', { area: areaText(fields.area) })],
        [t('registry.field.area-source'), t(`registry.area-source.${fields.areaSource}`)],
      ]}
    />
  );
}

function Keep({ place, again }: { place: PlaceFile; again: FormAgain | undefined }) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  const doing = again?.values.do;
  return (
    <div>
      {place.kind === 'estate' && (
        <Row>
          <LinkButton kind="ghost" to={`/desk/registry/plan/${place.id}`}>
            {t('registry.plan.nav')}
          </LinkButton>
        </Row>
      )}
      <details className={css.fold} open={doing === 'correct'}>
        <summary>{t('registry.places.correct')}</summary>
        <Card>
          <form method="post">
            <Stack>
              <input type="hidden" name="requestKey" value={requestKey} />
              <input type="hidden" name="version" value={place.version} />
              <PlaceFields
                fields={place.fields}
                again={doing === 'correct' ? again : undefined}
                areas={place.areas}
              />
              <Button kind="primary" name="do" value="correct">
                {t('registry.places.save')}
              </Button>
            </Stack>
          </form>
        </Card>
      </details>
      {ADDED[place.kind].map((fields) => (
        <AddPlace key={fields.kind} fields={fields} place={place} again={again} />
      ))}
      {['building', 'stairwell', 'unit', 'part'].includes(place.kind) && (
        <details className={css.fold}>
          <summary>{t('registry.places.remove')}</summary>
          <Card>
            <form method="post">
              <Stack>
                <p>{t('registry.places.remove-what')}</p>
                <Button kind="danger" name="do" value="remove">
                  {t('registry.places.remove')}
                </Button>
              </Stack>
            </form>
          </Card>
        </details>
      )}
    </div>
  );
}

function AddPlace({
  fields,
  place,
  again,
}: {
  fields: Fields;
  place: PlaceFile;
  again: FormAgain | undefined;
}) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  const mine = again?.values.do === 'add' && again.values.kind === fields.kind ? again : undefined;
  return (
    <details className={css.fold} open={mine !== undefined}>
      <summary>{t(`registry.add.${fields.kind}`)}</summary>
      <Card>
        <form method="post">
          <Stack>
            <input type="hidden" name="requestKey" value={requestKey} />
            <input type="hidden" name="kind" value={fields.kind} />
            <PlaceFields fields={fields} again={mine} areas={place.areas} />
            <Button kind="primary" name="do" value="add">
              {t('registry.places.add')}
            </Button>
          </Stack>
        </form>
      </Card>
    </details>
  );
}
