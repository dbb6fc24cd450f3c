import { useLoaderData } from 'react-router';
import { ORG_KINDS } from '#kernel/actor.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Check } from '#web/ui/form/choice.tsx';
import { SelectField, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { loader } from './organisations.page.server.ts';
import css from './orgs.module.css';

/** The form for another organisation. */
export function AddOrganisation({ again }: { again: FormAgain | undefined }) {
  const { t, locale } = usePage();
  const { organisations, today, requestKey } = useLoaderData<typeof loader>();
  const label = (one: { nameZh: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameZh);
  return (
    <Card title={t('registry.orgs.add')}>
      <form method="post" className={css.form}>
        <Stack>
          <input type="hidden" name="requestKey" value={requestKey} />
          <SelectField
            name="kind"
            label={t('registry.orgs.kind')}
            options={ORG_KINDS.map((value) => ({ value, label: t(`registry.org-kind.${value}`) }))}
            empty={t('registry.people.choose')}
            again={again}
          />
          <TextField name="nameZh" label={t('registry.field.name')} maxLength={40} again={again} />
          <TextField
            name="nameEn"
            label={t('registry.field.name-en')}
            maxLength={80}
            optional
            again={again}
          />
          <TextField
            name="dutyPhone"
            type="tel"
            label={t('registry.orgs.duty-phone')}
            hint={t('registry.orgs.duty-phone-hint')}
            maxLength={25}
            optional
            again={again}
          />
          <SelectField
            name="parentId"
            label={t('registry.orgs.parent')}
            options={organisations.map((org) => ({ value: org.id, label: label(org) }))}
            empty={t('registry.orgs.no-parent')}
            optional
            again={again}
          />
          <EstateChecks />
          <TextField
            name="fromDay"
            type="date"
            label={t('registry.people.from-day')}
            value={today}
            again={again}
          />
          <Row>
            <Button kind="primary">{t('registry.places.save')}</Button>
            <LinkButton kind="ghost" to="/desk/registry/organisations">
              {t('registry.orgs.cancel')}
            </LinkButton>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}

function EstateChecks() {
  const { t, locale } = usePage();
  const { estates } = useLoaderData<typeof loader>();
  return (
    <fieldset className={css.set}>
      <legend>{t('registry.orgs.estates')}</legend>
      {estates.map((one) => (
        <Check
          key={one.id}
          name="estateIds"
          value={one.id}
          label={locale === 'en' ? one.nameEn : one.nameZh}
        />
      ))}
    </fieldset>
  );
}
