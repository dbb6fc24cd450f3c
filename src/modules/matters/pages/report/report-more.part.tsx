import { usePage } from '#web/page/use-page.tsx';
import { Check } from '#web/ui/form/choice.tsx';
import { SelectField, TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { MATTER_KINDS } from '../../contract.ts';
import type { ReportChoices } from '../../queries/resident/report-choices.ts';
import { CATEGORIES } from '../../rules/intake/categories.ts';
import { commonPartOptions } from './place-options.part.tsx';
import css from './report.module.css';
import type { ReportAgain } from './report.page.server.ts';

type Props = { readonly choices: ReportChoices; readonly again: ReportAgain | undefined };

/** What one may add; folded away, because most reports need none of it. */
export function MoreDetails({ choices, again }: Props) {
  const { t } = usePage();
  const inUse = ['commonPartId', 'placeNote', 'kind', 'complainedOrgId'].some((name) => again?.values[name]);
  return (
    <details className={css.more} open={inUse}>
      <summary>{t('resident.report.more')}</summary>
      <Stack>
        <MorePlace choices={choices} again={again} />
        <MoreKind again={again} />
        <Complaint choices={choices} again={again} />
      </Stack>
    </details>
  );
}

function MorePlace({ choices, again }: Props) {
  const { t, locale } = usePage();
  return (
    <>
      <SelectField
        name="commonPartId"
        label={t('resident.report.common-part')}
        hint={t('resident.report.common-part-hint')}
        options={commonPartOptions(choices, { t, locale })}
        empty={t('resident.report.common-part-none')}
        optional
        again={again}
      />
      <TextField
        name="placeNote"
        label={t('resident.report.place-note')}
        maxLength={100}
        optional
        again={again}
      />
    </>
  );
}

function MoreKind({ again }: Pick<Props, 'again'>) {
  const { t } = usePage();
  return (
    <>
      <SelectField
        name="kind"
        label={t('resident.report.kind')}
        options={MATTER_KINDS.map((kind) => ({ value: kind, label: t(`matters.kind.${kind}`) }))}
        empty={t('resident.report.kind-none')}
        optional
        again={again}
      />
      {!again?.categories.length && (
        <SelectField
          name="category"
          label={t('resident.report.category')}
          options={CATEGORIES.map(({ code, group }) => ({
            value: code,
            label: t(`category.${code}`),
            group: t(`category.${group}`),
          }))}
          empty={t('resident.report.category-auto')}
          optional
          again={again}
        />
      )}
    </>
  );
}

/** Against whom, and what that organisation may know. */
function Complaint({ choices, again }: Props) {
  const { t, locale } = usePage();
  const complained = choices.organisations.map((org) => ({
    value: org.id,
    label: locale === 'en' ? org.nameEn : org.nameZh,
  }));
  return (
    <>
      <SelectField
        name="complainedOrgId"
        label={t('resident.report.complained')}
        hint={t('resident.report.complained-hint')}
        options={complained}
        empty={t('resident.report.complained-none')}
        optional
        again={again}
      />
      <Check
        name="revealReporter"
        value="on"
        label={t('resident.report.reveal')}
        checked={again?.values.revealReporter === 'on'}
      />
      <Check
        name="conflictOnSite"
        value="on"
        label={t('resident.report.conflict')}
        checked={again?.values.conflictOnSite === 'on'}
      />
    </>
  );
}
