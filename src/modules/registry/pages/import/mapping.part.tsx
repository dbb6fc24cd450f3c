import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { fieldId, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { AREA_SOURCES } from '../../contract.ts';
import { UNIT_FIELDS } from '../../rules/import/fields.ts';
import type { loader } from './batch.page.server.ts';
import css from './import.module.css';

/** What each column is, and what holds for every row. */
export function MappingForm({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  const { batch } = useLoaderData<typeof loader>();
  return (
    <form method="post" className={css.mapping}>
      <input type="hidden" name="intent" value="map" />
      <Card title={t('registry.import.mapping')}>
        <p className="quiet">{t('registry.import.mapping-lead')}</p>
        <Columns again={again} />
      </Card>
      <Card title={t('registry.import.settings')}>
        <Stack>
          <Settings again={again} />
          <Row>
            <Button kind="primary">{t('registry.import.compare')}</Button>
            <Button kind="ghost" name="intent" value="discard" formNoValidate>
              {t('registry.import.discard')}
            </Button>
          </Row>
        </Stack>
      </Card>
      <input type="hidden" name="columns" value={batch.headings.length} />
    </form>
  );
}

function Columns({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  const { batch, samples } = useLoaderData<typeof loader>();
  return (
    <table className={css.columns}>
      <thead>
        <tr>
          <th scope="col">{t('registry.import.column')}</th>
          <th scope="col">{t('registry.import.sample')}</th>
          <th scope="col">{t('registry.import.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {batch.headings.map((heading, at) => {
          const name = `column-${at}`;
          const label = heading || t('registry.import.no-heading');
          const wrong = again?.refusals.some((refusal) => refusal.field === name);
          return (
            <tr key={name} className={wrong ? css.wrong : undefined}>
              <th scope="row">
                <span className={css.letter}>{letterOf(at)}</span> {label}
              </th>
              <td className={css.sample}>{samples[at]?.join(' ｜ ')}</td>
              <td>
                <Meaning at={at} label={`${letterOf(at)} ${label}`} again={again} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What one column is. */
function Meaning({ at, label, again }: { at: number; label: string; again: FormAgain | undefined }) {
  const { t } = usePage();
  const { batch } = useLoaderData<typeof loader>();
  const name = `column-${at}`;
  return (
    <select
      id={fieldId(name)}
      name={name}
      aria-label={label}
      defaultValue={again?.values[name] ?? batch.mapping[at] ?? ''}
    >
      <option value="">{t('registry.import.not-read')}</option>
      {UNIT_FIELDS.map((field) => (
        <option key={field} value={field}>
          {t(`registry.import.field.${field}`)}
        </option>
      ))}
    </select>
  );
}

/** `A`, `B` … as the spreadsheet program names its columns. */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : `${String.fromCharCode(64 + Math.floor(at / 26))}${last}`;
}

function Settings({ again }: { again: FormAgain | undefined }) {
  const { t, locale } = usePage();
  const { batch, estates } = useLoaderData<typeof loader>();
  const { settings } = batch;
  return (
    <>
      <TextField
        name="headRows"
        type="number"
        short
        label={t('registry.import.head-rows')}
        hint={t('registry.import.head-rows-hint')}
        value={String(batch.headRows)}
        again={again}
      />
      <SelectField
        name="estateId"
        label={t('registry.import.estate')}
        optional
        empty={t('registry.import.estate-by-column')}
        value={settings.estateId ?? ''}
        options={estates.map((e) => ({ value: e.id, label: locale === 'en' ? e.nameEn : e.nameZh }))}
        again={again}
      />
      <TextField
        name="estateName"
        label={t('registry.import.new-estate')}
        optional
        maxLength={40}
        value={settings.estateName}
        again={again}
      />
      <SelectField
        name="areaSource"
        label={t('registry.import.area-source')}
        value={settings.areaSource}
        options={AREA_SOURCES.map((source) => ({
          value: source,
          label: t(`registry.area-source.${source}`),
        }))}
        again={again}
      />
      <TextField
        name="fromDay"
        type="date"
        label={t('registry.import.from-day')}
        hint={t('registry.import.from-day-hint')}
        value={settings.fromDay}
        again={again}
      />
    </>
  );
}
