import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import type { FoundPerson } from '../../queries/organisations/post-file.ts';
import css from './orgs.module.css';

/** Looks for somebody of the register; the form that needs them opens below. */
export function PersonSearch({ does, words }: { readonly does: string; readonly words: string }) {
  const { t } = usePage();
  return (
    <form method="get" className={css.search}>
      <input type="hidden" name="do" value={does} />
      <TextField
        name="who"
        type="search"
        label={t('registry.orgs.find-person')}
        hint={t('registry.people.search-hint')}
        value={words}
        maxLength={40}
      />
      <Button>{t('registry.places.find')}</Button>
    </form>
  );
}

/** The people found, one to be chosen; nobody found says what to do. */
export function FoundPeople({
  found,
  again,
}: {
  readonly found: readonly FoundPerson[];
  readonly again: FormAgain | undefined;
}) {
  const { t, locale } = usePage();
  if (found.length === 0) return <p>{t('registry.orgs.nobody-found')}</p>;
  return (
    <Choice
      name="personId"
      legend={t('registry.orgs.person')}
      options={found.map((person) => ({
        value: person.id,
        label: (locale === 'en' && person.nameEn) || person.name,
        hint: person.units.join(' · '),
      }))}
      {...(found[0] && found.length === 1 ? { value: found[0].id } : {})}
      again={again}
    />
  );
}
