import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Check } from '#web/ui/form/choice.tsx';
import { SelectField, TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { UNIT_RELATIONS } from '../../contract.ts';
import css from './people.module.css';
import type { loader } from './unit-people.page.server.ts';

type Props = { readonly again: FormAgain | undefined };

/** Enters somebody who owns, rents or lives in the unit. */
export function HoldForm({ again }: Props) {
  const { t } = usePage();
  const { requestKey, today } = useLoaderData<typeof loader>();
  return (
    <Card title={t('registry.people.add')}>
      <form method="post">
        <Stack>
          <input type="hidden" name="requestKey" value={requestKey} />
          <SelectField
            name="relation"
            label={t('registry.people.relation')}
            options={UNIT_RELATIONS.map((value) => ({ value, label: t(`registry.relation.${value}`) }))}
            value="OWNER"
            again={again}
          />
          <TextField name="name" label={t('registry.people.name')} maxLength={40} optional again={again} />
          <TextField
            name="phone"
            type="tel"
            label={t('registry.people.phone')}
            hint={t('registry.people.phone-hint')}
            maxLength={20}
            optional
            again={again}
          />
          <OrganisationField again={again} />
          <TextField
            name="share"
            label={t('registry.people.share')}
            hint={t('registry.people.share-hint')}
            maxLength={12}
            short
            optional
            again={again}
          />
          <Check
            name="isRepresentative"
            value="on"
            label={t('registry.people.speaks')}
            checked={again?.values.isRepresentative === 'on'}
          />
          <TextField
            name="fromDay"
            type="date"
            label={t('registry.people.from-day')}
            value={today}
            again={again}
          />
          <Button kind="primary" name="do" value="hold">
            {t('registry.people.add')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

function OrganisationField({ again }: Props) {
  const { t, locale } = usePage();
  const { organisations } = useLoaderData<typeof loader>();
  return (
    <SelectField
      name="organisationId"
      label={t('registry.people.organisation')}
      options={organisations.map(({ id, nameZh, nameEn }) => ({
        value: id,
        label: locale === 'en' ? nameEn : nameZh,
      }))}
      empty={t('registry.people.no-organisation')}
      optional
      again={again}
    />
  );
}

/** A sale: the old owners end the day before, up to four new ones begin. */
export function SellForm({ again }: Props) {
  const { t } = usePage();
  const { requestKey, today } = useLoaderData<typeof loader>();
  return (
    <Card title={t('registry.people.sell')}>
      <form method="post">
        <Stack>
          <p className="quiet">{t('registry.people.sell-what')}</p>
          <input type="hidden" name="requestKey" value={requestKey} />
          <TextField
            name="day"
            type="date"
            label={t('registry.people.sell-day')}
            value={today}
            again={again}
          />
          {([1, 2, 3, 4] as const).map((at) => (
            <fieldset key={at} className={css.buyer}>
              <legend>{t('registry.people.buyer', { n: at })}</legend>
              <TextField
                name={`buyer${at}`}
                label={t('registry.people.name')}
                maxLength={40}
                optional
                again={again}
              />
              <TextField
                name={`phone${at}`}
                type="tel"
                label={t('registry.people.phone')}
                maxLength={20}
                optional
                again={again}
              />
              <TextField
                name={`share${at}`}
                label={t('registry.people.share')}
                maxLength={12}
                short
                optional
                again={again}
              />
            </fieldset>
          ))}
          <OrganisationField again={again} />
          <Button kind="primary" name="do" value="sell">
            {t('registry.people.sell')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
