import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { pageOf } from '#web/page/page-context.ts';
import { PUBLIC_KINDS } from '../contract/public.ts';
import { type BoardFilter, noticeBoard } from '../queries/public/notice-board.ts';

/** Announcements, public notices and works; by kind, place and words. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const filter = readFilter(new URL(request.url).searchParams);
  const board = await page.services.database.inTransaction(page.actor, (tx) => noticeBoard(tx, filter), {
    now: page.now,
  });
  const isFiltered = Boolean(filter.kind || filter.estateId || filter.words);
  return { ...board, filter, kinds: PUBLIC_KINDS, isFiltered };
}

/** What the address asks for; what is no kind and no place is not asked for. `place`: an estate, or `estate.building`. */
export function readFilter(asked: URLSearchParams): BoardFilter {
  const kind = asked.get('kind') ?? '';
  const [estate = '', building = ''] = (asked.get('place') ?? '').split('.');
  const page = Number(asked.get('page') ?? '1');
  return {
    kind: PUBLIC_KINDS.find((one) => one === kind) ?? null,
    estateId: isUuid(estate) ? estate : null,
    buildingId: isUuid(building) ? building : null,
    words: (asked.get('words') ?? '').trim().slice(0, 60),
    page: Number.isInteger(page) && page > 1 && page < 1000 ? page : 1,
  };
}
