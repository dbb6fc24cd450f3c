import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { TwoNames } from '../../contract.ts';
import type {
  EstateOverview,
  OrganisationOverview,
  PostOverview,
} from '../../queries/places/register-overview.ts';
import css from './register.module.css';

/** More posts than this are folded away. */
const FOLD_FROM = 12;

type Props = { readonly org: OrganisationOverview; readonly estates: readonly EstateOverview[] };

/** One organisation: what it is part of, whom it serves, its posts and who does their work. */
export function OrganisationCard({ org, estates }: Props) {
  const { t, locale } = usePage();
  const name = (names: TwoNames) => (locale === 'en' ? names.nameEn : names.nameZh);
  const served = estates.filter((estate) => org.estateIds.includes(estate.id));
  const serves =
    served.length === estates.length
      ? t('registry.serves-all')
      : served.map(name).join(t('registry.list-comma'));
  return (
    <Card title={name(org)} id={`org-${org.id}`}>
      <p className="quiet">
        <a href={`/desk/registry/organisations/${org.id}`}>{t('registry.orgs.open')}</a>
        {' · '}
        {[
          t(`registry.org-kind.${org.kind}`),
          org.parent && t('registry.part-of', { name: name(org.parent) }),
          served.length > 0 && t('registry.serves', { estates: serves }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {org.dutyPhone && <PhoneLink name={t('registry.duty-phone')} phone={org.dutyPhone} />}
      {org.posts.length === 0 && (
        <p className="quiet">{t(org.arePostsTold ? 'registry.no-posts' : 'registry.posts-not-told')}</p>
      )}
      {org.posts.length >= FOLD_FROM ? (
        <details>
          <summary>{t('registry.show-posts', { n: org.posts.length })}</summary>
          <Posts posts={org.posts} />
        </details>
      ) : (
        <Posts posts={org.posts} />
      )}
    </Card>
  );
}

function Posts({ posts }: { posts: readonly PostOverview[] }) {
  const { locale } = usePage();
  return (
    <ul className={css.posts}>
      {posts.map((post) => (
        <li key={post.id}>
          <span>{locale === 'en' ? post.nameEn : post.nameZh}</span>
          <PostHolder post={post} />
        </li>
      ))}
    </ul>
  );
}

/** The holder since when, or that the post is vacant and who stands in. */
function PostHolder({ post }: { post: PostOverview }) {
  const { t, locale } = usePage();
  const { holder } = post;
  if (!holder) return <StateChip tone="late">{t('registry.vacant')}</StateChip>;
  const name = (locale === 'en' && holder.nameEn) || holder.name;
  if (holder.as !== 'HOLDER') {
    return <StateChip tone="due">{t('registry.vacant-stand-in', { name })}</StateChip>;
  }
  return (
    <span>
      <strong>{name}</strong> <span className="quiet">{t('registry.since', { day: holder.since })}</span>
    </span>
  );
}
