import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { ChainState } from '../../queries/trail-choices.ts';
import css from './trail.module.css';
import type { loader } from './trail.page.server.ts';
import { TrailFilters } from './trail-filters.part.tsx';
import { TrailTable } from './trail-line.part.tsx';

export { action, loader } from './trail.page.server.ts';

/** Who did and saw what: filters above, newest first below, and whether the trail is whole. */
export default function TrailPage() {
  const { t } = usePage();
  const { lines, next, search, isLater, chain } = useLoaderData<typeof loader>();
  const here = '/desk/oversight/trail';
  const all = search === '' ? '' : `${search}&`;
  return (
    <div className={css.page}>
      <PageHead title={t('oversight.trail-title')} lead={t('oversight.trail-lead')} />
      <div className={css.tools}>
        <TrailFilters />
        <Chain state={chain} />
      </div>
      {lines.length === 0 ? (
        <EmptyState title={t('oversight.trail-none')}>{t('oversight.trail-none-next')}</EmptyState>
      ) : (
        <TrailTable lines={lines} search={search} />
      )}
      <Row>
        {isLater && (
          <LinkButton to={search === '' ? here : `${here}?${search}`}>
            {t('oversight.trail-newest')}
          </LinkButton>
        )}
        {next && (
          <LinkButton to={`${here}?${all}after=${encodeURIComponent(next)}`}>
            {t('oversight.trail-more')}
          </LinkButton>
        )}
      </Row>
    </div>
  );
}

/** Whether somebody changed what was written, as of the last check. */
function Chain({ state }: { state: ChainState | null }) {
  const { t, dates } = usePage();
  const said = state && { when: dates.moment(state.at), who: state.by, n: state.events };
  return (
    <Card
      id="chain"
      title={t('oversight.chain')}
      {...(state ? { tone: state.brokenAt === null ? ('done' as const) : ('late' as const) } : {})}
    >
      {!state && <p>{t('oversight.chain-never')}</p>}
      {said && state.brokenAt === null && <p>✓ {t('oversight.chain-sound', said)}</p>}
      {said && state.brokenAt !== null && (
        <p>■ {t('oversight.chain-broken', { ...said, at: state.brokenAt })}</p>
      )}
      <form method="post" action="/desk/oversight/trail">
        <Button>{t('oversight.chain-check')}</Button>
      </form>
      <p className="quiet">{t('oversight.chain-check-hint')}</p>
    </Card>
  );
}
