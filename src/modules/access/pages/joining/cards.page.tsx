import { useActionData, useLoaderData } from 'react-router';
import { NoEstate } from '#modules/registry/widgets.tsx';
import { dayOf } from '#platform/i18n/dates.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { SelectField } from '#web/ui/form/field.tsx';
import { DeskPage, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader } from './cards.page.server.ts';
import css from './joining.module.css';

export { action, loader } from './cards.page.server.ts';

/** Cards for the households of an entrance: a sheet to print, cut and put into letter boxes. */
export default function CardsPage() {
  const { t, locale } = usePage();
  const { estates, chosen, closed } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const options = estates.flatMap((estate) =>
    estate.buildings.flatMap((building) =>
      building.stairwells.map((stairwell) => ({
        value: stairwell.id,
        group: locale === 'en' ? estate.nameEn : estate.nameZh,
        label: `${t('registry.place.building', { number: building.number })} ${t('registry.place.stairwell', { number: stairwell.number })}`,
      })),
    ),
  );
  return (
    <DeskPage>
      <PageHead title={t('access.cards.title')} lead={t('access.cards.lead')} />
      {closed !== null && !again && <Notice>{t('access.cards.closed', { n: Number(closed) })}</Notice>}
      <ErrorSummary again={again} />
      {estates.length === 0 ? (
        <NoEstate />
      ) : (
        <form method="get">
          <Row>
            <SelectField
              name="stairwell"
              label={t('access.cards.entrance')}
              options={options}
              {...(chosen ? { value: chosen.stairwellId } : { empty: t('access.join.entrance-empty') })}
            />
            <Button>{t('access.cards.show')}</Button>
          </Row>
        </form>
      )}
      {chosen && <Homes chosen={chosen} />}
    </DeskPage>
  );
}

type Chosen = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['chosen']>;

function Homes({ chosen }: { chosen: Chosen }) {
  const { t, dates } = usePage();
  return (
    <Card title={t('access.cards.homes', { n: chosen.homes.length })}>
      <form method="post">
        <Stack>
          <input type="hidden" name="stairwell" value={chosen.stairwellId} />
          <p>{t('access.cards.choose')}</p>
          <ul className={css.rooms}>
            {chosen.homes.map((home) => (
              <li key={home.unitId}>
                <label className={css.tick}>
                  <input type="checkbox" name="unit" value={home.unitId} />
                  <span>
                    <strong>{t('registry.place.room', { room: home.room })}</strong>
                    <br />
                    <span className="quiet">
                      {home.expiresAt
                        ? t('access.cards.open', {
                            until: dates.day(dayOf(home.expiresAt)),
                            n: home.uses,
                          })
                        : t('access.cards.none')}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <Row>
            <Button kind="primary" formAction="/desk/access/cards/sheet" formTarget="_blank">
              {t('access.cards.make')}
            </Button>
            <Button kind="danger">{t('access.cards.close')}</Button>
          </Row>
          <p className="quiet">{t('access.cards.once')}</p>
        </Stack>
      </form>
    </Card>
  );
}
