import { usePage } from '#web/page/use-page.tsx';
import type { ErrandLine } from '../queries/errand-list.ts';

/** Where an errand leads, in words. */
export function useErrandPlace(): (line: ErrandLine) => string {
  const { t, locale } = usePage();
  return ({ place }) => {
    if (!place) return '—';
    const estate = locale === 'en' ? place.estate.nameEn : place.estate.nameZh;
    const { building, room } = place;
    return t(room === null ? 'notifications.errands.place' : 'notifications.errands.home', {
      estate,
      building: building ?? '—',
      room: room ?? '',
    });
  };
}
