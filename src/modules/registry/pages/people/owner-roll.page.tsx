import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState, Facts } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { AreaRoll } from '../../queries/people/owner-roll.ts';
import { areaText } from '../../rules/places/area-text.ts';
import type { loader } from './owner-roll.page.server.ts';
import css from './people.module.css';

export { loader } from './owner-roll.page.server.ts';

/** Owners of an estate by management area: heads, area, what is still to be put right, and how it is counted. */
export default function OwnerRollPage() {
  const { t, locale } = usePage();
  const { roll, typed, unreadable } = useLoaderData<typeof loader>();
  const name = locale === 'en' ? roll.estate.nameEn : roll.estate.nameZh;
  const lines = roll.areas.filter((line) => line.count.parts + line.count.leftOut > 0);
  return (
    <DeskPage>
      <PageHead
        title={t('registry.owners.of-estate', { estate: name })}
        lead={<a href={`/desk/registry/places/estate/${roll.estate.id}`}>{t('registry.owners.back')}</a>}
      />
      <form method="get" className={css.search}>
        <TextField
          name="day"
          type="date"
          label={t('registry.owners.day')}
          hint={t('registry.owners.day-hint')}
          value={typed}
          again={
            unreadable
              ? { refusals: [{ code: 'registry.day-unreadable', field: 'day' }], values: { day: typed } }
              : undefined
          }
        />
        <Button>{t('registry.owners.count')}</Button>
      </form>
      {lines.length === 0 && (
        <EmptyState title={t('registry.owners.none')}>
          <p>{t('registry.owners.none-next')}</p>
        </EmptyState>
      )}
      {lines.map((line) => (
        <AreaCard key={line.area?.id ?? 'none'} line={line} day={roll.day} />
      ))}
      <Card title={t('registry.owners.rules')}>
        <ul>
          {['part', 'buyer', 'developer', 'co-owners', 'couple', 'parking', 'ownerless'].map((rule) => (
            <li key={rule}>{t(`registry.owners.rule.${rule}`)}</li>
          ))}
        </ul>
        <p className="quiet">{t('registry.owners.source')}</p>
      </Card>
    </DeskPage>
  );
}

function AreaCard({ line, day }: { line: AreaRoll; day: string }) {
  const { t } = usePage();
  const { area, count, ownerless, speakerless } = line;
  return (
    <Card title={area?.nameZh ?? t('registry.owners.no-area')}>
      <Facts
        facts={[
          [t('registry.owners.heads'), <strong key="heads">{count.heads}</strong>],
          [
            t('registry.owners.area'),
            <strong key="area">{t('registry.area-m2', { area: areaText(count.area) })}</strong>,
          ],
          [t('registry.owners.parts'), count.parts],
          [t('registry.owners.left-out'), count.leftOut || null],
          [t('registry.owners.on'), day],
        ]}
      />
      {!area && <p>{t('registry.owners.no-area-what')}</p>}
      <Missing n={count.ownerless} units={ownerless} words="registry.owners.ownerless" />
      <Missing n={count.speakerless} units={speakerless} words="registry.owners.speakerless" />
    </Card>
  );
}

/** Units somebody should look after, with links for those who may. */
function Missing({ n, units, words }: { n: number; units: AreaRoll['ownerless']; words: string }) {
  const { t } = usePage();
  if (n === 0) return null;
  return (
    <>
      <p>{t(words, { n })}</p>
      {units.length > 0 && (
        <ul className={css.codes}>
          {units.map((unit) => (
            <li key={unit.id}>
              <a href={`/desk/registry/units/${unit.id}/people`}>{unit.code}</a>
            </li>
          ))}
          {n > units.length && (
            <li className="quiet">{t('registry.owners.more', { n: n - units.length })}</li>
          )}
        </ul>
      )}
    </>
  );
}
