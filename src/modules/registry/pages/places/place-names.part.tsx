import { usePage } from '#web/page/use-page.tsx';
import type { PlaceFields } from '../../contract/places.ts';

/** What a place is called by itself, without what it lies in. */
export function usePlaceNames(): (fields: PlaceFields) => string {
  const { t, locale } = usePage();
  return (fields) => {
    switch (fields.kind) {
      case 'estate':
      case 'part':
        return locale === 'en' ? fields.nameEn : fields.nameZh;
      case 'area':
        return fields.nameZh;
      case 'building':
        return t('registry.place.building', { number: fields.number });
      case 'stairwell':
        return t('registry.place.stairwell', { number: fields.number });
      case 'unit':
        return t(fields.unitKind === 'DWELLING' ? 'registry.place.room' : 'registry.place.unit', {
          room: fields.room,
        });
    }
  };
}
