import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check, Choice } from '#web/ui/form/choice.tsx';
import { LongTextField, TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { STANCES } from '../../contract/hearing.ts';

type Props = {
  readonly roundId: string;
  /** Who counts as directly affected. */
  readonly affectedText: string;
  readonly requestKey: string;
  readonly again: FormAgain | undefined;
  /** The desk writes it down for somebody: a name, and a phone when there is one. */
  readonly forOthers?: boolean;
};

/** Signing up for a hearing: what one thinks of it, whether it concerns one, and who one is unless that is known. */
export function SignUpForm({ roundId, affectedText, requestKey, again, forOthers = false }: Props) {
  const { t, session } = usePage();
  const asksWho = forOthers || session === null;
  const ticked = (name: string) => again?.values[name] === 'yes';
  return (
    <form method="post">
      <Stack>
        <input type="hidden" name="roundId" value={roundId} />
        <input type="hidden" name="requestKey" value={requestKey} />
        {asksWho && <Who again={again} forOthers={forOthers} />}
        <Choice
          name="stance"
          legend={t(forOthers ? 'meetings.hearing.form.stance-desk' : 'meetings.hearing.form.stance')}
          options={STANCES.map((stance) => ({
            value: stance,
            label: t(`meetings.hearing.stance.${stance}`),
          }))}
          columns
          again={again}
        />
        <Check
          name="affected"
          label={t(forOthers ? 'meetings.hearing.form.affected-desk' : 'meetings.hearing.form.affected')}
          hint={affectedText}
          checked={ticked('affected')}
        />
        <Check
          name="elder"
          label={t(forOthers ? 'meetings.hearing.form.elder-desk' : 'meetings.hearing.form.elder')}
          checked={ticked('elder')}
        />
        <LongTextField
          name="opinion"
          label={t('meetings.hearing.form.opinion')}
          hint={t('meetings.hearing.form.opinion-hint')}
          maxLength={1000}
          rows={3}
          optional
          again={again}
        />
        <Button kind="primary" wide name="do" value={forOthers ? 'sign-up-for-others' : 'sign-up'}>
          {t(forOthers ? 'meetings.hearing.do.sign-up-for-others' : 'meetings.hearing.do.sign-up')}
        </Button>
        {!forOthers && <p className="quiet">{t('meetings.hearing.form.why')}</p>}
      </Stack>
    </form>
  );
}

/** Who signs up; at the desk without a phone when there is none. */
function Who({ again, forOthers }: Pick<Props, 'again'> & { forOthers: boolean }) {
  const { t } = usePage();
  return (
    <>
      <TextField name="name" label={t('meetings.hearing.form.name')} maxLength={40} again={again} />
      <TextField
        name="phone"
        type="tel"
        label={t('meetings.hearing.form.phone')}
        hint={t(forOthers ? 'meetings.hearing.form.phone-desk' : 'meetings.hearing.form.phone-hint')}
        maxLength={30}
        optional={forOthers}
        again={again}
      />
    </>
  );
}
