import { placeText } from '#modules/registry/contract.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { DeskItem, DeskList, DeskQuery } from '../../../queries/desk/desk-list.ts';
import css from './columns.module.css';

type Props = {
  readonly query: DeskQuery;
  readonly list: DeskList;
  readonly search: string;
  readonly current: string | null;
};

/** The rows, each with a box to tick for doing the same to several. */
export function ItemList({ query, list, search, current }: Props) {
  const { t } = usePage();
  if (list.items.length === 0) return <NothingHere query={query} />;
  const next = `${search === '' ? '?' : `${search}&`}after=${encodeURIComponent(list.next ?? '')}`;
  return (
    <form method="get" action="/desk/bulk" className={css.rows}>
      <ul>
        {list.items.map((item) => (
          <Item key={item.id} item={item} search={search} isCurrent={item.code === current} />
        ))}
      </ul>
      <footer className={css.foot}>
        <Button>{t('desk.bulk')}</Button>
        <LinkButton to={`/desk/bulk?print=1${search === '' ? '' : `&${search.slice(1)}`}`} kind="ghost">
          {t('desk.print-list')}
        </LinkButton>
        <LinkButton to={`/desk/sheet${search}`} kind="ghost">
          {t('matters.sheets.link')}
        </LinkButton>
        {list.next && (
          <LinkButton to={`/desk${next}`} kind="ghost">
            {t('desk.next-page')}
          </LinkButton>
        )}
        <p className={css.keys}>{t('desk.keys')}</p>
      </footer>
    </form>
  );
}

function Item({ item, search, isCurrent }: { item: DeskItem; search: string; isCurrent: boolean }) {
  const page = usePage();
  const { t, locale } = page;
  const lead = item.lead && (locale === 'en' ? item.lead.nameEn : item.lead.nameZh);
  const facts = [
    item.code,
    placeText(item.place, page, item.placeDetail),
    item.mergedCount > 0 ? t('desk.merged-in', { n: item.mergedCount }) : null,
    item.urges > 0 ? t('desk.urged', { n: item.urges }) : null,
    lead,
  ].filter(Boolean);
  return (
    <li className={css.row} data-current={isCurrent ? '' : undefined}>
      <input type="checkbox" name="code" value={item.code} aria-label={t('desk.tick', { code: item.code })} />
      <a
        href={`/desk/matters/${item.code}${search}`}
        aria-current={isCurrent ? 'page' : undefined}
        data-row=""
      >
        <span className={css.title}>
          {item.level === 'P0' && <b className={css.danger}>{t('desk.p0')}</b>}
          {item.title ?? t('desk.text-hidden')}
        </span>
        <DueChip item={item} />
        <span className={css.facts}>{facts.join(' · ')}</span>
        {item.awaited[0] && <span className={css.awaited}>{t(`desk.awaited.${item.awaited[0]}`)}</span>}
      </a>
    </li>
  );
}

/** How the row stands: when it is due, or the state when nothing is due. */
function DueChip({ item }: { item: DeskItem }) {
  const { t, dates, now } = usePage();
  if (item.closed || item.paused || item.dueAt === null) {
    return <StateChip tone={item.closed ? 'done' : 'ongoing'}>{t(`desk.status.${item.status}`)}</StateChip>;
  }
  const left = item.dueAt.getTime() - now.getTime();
  const tone = left <= 0 ? 'late' : left < 86_400_000 ? 'due' : 'ongoing';
  return <StateChip tone={tone}>{dates.deadline(item.dueAt)}</StateChip>;
}

function NothingHere({ query }: { query: DeskQuery }) {
  const { t } = usePage();
  const searched = query.words !== '';
  return (
    <div className={css.nothing}>
      <EmptyState title={searched ? t('desk.found-nothing') : t(`desk.empty.${query.chip}`)}>
        <p>{searched ? t('desk.found-nothing-how') : t('desk.empty-how')}</p>
        <LinkButton to={searched ? '/desk?chip=all' : '/desk/call'}>
          {searched ? t('desk.chip.all') : t('desk.nav.call')}
        </LinkButton>
      </EmptyState>
    </div>
  );
}
