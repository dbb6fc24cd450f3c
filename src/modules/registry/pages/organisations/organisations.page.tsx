import { useActionData, useLoaderData } from 'react-router';
import { ORG_KINDS } from '#kernel/actor.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { TwoNames } from '../../contract.ts';
import type { OrganisationOverview } from '../../queries/places/register-overview.ts';
import { AddOrganisation } from './add-organisation.part.tsx';
import type { loader } from './organisations.page.server.ts';
import css from './orgs.module.css';

export { action, loader } from './organisations.page.server.ts';

/** All organisations by kind, with what is vacant. */
export default function OrganisationsPage() {
  const { t } = usePage();
  const { organisations, mayAdd, adds } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const kinds = ORG_KINDS.filter((kind) => organisations.some((org) => org.kind === kind));
  return (
    <DeskPage>
      <PageHead title={t('registry.orgs.title')} lead={t('registry.orgs.lead')} />
      <ErrorSummary again={again} />
      <Vacancies organisations={organisations} />
      {mayAdd &&
        (adds ? (
          <AddOrganisation again={again} />
        ) : (
          <p>
            <LinkButton to="?do=add">{t('registry.orgs.add')}</LinkButton>
          </p>
        ))}
      {organisations.length === 0 && (
        <EmptyState title={t('registry.orgs.none')}>
          <p>{t(mayAdd ? 'registry.orgs.none-next' : 'registry.orgs.none-who')}</p>
        </EmptyState>
      )}
      {kinds.map((kind) => (
        <Section key={kind} title={t(`registry.org-kind.${kind}`)}>
          <CardList label={t(`registry.org-kind.${kind}`)}>
            {organisations
              .filter((org) => org.kind === kind)
              .map((org) => (
                <Organisation key={org.id} org={org} />
              ))}
          </CardList>
        </Section>
      ))}
    </DeskPage>
  );
}

function Vacancies({ organisations }: { organisations: readonly OrganisationOverview[] }) {
  const { t } = usePage();
  const posts = organisations.flatMap((org) => org.posts);
  const vacant = posts.filter((post) => post.holder?.as !== 'HOLDER').length;
  if (posts.length === 0) return null;
  if (vacant === 0) return <p className="quiet">{t('registry.no-vacancies', { n: posts.length })}</p>;
  return (
    <Card tone="late">
      <p>
        <StateChip tone="late">{t('registry.vacancies', { vacant, n: posts.length })}</StateChip>
      </p>
    </Card>
  );
}

/** One line: name, whom it serves, and each vacant post with who stands in. */
function Organisation({ org }: { org: OrganisationOverview }) {
  const { t, locale } = usePage();
  const { estates } = useLoaderData<typeof loader>();
  const name = (names: TwoNames) => (locale === 'en' ? names.nameEn : names.nameZh);
  const served = estates.filter((estate) => org.estateIds.includes(estate.id));
  const vacant = org.posts.filter((post) => post.holder?.as !== 'HOLDER');
  const serves =
    served.length === estates.length
      ? t('registry.serves-all')
      : served.map(name).join(t('registry.list-comma'));
  return (
    <li className={css.line}>
      <span>
        <a href={`/desk/registry/organisations/${org.id}`}>{name(org)}</a>
        <br />
        <span className="quiet">
          {[
            org.parent && t('registry.part-of', { name: name(org.parent) }),
            served.length > 0 ? t('registry.serves', { estates: serves }) : t('registry.orgs.serves-none'),
            org.arePostsTold && t('registry.orgs.posts-count', { n: org.posts.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className={css.chips}>
        {vacant.map((post) => (
          <StateChip key={post.id} tone="late">
            {post.holder
              ? t('registry.orgs.vacant-with', {
                  post: name(post),
                  name: (locale === 'en' && post.holder.nameEn) || post.holder.name,
                })
              : t('registry.orgs.vacant-alone', { post: name(post) })}
          </StateChip>
        ))}
      </span>
    </li>
  );
}
