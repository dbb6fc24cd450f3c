import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts } from '#web/ui/layout.tsx';
import type { EstateOverview } from '../../queries/places/register-overview.ts';
import { areaText } from '../../rules/places/area-text.ts';
import css from './register.module.css';

/** One estate: its sums, its common parts, and its buildings with their entrances. */
export function EstateCard({ estate }: { estate: EstateOverview }) {
  const { t, locale } = usePage();
  const stairwells = estate.buildings.flatMap((building) => building.stairwells).length;
  return (
    <Card title={locale === 'en' ? estate.nameEn : estate.nameZh}>
      <Facts
        facts={[
          [t('registry.code'), estate.code],
          [
            t('registry.buildings'),
            t('registry.buildings-stairwells', { buildings: estate.buildings.length, stairwells }),
          ],
          ...estate.units.map(
            (sum) =>
              [
                t(`registry.unit-kind.${sum.kind}`),
                t(`registry.units-area.${sum.kind}`, { n: sum.units, area: areaText(sum.area) }),
              ] as const,
          ),
          [
            t('registry.common-parts'),
            estate.commonParts
              .map((part) =>
                t('registry.kind-count', { kind: t(`registry.part-kind.${part.kind}`), n: part.n }),
              )
              .join(t('registry.list-comma')),
          ],
        ]}
      />
      <details>
        <summary>{t('registry.show-buildings')}</summary>
        <ul className={css.columns}>
          {estate.buildings.map((building) => (
            <li key={building.id}>
              {t('registry.place.building', { number: building.number })}{' '}
              <span className="quiet">
                {building.stairwells
                  .map((stairwell) => t('registry.place.stairwell', { number: stairwell.number }))
                  .join(t('registry.list-comma'))}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
