import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import type { DeskList, DeskQuery } from '../../../queries/desk/desk-list.ts';
import type { filterChoices } from '../../../queries/desk/filter-choices.ts';
import type { SavedFilter } from '../../../queries/desk/saved-filters.ts';
import css from './columns.module.css';

type Props = {
  readonly query: DeskQuery;
  readonly list: DeskList;
  readonly search: string;
  readonly saved: readonly SavedFilter[];
  readonly choices: Awaited<ReturnType<typeof filterChoices>>;
};

const CHIPS = ['mine', 'soon', 'overdue', 'requester', 'follow-up', 'parked', 'all'] as const;

/** The search box, the chips with their counts, one's own filters. */
export function Filters({ query, list, search, saved, choices }: Props) {
  const { t } = usePage();
  return (
    <header className={css.filters}>
      <search>
        <form method="get" action="/desk" className={css.search}>
          <input type="hidden" name="chip" value={query.chip} />
          <label htmlFor="desk-words" className="unseen">
            {t('desk.search')}
          </label>
          <input
            id="desk-words"
            type="search"
            name="words"
            defaultValue={query.words}
            placeholder={t('desk.search-hint')}
            maxLength={60}
            autoComplete="off"
          />
          <kbd>/</kbd>
          <button type="submit" className="unseen">
            {t('desk.search')}
          </button>
        </form>
      </search>
      <nav aria-label={t('desk.chips')}>
        <ul className={css.chips}>
          {CHIPS.map((chip) => (
            <li key={chip}>
              <a
                href={chip === 'mine' ? '/desk' : `/desk?chip=${chip}`}
                aria-current={query.chip === chip && query.words === '' ? 'page' : undefined}
              >
                {t(`desk.chip.${chip}`)}
                {chip !== 'all' && <span className="num"> {list.counts[chip] ?? 0}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.missingYears && (
        <p className={css.flag}>
          <a href="/desk/calendar">{t('desk.missing-years')}</a>
        </p>
      )}
      <details className={css.more} open={query.estateId || query.level || query.group ? true : undefined}>
        <summary>{t('desk.filter-more')}</summary>
        <Narrow query={query} choices={choices} />
        <Saved search={search} saved={saved} />
      </details>
    </header>
  );
}

function Narrow({ query, choices }: Pick<Props, 'query' | 'choices'>) {
  const { t, locale } = usePage();
  const any = t('desk.any');
  return (
    <form method="get" action="/desk" className={css.narrow}>
      <input type="hidden" name="chip" value={query.chip} />
      {query.words !== '' && <input type="hidden" name="words" value={query.words} />}
      <label>
        {t('desk.filter.estate')}
        <select name="estate" defaultValue={query.estateId ?? ''}>
          <option value="">{any}</option>
          {choices.estates.map((estate) => (
            <option key={estate.id} value={estate.id}>
              {locale === 'en' ? estate.nameEn : estate.nameZh}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('desk.filter.group')}
        <select name="group" defaultValue={query.group ?? ''}>
          <option value="">{any}</option>
          {choices.groups.map((group) => (
            <option key={group} value={group}>
              {t(`category.${group}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('desk.filter.level')}
        <select name="level" defaultValue={query.level ?? ''}>
          <option value="">{any}</option>
          {choices.levels.map((level) => (
            <option key={level} value={level}>
              {t(`matters.level.${level}`)}
            </option>
          ))}
        </select>
      </label>
      <Button>{t('desk.narrow')}</Button>
    </form>
  );
}

function Saved({ search, saved }: Pick<Props, 'search' | 'saved'>) {
  const { t } = usePage();
  return (
    <div className={css.saved}>
      {saved.length > 0 && (
        <ul className={css.chips} aria-label={t('desk.saved')}>
          {saved.map((filter) => (
            <li key={filter.id}>
              <a href={`/desk?${filter.query}`}>{filter.name}</a>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action="/desk/filters" className={css.save}>
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="query" value={search.slice(1)} />
        <label htmlFor="filter-name" className="unseen">
          {t('desk.filter-name')}
        </label>
        <input id="filter-name" name="name" required maxLength={20} placeholder={t('desk.filter-name')} />
        <Button>{t('desk.filter-save')}</Button>
      </form>
      {saved.length > 0 && (
        <LinkButton to="/desk/filters" kind="ghost">
          {t('desk.filter-manage')}
        </LinkButton>
      )}
    </div>
  );
}
