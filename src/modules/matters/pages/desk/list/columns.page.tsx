import { Outlet, useLoaderData, useParams } from 'react-router';
import { Island, usePage } from '#web/page/use-page.tsx';
import css from './columns.module.css';
import type { loader } from './columns.page.server.ts';
import type { BesideList } from './empty-pane.page.tsx';
import { Filters } from './filters.part.tsx';
import { ItemList } from './item-list.part.tsx';

export { loader } from './columns.page.server.ts';

/** What waits on the left, what it is on the right. On a narrow screen one of the two. */
export default function Columns() {
  const { t } = usePage();
  const { code } = useParams();
  const { query, list, search, saved, choices } = useLoaderData<typeof loader>();
  return (
    <div className={css.columns} data-open={code ? 'matter' : 'list'}>
      <section className={css.list} aria-label={t('desk.list')} data-list="">
        <Filters query={query} list={list} search={search} saved={saved} choices={choices} />
        <ItemList query={query} list={list} search={search} current={code ?? null} />
      </section>
      <div className={css.pane} id="pane">
        <Outlet context={{ hasEstate: choices.estates.length > 0 } satisfies BesideList} />
      </div>
      <Island name="desk" />
    </div>
  );
}
