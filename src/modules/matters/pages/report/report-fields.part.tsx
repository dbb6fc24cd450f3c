import { usePage } from '#web/page/use-page.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { FieldFrame, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Notice } from '#web/ui/layout.tsx';
import { MAX_PHOTOS } from '../../forms/intake.ts';
import type { ReportChoices } from '../../queries/resident/report-choices.ts';
import { placeOptions } from './place-options.part.tsx';
import css from './report.module.css';
import type { ReportAgain } from './report.page.server.ts';

type Again = { readonly again: ReportAgain | undefined };

/** What we understood from the words, to be put right before sending. */
export function CategoryAdvice({ again }: { again: ReportAgain }) {
  const { t } = usePage();
  const options = again.categories.map((code) => ({ value: code, label: t(`category.${code}`) }));
  const chosen = again.values.category;
  if (chosen && !again.categories.includes(chosen)) {
    options.push({ value: chosen, label: t(`category.${chosen}`) });
  }
  return (
    <>
      {again.preview && <Notice>{t('resident.report.preview-done')}</Notice>}
      <Choice
        name="category"
        legend={t('resident.report.category-advice')}
        hint={t('resident.report.category-advice-hint')}
        options={[...options, { value: '', label: t('resident.report.category-none') }]}
        value={chosen || (again.categories[0] ?? '')}
        optional
      />
    </>
  );
}

/** Oneself when signed in; else a name and a phone, or nobody. */
export function WhoReports({ again }: Again) {
  const { t, session, locale } = usePage();
  const anonymous = {
    value: 'ANONYMOUS',
    label: t('resident.report.who-nobody'),
    hint: t('resident.report.who-nobody-hint'),
  };
  if (session) {
    const name = (locale === 'en' && session.nameEn) || session.name;
    const self = { value: 'SELF', label: t('resident.report.who-self', { name }) };
    return (
      <Choice
        name="reporter"
        legend={t('resident.report.who')}
        options={[self, anonymous]}
        value="SELF"
        again={again}
      />
    );
  }
  return (
    <>
      <Choice
        name="reporter"
        legend={t('resident.report.who')}
        options={[{ value: 'NAMED', label: t('resident.report.who-named') }, anonymous]}
        value="NAMED"
        again={again}
      />
      <div className={css.pair}>
        <TextField
          name="reporterName"
          label={t('resident.report.name')}
          autoComplete="name"
          maxLength={40}
          optional
          again={again}
        />
        <TextField
          name="reporterPhone"
          type="tel"
          label={t('resident.report.phone')}
          autoComplete="tel-national"
          inputMode="tel"
          maxLength={20}
          optional
          again={again}
        />
      </div>
    </>
  );
}

/** Photos: optional, at most six. A browser cannot keep chosen files, so the page says so after a mistake. */
export function Photos({ again, label }: Again & { readonly label?: string }) {
  const { t } = usePage();
  const hint = t('resident.report.photos-hint', { most: MAX_PHOTOS });
  return (
    <FieldFrame
      name="photos"
      label={label ?? t('resident.report.photos')}
      hint={again ? `${hint} ${t('resident.report.photos-again')}` : hint}
      again={again}
      optional
    >
      {({ id, name, described }) => (
        <input
          {...described}
          id={id}
          name={name}
          type="file"
          accept="image/*"
          multiple
          className={css.files}
          data-photos=""
        />
      )}
    </FieldFrame>
  );
}

/** A place in one list, and the room when it concerns a flat. */
export function WhereAbout({ choices, again }: Again & { readonly choices: ReportChoices }) {
  const { t, locale } = usePage();
  return (
    <>
      <SelectField
        name="place"
        label={t('resident.report.place')}
        options={placeOptions(choices, { t, locale })}
        {...(choices.homes.length > 0 ? {} : { empty: t('resident.report.place-empty') })}
        again={again}
      />
      <TextField
        name="room"
        label={t('resident.report.room')}
        hint={t('resident.report.room-hint')}
        inputMode="numeric"
        maxLength={8}
        short
        optional
        again={again}
      />
    </>
  );
}
