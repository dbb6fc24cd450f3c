import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { SelectField, TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import type { PublicKind } from '../../contract/public.ts';
import type { BoardFilter } from '../../queries/public/notice-board.ts';
import css from '../notices.module.css';

type Place = {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly buildings: readonly { readonly id: string; readonly number: number }[];
};

type Props = {
  readonly filter: BoardFilter;
  readonly kinds: readonly PublicKind[];
  readonly places: readonly Place[];
  readonly isFiltered: boolean;
};

/** Finding a notice by words, kind, estate or building; open when something was asked for. */
export function Finder({ filter, kinds, places, isFiltered }: Props) {
  const { t, locale } = usePage();
  const options = places.flatMap((estate) => {
    const group = locale === 'en' ? estate.nameEn : estate.nameZh;
    const whole = { value: estate.id, label: t('notices.whole-estate', { estate: group }), group };
    return [
      whole,
      ...estate.buildings.map((one) => ({
        value: `${estate.id}.${one.id}`,
        label: t('notices.buildings', { estate: group, numbers: String(one.number) }),
        group,
      })),
    ];
  });
  return (
    <details className={css.finder} open={isFiltered}>
      <summary>{t('notices.public.filter')}</summary>
      <form method="get" action="/notices">
        <Stack>
          <TextField
            name="words"
            type="search"
            label={t('notices.public.words')}
            maxLength={60}
            value={filter.words}
            optional
          />
          <SelectField
            name="kind"
            label={t('notices.public.kind')}
            empty={t('notices.public.any')}
            options={kinds.map((one) => ({ value: one, label: t(`notices.public.kind.${one}`) }))}
            value={filter.kind ?? ''}
            optional
          />
          <SelectField
            name="place"
            label={t('notices.where')}
            empty={t('notices.public.any-place')}
            options={options}
            value={[filter.estateId, filter.buildingId].filter(Boolean).join('.')}
            optional
          />
          <Button>{t('notices.public.find')}</Button>
        </Stack>
      </form>
    </details>
  );
}
