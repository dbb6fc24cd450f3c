import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { StaffEntry, StaffState } from '../../queries/invitations/staff-access.ts';
import css from './staff.module.css';
import type { loader } from './staff.page.server.ts';

export { loader } from './staff.page.server.ts';

/** Who can sign in, who was invited, who is still outside. */
export default function StaffPage() {
  const { t, locale } = usePage();
  const { groups, all, counts } = useLoaderData<typeof loader>();
  return (
    <div className={css.page}>
      <PageHead
        title={t('access.staff-title')}
        lead={t('access.staff-lead', { in: counts.IN, all, outside: counts.OUTSIDE })}
      />
      <Filters />
      {groups.length === 0 && <EmptyState title={t('access.staff-none')} />}
      {groups.map((group) => (
        <Section key={group.orgId} title={locale === 'en' ? group.nameEn : group.nameZh}>
          <CardList label={locale === 'en' ? group.nameEn : group.nameZh}>
            {group.staff.map((entry) => (
              <li key={entry.personId}>
                <Entry entry={entry} />
              </li>
            ))}
          </CardList>
        </Section>
      ))}
    </div>
  );
}

function Filters() {
  const { t } = usePage();
  const { state, counts, all } = useLoaderData<typeof loader>();
  const entries: readonly (readonly [StaffState | null, number])[] = [
    [null, all],
    ['OUTSIDE', counts.OUTSIDE],
    ['INVITED', counts.INVITED],
    ['IN', counts.IN],
  ];
  return (
    <nav className={css.filters} aria-label={t('access.staff-filter')}>
      <Row>
        {entries.map(([one, n]) => (
          <LinkButton
            key={one ?? 'all'}
            to={one ? `/desk/access/staff?state=${one}` : '/desk/access/staff'}
            current={one === state}
          >
            {t(`access.staff-filter.${one ?? 'ALL'}`, { n })}
          </LinkButton>
        ))}
      </Row>
    </nav>
  );
}

function Entry({ entry }: { entry: StaffEntry }) {
  const { t, locale, dates } = usePage();
  const english = locale === 'en';
  return (
    <div className={css.entry}>
      <a href={`/desk/access/staff/${entry.personId}`}>{(english && entry.nameEn) || entry.name}</a>
      <span className="quiet">
        {entry.posts.map((post) => (english ? post.nameEn : post.nameZh)).join(' · ')}
      </span>
      <span className={css.state}>
        {entry.state === 'IN' && <StateChip tone="done">{t('access.state.IN')}</StateChip>}
        {entry.state === 'OUTSIDE' && <StateChip tone="due">{t('access.state.OUTSIDE')}</StateChip>}
        {entry.state === 'INVITED' && entry.invitedUntil && (
          <StateChip tone="ongoing">
            {t('access.state.INVITED', { until: dates.day(entry.invitedUntil) })}
          </StateChip>
        )}
        {entry.hasSecondFactor && <span className="quiet">{t('access.has-second-factor')}</span>}
      </span>
    </div>
  );
}
