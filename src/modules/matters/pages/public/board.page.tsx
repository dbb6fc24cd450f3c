import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { BoardList, PublicPlace, RatesCard } from '../../widgets.tsx';
import css from './board.module.css';
import type { loader } from './board.page.server.ts';
import { BoardFilters } from './board-filters.part.tsx';

export { loader } from './board.page.server.ts';

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** What everybody may know: matters without names, the rates with their denominators, what is only counted. */
export default function BoardPage() {
  const { t } = usePage();
  const { board, filter, months } = useLoaderData<typeof loader>();
  const filtered = Boolean(filter.estateId || filter.group || filter.state || filter.month);
  return (
    <>
      <PageHead title={t('resident.board.title')} lead={t('resident.board.lead')} />
      <Section title={t('resident.board.rates')} more={<a href="/help#numbers">{t('resident.board.how')}</a>}>
        <RatesCard rates={board.rates} />
        <RatesNote rates={board.rates} />
      </Section>
      <Section title={t('resident.board.matters')}>
        <BoardFilters filter={filter} estates={board.estates} months={months} />
        {board.items.length > 0 ? (
          <BoardList items={board.items} label={t('resident.board.matters')} />
        ) : (
          <EmptyState title={t(filtered ? 'resident.board.none-here' : 'resident.board.none')}>
            {filtered && <LinkButton to="/board">{t('resident.board.all')}</LinkButton>}
          </EmptyState>
        )}
        <Older board={board} filter={filter} />
        {board.items.length > 0 && (
          <p>
            <a href={sheetAddress(filter)}>{t('matters.sheets.link')}</a>
          </p>
        )}
      </Section>
      <Counted counted={board.counted} />
      {board.parked.length > 0 && <Parked parked={board.parked} />}
    </>
  );
}

/** What the rates look at, and what they leave out. */
function RatesNote({ rates }: { rates: Loaded['board']['rates'] }) {
  const { t } = usePage();
  const { excluded } = rates;
  return (
    <p className="quiet">
      {t('matters.rates.window', { days: rates.days, n: rates.total })}{' '}
      {t('matters.rates.excluded', {
        declined: excluded.declined,
        merged: excluded.merged,
        withdrawn: excluded.withdrawn,
        anonymous: excluded.anonymous,
        explained: excluded.explained,
        unconfirmed: excluded.unconfirmed,
      })}{' '}
      {t('matters.rates.beside', { soSo: rates.soSo, parked: rates.parked })}
    </p>
  );
}

/** The board's spreadsheet under the same filter. */
function sheetAddress(filter: Loaded['filter']): string {
  const chosen = { estate: filter.estateId, group: filter.group, state: filter.state, month: filter.month };
  const pairs = Object.entries(chosen).filter((pair): pair is [string, string] => pair[1] !== null);
  return pairs.length === 0 ? '/board/sheet' : `/board/sheet?${new URLSearchParams(pairs)}`;
}

function Older({ board, filter }: Pick<Loaded, 'board' | 'filter'>) {
  const { t } = usePage();
  if (!board.next && !filter.after) return null;
  const query = (after: string | null) => {
    const chosen = {
      estate: filter.estateId,
      group: filter.group,
      state: filter.state,
      month: filter.month,
      after,
    };
    const pairs = Object.entries(chosen).filter((pair): pair is [string, string] => pair[1] !== null);
    return `/board?${new URLSearchParams(pairs)}`;
  };
  return (
    <nav className={css.pages} aria-label={t('ui.pages')}>
      {filter.after ? <a href={query(null)}>{t('resident.board.newest')}</a> : <span />}
      {board.next && (
        <a href={query(board.next)} rel="next">
          {t('resident.board.older')}
        </a>
      )}
    </nav>
  );
}

function Counted({ counted }: { counted: Loaded['board']['counted'] }) {
  const { t } = usePage();
  return (
    <Section title={t('resident.board.counted')}>
      <p className="quiet">{t('resident.board.counted-why')}</p>
      <CardList>
        {counted.map(({ group, total, confirmed }) => (
          <li key={group} className={css.counted}>
            <strong>{t(`category.${group}`)}</strong>
            <span>
              {total === null ? t('resident.board.few') : t('resident.board.count', { n: total })}
              {total !== null &&
                total > 0 &&
                ` · ${confirmed === null ? t('resident.board.confirmed-few') : t('resident.board.confirmed', { n: confirmed })}`}
            </span>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function Parked({ parked }: { parked: Loaded['board']['parked'] }) {
  const { t, locale, dates } = usePage();
  return (
    <Section title={t('resident.board.parked')}>
      <p className="quiet">{t('resident.board.parked-why')}</p>
      <CardList>
        {parked.map((one) => (
          <li key={one.id} className={css.parked}>
            <strong>{t(`category.${one.category}`)}</strong>
            <p className="quiet">
              <PublicPlace place={one.place} />
            </p>
            <p>
              {t('resident.board.parked-line', {
                cause: t(`matters.parking-cause.${one.cause}`),
                owner: one.owner ? (locale === 'en' ? one.owner.nameEn : one.owner.nameZh) : '',
                day: dates.day(one.reviewOn),
              })}
            </p>
          </li>
        ))}
      </CardList>
    </Section>
  );
}
