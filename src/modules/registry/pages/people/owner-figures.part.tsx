import { usePage } from '#web/page/use-page.tsx';
import { Section } from '#web/ui/card.tsx';
import { Facts } from '#web/ui/layout.tsx';
import type { OwnerRoll } from '../../queries/people/owner-roll.ts';
import { areaText } from '../../rules/places/area-text.ts';

/** How many owners an estate has today, a line a management area; `roll` is null when it is too large. */
export function OwnerFigures({ estateId, roll }: { estateId: string; roll: OwnerRoll | null }) {
  const { t } = usePage();
  const lines = roll?.areas.filter((line) => line.count.parts > 0) ?? [];
  if (roll && lines.length === 0) return null;
  return (
    <Section title={t('registry.owners.title')}>
      <Facts
        facts={lines.map(
          ({ area, count }) =>
            [
              area?.nameZh ?? t('registry.owners.no-area'),
              t('registry.owners.heads-area', { n: count.heads, area: areaText(count.area) }),
            ] as const,
        )}
      />
      <p>
        <a href={`/desk/registry/places/estate/${estateId}/owners`}>
          {t(roll ? 'registry.owners.how' : 'registry.owners.count')}
        </a>
      </p>
    </Section>
  );
}
