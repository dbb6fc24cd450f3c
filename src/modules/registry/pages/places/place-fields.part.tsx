import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { type Option, SelectField, TextField } from '#web/ui/form/field.tsx';
import type { PlaceFields as Fields } from '../../contract/places.ts';
import { AREA_SOURCES, COMMON_PART_KINDS, UNIT_KINDS } from '../../contract.ts';
import { areaText } from '../../rules/places/area-text.ts';

type Props = {
  /** What stands in the fields at first; of a new place its kind, the rest empty. */
  readonly fields: Fields;
  readonly again: FormAgain | undefined;
  /** Management areas a building may lie in. */
  readonly areas: readonly { readonly id: string; readonly nameZh: string | null }[];
};

/** The fields of a kind of place, for entering and for correcting it. */
export function PlaceFields({ fields, again, areas }: Props) {
  const { t } = usePage();
  switch (fields.kind) {
    case 'estate':
      return <EstateFields fields={fields} again={again} />;
    case 'area':
      return (
        <TextField
          name="nameZh"
          label={t('registry.field.name')}
          value={fields.nameZh}
          maxLength={60}
          again={again}
        />
      );
    case 'building':
      return (
        <>
          <NumberField label={t('registry.field.building-number')} number={fields.number} again={again} />
          <SelectField
            name="managementAreaId"
            label={t('registry.field.area-of')}
            options={areas.map(({ id, nameZh }) => ({ value: id, label: nameZh ?? '' }))}
            value={fields.managementAreaId || (areas[0]?.id ?? '')}
            again={again}
          />
        </>
      );
    case 'stairwell':
      return (
        <NumberField label={t('registry.field.stairwell-number')} number={fields.number} again={again} />
      );
    case 'unit':
      return <UnitFields fields={fields} again={again} />;
    case 'part':
      return <PartFields fields={fields} again={again} />;
  }
}

type Of<K extends Fields['kind']> = {
  readonly fields: Extract<Fields, { kind: K }>;
  readonly again: FormAgain | undefined;
};

function EstateFields({ fields, again }: Of<'estate'>) {
  const { t } = usePage();
  return (
    <>
      <Names fields={fields} again={again} />
      <TextField
        name="code"
        label={t('registry.field.estate-code')}
        hint={t('registry.field.estate-code-hint')}
        value={fields.code}
        maxLength={4}
        short
        readOnly={fields.code !== ''}
        again={again}
      />
      <TextField
        name="laneZh"
        label={t('registry.field.lane')}
        value={fields.laneZh}
        maxLength={60}
        optional
        again={again}
      />
    </>
  );
}

function Names({ fields, again }: Of<'estate' | 'part'>) {
  const { t } = usePage();
  return (
    <>
      <TextField
        name="nameZh"
        label={t('registry.field.name')}
        value={fields.nameZh}
        maxLength={60}
        again={again}
      />
      <TextField
        name="nameEn"
        label={t('registry.field.name-en')}
        value={fields.nameEn}
        maxLength={60}
        optional
        again={again}
      />
    </>
  );
}

function NumberField({
  label,
  number,
  again,
}: {
  label: string;
  number: number;
  again: FormAgain | undefined;
}) {
  return (
    <TextField
      name="number"
      label={label}
      value={number ? String(number) : ''}
      inputMode="numeric"
      maxLength={6}
      short
      again={again}
    />
  );
}

function UnitFields({ fields, again }: Of<'unit'>) {
  const { t } = usePage();
  const choices = (names: readonly string[], key: string): Option[] =>
    names.map((value) => ({ value, label: t(`${key}.${value}`) }));
  return (
    <>
      <TextField
        name="room"
        label={t('registry.field.room')}
        value={fields.room}
        maxLength={10}
        short
        again={again}
      />
      <SelectField
        name="unitKind"
        label={t('registry.field.unit-kind')}
        options={choices(UNIT_KINDS, 'registry.unit-kind')}
        value={fields.unitKind}
        again={again}
      />
      <TextField
        name="area"
        label={t('registry.field.area')}
        hint={t('registry.field.area-hint')}
        value={fields.area > 0 ? areaText(fields.area) : ''}
        maxLength={16}
        short
        again={again}
      />
      <SelectField
        name="areaSource"
        label={t('registry.field.area-source')}
        options={choices(AREA_SOURCES, 'registry.area-source')}
        value={fields.areaSource}
        again={again}
      />
    </>
  );
}

function PartFields({ fields, again }: Of<'part'>) {
  const { t } = usePage();
  return (
    <>
      <Names fields={fields} again={again} />
      <SelectField
        name="partKind"
        label={t('registry.field.part-kind')}
        options={COMMON_PART_KINDS.map((value) => ({ value, label: t(`registry.part-kind.${value}`) }))}
        value={fields.partKind}
        again={again}
      />
      <TextField
        name="area"
        label={t('registry.field.area')}
        value={fields.area ? areaText(fields.area) : ''}
        maxLength={16}
        short
        optional
        again={again}
      />
    </>
  );
}
