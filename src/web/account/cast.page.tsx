import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Section } from '#web/ui/card.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './account.module.css';
import type { CastEntry, loader } from './cast.page.server.ts';

export { action, loader } from './cast.page.server.ts';

/** In the demo only: one click to be somebody of the neighborhood. */
export default function CastPage() {
  const { t, locale } = usePage();
  const { leads, groups } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('cast.title')} lead={t('cast.lead')} />
      {leads.length > 0 && (
        <Section title={t('cast.leads')}>
          <People people={leads} />
        </Section>
      )}
      {groups.map((group) => (
        <Section key={group.nameZh} title={locale === 'en' ? group.nameEn : group.nameZh}>
          <People people={group.people} />
        </Section>
      ))}
    </>
  );
}

function People({ people }: { people: readonly CastEntry[] }) {
  const { locale } = usePage();
  const english = locale === 'en';
  return (
    <form method="post" action="/cast" className={css.cast}>
      {people.map((person) => (
        <button
          key={`${person.personId} ${person.whoZh}`}
          type="submit"
          name="person"
          value={person.personId}
          className={css.person}
        >
          <strong>{english ? person.nameEn : person.nameZh}</strong>
          <span className="quiet">{english ? person.whoEn : person.whoZh}</span>
        </button>
      ))}
    </form>
  );
}
