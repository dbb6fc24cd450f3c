import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { pageOf } from '#web/page/page-context.ts';
import { type BoardFilter, board } from '../../queries/public/board.ts';
import { PUBLIC_STATES, SHOWN_GROUPS } from '../../rules/resident/publicity.ts';

/** The filter of an address; what it does not know is left out, so that a mistyped link still shows the board. */
export function readFilter(asked: URLSearchParams): BoardFilter {
  const estate = asked.get('estate') ?? '';
  const month = asked.get('month') ?? '';
  return {
    estateId: isUuid(estate) ? estate : null,
    group: SHOWN_GROUPS.find((one) => one === asked.get('group')) ?? null,
    state: PUBLIC_STATES.find((one) => one === asked.get('state')) ?? null,
    month: /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : null,
    after: asked.get('after'),
  };
}

/** The last twelve months, this one first: `2026-11`. */
function lastMonths(now: Date): string[] {
  const local = new Date(now.getTime() + 8 * 3_600_000);
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const filter = readFilter(new URL(request.url).searchParams);
  const shown = await page.services.database.inTransaction(page.actor, (tx) => board(tx, filter), {
    now: page.now,
  });
  return { board: shown, filter, months: lastMonths(page.now) };
}
