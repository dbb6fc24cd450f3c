import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { COMPANY_CONFLICTS } from '../../contract/terms.ts';
import { areaText } from '../../rules/places/area-text.ts';
import { DoForm, type FormProps } from './org-forms.part.tsx';
import type { loader } from './organisation.page.server.ts';

/** A term of the committee. */
export function TermForm({ again }: FormProps) {
  const { t } = usePage();
  const { file } = useLoaderData<typeof loader>();
  const { rules } = file;
  const next = Math.max(0, ...file.terms.map((term) => term.number)) + 1;
  return (
    <DoForm does="term">
      <p className="quiet">
        {t('registry.terms.rule', {
          least: rules.leastYears,
          most: rules.mostYears,
          members: rules.leastMembers,
          small: rules.smallEstateMembers,
          area: areaText(rules.smallEstateArea),
        })}
      </p>
      <TextField
        name="number"
        type="number"
        label={t('registry.terms.number-field')}
        value={String(next)}
        short
        again={again}
      />
      <TextField name="fromDay" type="date" label={t('registry.terms.first-day')} again={again} />
      <TextField name="toDay" type="date" label={t('registry.people.last-day')} again={again} />
      <TextField
        name="members"
        type="number"
        label={t('registry.terms.members-field')}
        value={String(rules.leastMembers)}
        short
        again={again}
      />
    </DoForm>
  );
}

/** The committee reported that its term ends. */
export function ReportForm({ again }: FormProps) {
  const { t } = usePage();
  const { file, today } = useLoaderData<typeof loader>();
  const term = file.terms.find((one) => one.state === 'RUNNING');
  return (
    <DoForm does="report">
      <p className="quiet">{t('registry.terms.report-what', { months: file.rules.reportMonths })}</p>
      <input type="hidden" name="termId" value={term?.id} />
      <TextField name="day" type="date" label={t('registry.terms.report-day')} value={today} again={again} />
    </DoForm>
  );
}

/** The term is over: the committee leaves, the hand-over begins. */
export function HandOverForm({ again }: FormProps) {
  const { t } = usePage();
  const { file, today } = useLoaderData<typeof loader>();
  const term = file.terms.find((one) => one.state === 'RUNNING');
  if (!term) return null;
  return (
    <DoForm does="hand-over" kind="danger">
      <p>{t('registry.terms.hand-over-what', { n: term.number })}</p>
      <input type="hidden" name="termId" value={term.id} />
      <input type="hidden" name="version" value={term.version} />
      <TextField
        name="lastDay"
        type="date"
        label={t('registry.people.last-day')}
        value={term.toDay < today ? term.toDay : today}
        again={again}
      />
      <TextField
        name="reason"
        label={t('registry.terms.early-reason')}
        hint={t('registry.terms.early-hint', { day: term.toDay })}
        maxLength={200}
        optional
        again={again}
      />
    </DoForm>
  );
}

/** Other rules for the owners' committees of the neighborhood, with their basis. */
export function RulesForm({ again }: FormProps) {
  const { t } = usePage();
  const { rules } = useLoaderData<typeof loader>().file;
  const numbers = ['leastYears', 'mostYears', 'leastMembers', 'smallEstateMembers', 'reportMonths'] as const;
  return (
    <DoForm does="rules">
      <p className="quiet">{t('registry.terms.rules-what')}</p>
      {numbers.map((name) => (
        <TextField
          key={name}
          name={name}
          type="number"
          label={t(`registry.terms.rule-field.${name}`)}
          value={String(rules[name])}
          short
          again={again}
        />
      ))}
      <TextField
        name="smallEstateArea"
        label={t('registry.terms.rule-field.smallEstateArea')}
        value={areaText(rules.smallEstateArea)}
        maxLength={16}
        short
        again={again}
      />
      <Choice
        name="companyConflict"
        legend={t('registry.terms.rule-field.companyConflict')}
        options={COMPANY_CONFLICTS.map((value) => ({
          value,
          label: t(`registry.terms.conflict.${value}`),
        }))}
        value={rules.companyConflict}
        again={again}
      />
      <TextField
        name="basis"
        label={t('registry.terms.rule-field.basis')}
        hint={t('registry.terms.basis-hint')}
        value={rules.basis}
        maxLength={200}
        again={again}
      />
    </DoForm>
  );
}
