import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import type { announceChoices } from '../../queries/public/desk-notices.ts';
import type { PublicNoticeDetail } from '../../queries/public/public-notice-detail.ts';
import css from '../notices.module.css';

type Props = {
  readonly choices: Pick<Awaited<ReturnType<typeof announceChoices>>, 'estates' | 'mayEverywhere'>;
  /** The notice whose places the new one takes over at first. */
  readonly replaces: Pick<PublicNoticeDetail, 'estates' | 'buildings'> | null;
  readonly again: FormAgain | undefined;
};

/** Whom it concerns: estates, and of them single buildings; none of either is everybody. */
export function Places({ choices, replaces, again }: Props) {
  const { t, locale } = usePage();
  const { estates, mayEverywhere } = choices;
  const typed = new Set(`${again?.values.estateIds ?? ''} ${again?.values.buildingIds ?? ''}`.split(' '));
  const refusal = again?.refusals.find(({ field }) => field === 'estateIds' || field === 'buildingIds');
  const was = (nameZh: string) => replaces?.estates.some((one) => one.nameZh === nameZh) === true;
  const only = !mayEverywhere && estates.length === 1;
  return (
    <fieldset className={css.places} id="field-estateIds">
      <legend>{t('notices.where')}</legend>
      {mayEverywhere && <p className="quiet">{t('notices.desk.everywhere-hint')}</p>}
      {refusal && <p className={css.wrong}>{t(`refusal.${refusal.code}`, refusal.params)}</p>}
      {estates.map((estate) => (
        <div key={estate.id} className={css.buildings}>
          <label>
            <input
              type="checkbox"
              name="estateIds"
              value={estate.id}
              defaultChecked={again ? typed.has(estate.id) : only || was(estate.nameZh)}
            />
            {locale === 'en' ? estate.nameEn : estate.nameZh}
          </label>
          <details open={estate.buildings.some(({ id }) => typed.has(id)) ? true : undefined}>
            <summary>{t('notices.field.buildings')}</summary>
            <div className={css.numbers}>
              {estate.buildings.map((building) => (
                <label key={building.id}>
                  <input
                    type="checkbox"
                    name="buildingIds"
                    value={building.id}
                    defaultChecked={
                      again
                        ? typed.has(building.id)
                        : replaces?.estates.length === 1 &&
                          was(estate.nameZh) &&
                          replaces.buildings.includes(building.number)
                    }
                  />
                  {building.number}
                </label>
              ))}
            </div>
          </details>
        </div>
      ))}
    </fieldset>
  );
}
