import { type Place, placeText } from '#modules/registry/contract.ts';
import type { PageView } from '#web/page/page-context.ts';
import type { Option } from '#web/ui/form/field.tsx';
import type { ReportChoices } from '../../queries/resident/report-choices.ts';

type Language = Pick<PageView, 't' | 'locale'>;

function homeOption(home: Place, language: Language): Option {
  return {
    value: `u:${home.unit?.id}`,
    label: placeText(home, language),
    group: language.t('resident.report.place-home'),
  };
}

/** Homes first, then every estate with its buildings and entrances: one list, chosen with the phone's own picker. */
export function placeOptions({ homes, estates }: ReportChoices, language: Language): Option[] {
  const { t, locale } = language;
  const options = homes.map((home) => homeOption(home, language));
  for (const estate of estates) {
    const group = locale === 'en' ? estate.nameEn : estate.nameZh;
    options.push({
      value: `e:${estate.id}`,
      label: t('resident.report.place-estate', { name: group }),
      group,
    });
    for (const { id, number, stairwells } of estate.buildings) {
      const building = t('registry.place.building', { number });
      options.push({ value: `b:${id}`, label: building, group });
      if (stairwells.length < 2) continue;
      for (const stairwell of stairwells) {
        const entrance = t('registry.place.stairwell', { number: stairwell.number });
        options.push({
          value: `s:${stairwell.id}`,
          label: locale === 'en' ? `${building}, ${entrance}` : `${building} ${entrance}`,
          group,
        });
      }
    }
  }
  return options;
}

/** Named common parts by estate. */
export function commonPartOptions({ commonParts, estates }: ReportChoices, { locale }: Language): Option[] {
  const name = (names: { nameZh: string; nameEn: string }) => (locale === 'en' ? names.nameEn : names.nameZh);
  return commonParts.map((part) => {
    const estate = estates.find((one) => one.id === part.estateId);
    return { value: part.id, label: name(part), group: estate ? name(estate) : '' };
  });
}
