import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Row } from '#web/ui/layout.tsx';
import { useMeetingWords } from '../meeting-words.part.tsx';
import type { loader } from './meeting.page.server.ts';

type Props = {
  readonly item: {
    readonly title: string;
    readonly question: string;
    readonly background: string;
    readonly minutes: number;
    readonly leadOrgId: string | null;
    readonly guests: string;
    readonly options: string;
  };
  readonly again: FormAgain | undefined;
  /** Figures typed by hand are asked for once, when it is put on. */
  readonly withFacts?: boolean;
};

/** What an item of an agenda says. */
export function ItemFormFields({ item, again, withFacts = false }: Props) {
  const { t } = usePage();
  return (
    <>
      <TextField
        name="title"
        label={t('meetings.form.topic-title')}
        value={item.title}
        maxLength={60}
        again={again}
      />
      <TextField
        name="question"
        label={t('meetings.form.question')}
        value={item.question}
        maxLength={200}
        again={again}
      />
      <LongTextField
        name="background"
        label={t('meetings.form.background')}
        value={item.background}
        maxLength={2000}
        rows={3}
        optional
        again={again}
      />
      <LongTextField
        name="options"
        label={t('meetings.form.options')}
        hint={t('meetings.form.options-hint')}
        value={item.options}
        maxLength={600}
        rows={2}
        optional
        again={again}
      />
      {withFacts && (
        <LongTextField
          name="facts"
          label={t('meetings.form.facts')}
          hint={t('meetings.form.facts-hint')}
          maxLength={400}
          rows={2}
          optional
          again={again}
        />
      )}
      <WhoAndHowLong item={item} again={again} />
    </>
  );
}

function WhoAndHowLong({ item, again }: Props) {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  const { organisations } = useLoaderData<typeof loader>();
  return (
    <Row>
      <TextField
        name="minutes"
        type="number"
        label={t('meetings.form.item-minutes')}
        value={String(item.minutes)}
        short
        again={again}
      />
      <SelectField
        name="leadOrgId"
        label={t('meetings.form.lead')}
        hint={t('meetings.form.lead-hint')}
        options={organisations.map((org) => ({ value: org.id, label: nameOf(org) }))}
        empty={t('meetings.form.no-lead')}
        value={item.leadOrgId ?? ''}
        optional
        again={again}
      />
      <TextField
        name="guests"
        label={t('meetings.form.guests')}
        value={item.guests}
        maxLength={200}
        optional
        again={again}
      />
    </Row>
  );
}
