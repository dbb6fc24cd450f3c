import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { CardList } from '#web/ui/card.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './people.module.css';
import type { loader } from './people-list.page.server.ts';

export { loader } from './people-list.page.server.ts';

/** The people of the register, found by name, phone or room. */
export default function PeopleListPage() {
  const { t, locale, actor } = usePage();
  const { words, people, next } = useLoaderData<typeof loader>();
  const mayOpen = actor.role === 'RC' || actor.role === 'GB';
  return (
    <DeskPage>
      <PageHead title={t('registry.people.title')} lead={t('registry.people.lead')} />
      <form method="get" className={css.search}>
        <TextField
          name="words"
          type="search"
          label={t('registry.people.search')}
          hint={t('registry.people.search-hint')}
          value={words}
          maxLength={40}
          optional
        />
        <Button>{t('registry.places.find')}</Button>
      </form>
      {people.length === 0 && (
        <EmptyState title={t(words === '' ? 'registry.people.none' : 'registry.people.found-none')}>
          <p>{t(words === '' ? 'registry.people.none-next' : 'registry.people.found-none-how')}</p>
        </EmptyState>
      )}
      <CardList label={t('registry.people.title')}>
        {people.map((person) => {
          const name = (locale === 'en' && person.nameEn) || person.name;
          return (
            <li key={person.id} className={css.person}>
              {mayOpen ? <a href={`/desk/registry/people/${person.id}`}>{name}</a> : <strong>{name}</strong>}
              <span className="quiet">
                {[
                  ...person.units,
                  person.hasPhone ? t('registry.people.has-phone') : t('registry.people.no-phone'),
                ].join(' · ')}
              </span>
            </li>
          );
        })}
      </CardList>
      {people.length > 0 && (
        <p>
          <a href={`/desk/registry/sheets/people?${new URLSearchParams({ words })}`}>
            {t('registry.sheets.link')}
          </a>
        </p>
      )}
      {next && (
        <LinkButton kind="ghost" to={`?${new URLSearchParams({ words, after: next })}`}>
          {t('registry.children.more')}
        </LinkButton>
      )}
    </DeskPage>
  );
}
