import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import type { Board, BoardFilter } from '../../queries/public/board.ts';
import { PUBLIC_STATES, SHOWN_GROUPS } from '../../rules/resident/publicity.ts';
import css from './board.module.css';

type Props = {
  readonly filter: BoardFilter;
  readonly estates: Board['estates'];
  readonly months: readonly string[];
};

/** Four choices that make an address, so that a filtered board can be sent on. */
export function BoardFilters({ filter, estates, months }: Props) {
  const { t, locale } = usePage();
  const monthName = (month: string) => {
    const [year = '', number] = month.split('-');
    return t('resident.board.month-of', { year, month: t(`date.month.${Number(number)}`) });
  };
  const chosen = [filter.estateId, filter.group, filter.state, filter.month].some((one) => one !== null);
  return (
    <details className={css.filters} open={chosen}>
      <summary>{t('resident.board.filter')}</summary>
      <form method="get" action="/board" className={css.fields}>
        <Pick
          name="estate"
          label={t('resident.board.estate')}
          value={filter.estateId}
          options={estates.map((one) => [one.id, locale === 'en' ? one.nameEn : one.nameZh])}
        />
        <Pick
          name="group"
          label={t('resident.progress.category')}
          value={filter.group}
          options={SHOWN_GROUPS.map((one) => [one, t(`category.${one}`)])}
        />
        <Pick
          name="state"
          label={t('resident.board.state')}
          value={filter.state}
          options={PUBLIC_STATES.map((one) => [one, t(`matters.public-state.${one}`)])}
        />
        <Pick
          name="month"
          label={t('resident.board.month')}
          value={filter.month}
          options={months.map((one) => [one, monthName(one)])}
        />
        <Button>{t('resident.board.apply')}</Button>
      </form>
    </details>
  );
}

type PickProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly (readonly [string, string])[];
};

function Pick({ name, label, value, options }: PickProps) {
  const { t } = usePage();
  return (
    <label className={css.pick}>
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ''}>
        <option value="">{t('resident.board.any')}</option>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
