import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { KeptAppointment, PostFile } from '../../contract/organisations.ts';
import type { loader } from './organisation.page.server.ts';
import css from './orgs.module.css';

/** More posts than this are folded away, the vacant ones first. */
const FOLD_FROM = 15;

/** The posts of the organisation with who holds them; those given up below. */
export function Posts() {
  const { t } = usePage();
  const { file, today } = useLoaderData<typeof loader>();
  const open = file.posts.filter((post) => post.closedOn === null || post.closedOn >= today);
  const closed = file.posts.filter((post) => !open.includes(post));
  const vacant = open.filter((post) => post.now === null);
  if (!file.arePostsTold) {
    return (
      <Section title={t('registry.orgs.posts')}>
        <p className="quiet">{t('registry.posts-not-told')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('registry.orgs.posts')}>
      {open.length === 0 && (
        <EmptyState title={t('registry.no-posts')}>
          <p>{t(file.may.keep ? 'registry.orgs.no-posts-next' : 'registry.orgs.none-who')}</p>
        </EmptyState>
      )}
      {open.length > FOLD_FROM ? (
        <>
          <PostList posts={vacant} />
          <details>
            <summary>{t('registry.show-posts', { n: open.length })}</summary>
            <PostList posts={open.filter((post) => post.now !== null)} />
          </details>
        </>
      ) : (
        <PostList posts={open} />
      )}
      {closed.length > 0 && (
        <details>
          <summary>{t('registry.orgs.closed-posts', { n: closed.length })}</summary>
          <PostList posts={closed} />
        </details>
      )}
    </Section>
  );
}

function PostList({ posts }: { posts: readonly PostFile[] }) {
  const { t, locale } = usePage();
  if (posts.length === 0) return null;
  return (
    <CardList label={t('registry.orgs.posts')}>
      {posts.map((post) => (
        <li key={post.id} className={css.line}>
          <span>
            <a href={`/desk/registry/posts/${post.id}`}>{locale === 'en' ? post.nameEn : post.nameZh}</a>{' '}
            <span className="quiet">{t(`registry.duty.${post.duty}`)}</span>
            {post.workZh !== '' && (
              <>
                <br />
                <span className="quiet">{(locale === 'en' && post.workEn) || post.workZh}</span>
              </>
            )}
          </span>
          <span className={css.chips}>
            <HolderOf post={post} />
            {post.before.length > 0 && (
              <span className="quiet">{t('registry.orgs.before-count', { n: post.before.length })}</span>
            )}
          </span>
        </li>
      ))}
    </CardList>
  );
}

/** Who holds a post since when; or that it is vacant, and who stands in; or that it was given up. */
export function HolderOf({ post }: { post: PostFile }) {
  const { t, locale } = usePage();
  if (post.closedOn !== null) {
    return <span className="quiet">{t('registry.orgs.closed-on', { day: post.closedOn })}</span>;
  }
  if (post.now) return <Appointment appointment={post.now} />;
  const name = post.holder && ((locale === 'en' && post.holder.nameEn) || post.holder.name);
  return (
    <StateChip tone="late">{name ? t('registry.vacant-stand-in', { name }) : t('registry.vacant')}</StateChip>
  );
}

/** A holder with the days. */
export function Appointment({ appointment }: { appointment: KeptAppointment }) {
  const { t, locale } = usePage();
  const { fromDay, toDay } = appointment;
  return (
    <span>
      <strong>{(locale === 'en' && appointment.nameEn) || appointment.name}</strong>{' '}
      <span className="quiet">
        {toDay
          ? t('registry.people.from-to', { from: fromDay, to: toDay })
          : t('registry.since', { day: fromDay })}
      </span>
    </span>
  );
}
