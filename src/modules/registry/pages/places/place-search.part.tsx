import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import css from './places.module.css';

/** Finds a place by what people call it. */
export function PlaceSearch({ words }: { readonly words: string }) {
  const { t } = usePage();
  return (
    <form method="get" action="/desk/registry/places" className={css.search}>
      <TextField
        name="words"
        type="search"
        label={t('registry.places.search')}
        hint={t('registry.places.search-hint')}
        value={words}
        maxLength={60}
        optional
      />
      <Button>{t('registry.places.find')}</Button>
    </form>
  );
}
