import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { TeamView, TwoNames } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import type { RegisterOverview } from '../../queries/places/register-overview.ts';
import { NoEstate } from '../../widgets.tsx';
import { EstateCard } from './estate-card.part.tsx';
import { OrganisationCard } from './organisation-card.part.tsx';
import css from './register.module.css';
import type { loader } from './register.page.server.ts';

export { loader } from './register.page.server.ts';

/** The register: what the neighborhood consists of and who does what in it. Read only. */
export default function RegisterPage() {
  const { t, actor } = usePage();
  const { profile, estates, organisations, teams } = useLoaderData<typeof loader>();
  return (
    <div className={css.page}>
      <PageHead title={t('registry.title')} lead={<Totals estates={estates} />} />
      {profile.statedPopulation !== '' && (
        <p className="quiet">
          {t('registry.stated', {
            population: profile.statedPopulation,
            members: profile.statedPartyMembers,
            source: profile.statedSource,
          })}
        </p>
      )}
      {estates.length > 0 && mayKeep(actor, 'import-register').ok && (
        <p>
          <LinkButton to="/desk/registry/import">{t('registry.import.link')}</LinkButton>
        </p>
      )}
      <Section title={t('registry.estates')} more={<SheetLink list="units" />}>
        {estates.length === 0 && <NoEstate />}
        <div className={css.grid}>
          {estates.map((estate) => (
            <EstateCard key={estate.id} estate={estate} />
          ))}
        </div>
      </Section>
      <Section
        title={t('registry.organisations', { n: organisations.length })}
        more={<SheetLink list="posts" />}
      >
        <Vacancies organisations={organisations} />
        <div className={css.grid}>
          {organisations.map((org) => (
            <OrganisationCard key={org.id} org={org} estates={estates} />
          ))}
        </div>
      </Section>
      <Section title={t('registry.teams')} more={<SheetLink list="teams" />}>
        <Teams teams={teams} />
      </Section>
    </div>
  );
}

/** Saves a list of this page as a spreadsheet. */
function SheetLink({ list }: { list: 'units' | 'posts' | 'teams' }) {
  const { t } = usePage();
  return (
    <a
      href={`/desk/registry/sheets/${list}`}
      aria-label={`${t('registry.sheets.link')} · ${t(`registry.sheets.${list}`)}`}
    >
      {t('registry.sheets.link')}
    </a>
  );
}

function Totals({ estates }: Pick<RegisterOverview, 'estates'>) {
  const { t } = usePage();
  const buildings = estates.flatMap((estate) => estate.buildings);
  const dwellings = estates.flatMap((estate) => estate.units).filter((sum) => sum.kind === 'DWELLING');
  return t('registry.totals', {
    estates: estates.length,
    buildings: buildings.length,
    stairwells: buildings.flatMap((building) => building.stairwells).length,
    households: dwellings.reduce((total, sum) => total + sum.units, 0),
  });
}

/** How many posts are vacant, before the list of them all. */
function Vacancies({ organisations }: Pick<RegisterOverview, 'organisations'>) {
  const { t } = usePage();
  const posts = organisations.flatMap((org) => org.posts);
  const vacant = posts.filter((post) => post.holder?.as !== 'HOLDER').length;
  if (vacant === 0) return <p className="quiet">{t('registry.no-vacancies', { n: posts.length })}</p>;
  return (
    <Card tone="due">
      <p>{t('registry.vacancies', { vacant, n: posts.length })}</p>
    </Card>
  );
}

function Teams({ teams }: { teams: readonly TeamView[] }) {
  const { t, locale } = usePage();
  const name = (names: TwoNames) => (locale === 'en' ? names.nameEn : names.nameZh);
  if (teams.length === 0) return <EmptyState title={t('registry.no-teams')} />;
  return (
    <CardList label={t('registry.teams')}>
      {teams.map((team) => (
        <li key={team.id}>
          <a href={`/desk/registry/teams/${team.id}`}>{name(team)}</a>{' '}
          <span className="quiet">
            {[
              team.members !== null && t('registry.team-members', { n: team.members }),
              locale === 'en' ? team.scheduleEn : team.scheduleZh,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </CardList>
  );
}
