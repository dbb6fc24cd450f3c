import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import css from './action.module.css';
import type { DrawnField } from './action.page.server.ts';

type Props = {
  readonly field: DrawnField;
  readonly action: string;
  readonly again: FormAgain | undefined;
};

/** One field of an action, drawn from its row in the table. */
export function ActionFieldInput({ field, again }: Props) {
  const { t } = usePage();
  const { name, input, options, value, optional = false } = field;
  const words = field.words ?? name;
  const label = t(`desk.field.${words}`);
  const all = { name, label, again, value, optional };
  switch (input) {
    case 'line':
      return <TextField {...all} maxLength={field.max ?? 200} />;
    case 'text':
      return <LongTextField {...all} maxLength={field.max ?? 500} rows={3} />;
    case 'day':
      return <TextField {...all} type="date" short />;
    case 'moment':
      return <TextField {...all} type="datetime-local" short />;
    case 'number':
      return <TextField {...all} type="number" inputMode="numeric" short />;
    case 'select':
      return (
        <SelectField {...all} options={options} empty={t(optional ? 'desk.none' : 'desk.please-choose')} />
      );
    case 'choice':
      return (
        <Choice
          name={name}
          legend={label}
          again={again}
          value={value}
          optional={optional}
          options={options}
          columns
        />
      );
    case 'tick':
      return (
        <label className={css.tick}>
          <input
            type="checkbox"
            name={name}
            value="true"
            defaultChecked={(again?.values[name] ?? value) === 'true'}
          />
          {label}
        </label>
      );
    case 'many':
      return <Many field={field} label={label} again={again} />;
  }
}

/** Several of a list; what was ticked stays ticked when the form comes back. */
function Many({ field, label, again }: { field: DrawnField; label: string; again: FormAgain | undefined }) {
  const ticked = new Set((again ? (again.values[field.name] ?? '') : field.value).split(' '));
  return (
    <details className={css.many} open={field.value !== '' || again ? true : undefined}>
      <summary>{label}</summary>
      <ul>
        {field.options.map((option) => (
          <li key={option.value}>
            <label className={css.tick}>
              <input
                type="checkbox"
                name={field.name}
                value={option.value}
                defaultChecked={ticked.has(option.value)}
              />
              {option.label}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
