import { usePage } from '#web/page/use-page.tsx';
import type { ShownRow } from '../../queries/import/import-rows.ts';
import { areaText } from '../../rules/places/area-text.ts';
import css from './import.module.css';

type Unit = NonNullable<ShownRow['unit']>;

/** One row of the sheet: where it is, and what it would change or why it is not taken in. */
export function PreviewRow({ row }: { row: ShownRow }) {
  const { t } = usePage();
  const { unit, rejected } = row;
  return (
    <tr>
      <td className={css.number}>{row.number}</td>
      <td>
        {unit && <Place unit={unit} />}
        {rejected && <span className="quiet">{rejected.cells.filter(Boolean).join(' ｜ ')}</span>}
      </td>
      <td>
        <ul className={css.changes}>
          {rejected?.reasons.map((reason) => (
            <li key={reason.code}>{t(`registry.import.reason.${reason.code}`, reason.params)}</li>
          ))}
          {unit && <UnitChanges unit={unit} />}
        </ul>
      </td>
    </tr>
  );
}

function Place({ unit }: { unit: Unit }) {
  const { t } = usePage();
  const { estate, building, stairwell, room } = unit.place;
  const parts = [
    estate,
    building !== null && t('registry.place.building', { number: building }),
    stairwell !== null && t('registry.place.stairwell', { number: stairwell }),
    t(unit.kind === 'DWELLING' ? 'registry.place.room' : 'registry.place.unit', { room }),
  ];
  return parts.filter(Boolean).join(' ');
}

function UnitChanges({ unit }: { unit: Unit }) {
  const { t } = usePage();
  const relation = (name: string) => t(`registry.relation.${name}`);
  const area = (value: number | null) => (value === null ? '' : areaText(value));
  const key = unit.area?.from == null ? 'new-area' : 'area';
  return (
    <>
      {unit.area && (
        <li>{t(`registry.import.diff.${key}`, { from: area(unit.area.from), to: area(unit.area.to) })}</li>
      )}
      {unit.ends.map((one) => (
        <li key={one.holdingId}>
          {t('registry.import.diff.ends', { name: one.name, relation: relation(one.relation) })}
        </li>
      ))}
      {unit.begins.map((one) => (
        <li key={`${one.name} ${one.relation}`}>
          {t('registry.import.diff.begins', {
            name: one.name,
            relation: relation(one.relation),
            phone: one.phone ?? '',
          })}
        </li>
      ))}
      {unit.names.map((one) => (
        <li key={one.personId}>{t('registry.import.diff.name', { from: one.from, to: one.to })}</li>
      ))}
      {unit.phones.map((one) => (
        <li key={one.personId}>{t('registry.import.diff.phone', { name: one.name, phone: one.phone })}</li>
      ))}
      {unit.notes.map((note) => (
        <li key={note.code} className="quiet">
          {t(`registry.import.note.${note.code}`, note.params)}
        </li>
      ))}
    </>
  );
}
