import { useLoaderData } from 'react-router';
import { addDays } from '#kernel/work-calendar.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { loader } from './agreement.page.server.ts';

type Props = { readonly again: FormAgain | undefined };

/** Name, aims, how the parties meet, what is public, what it does not replace, from when to when. */
export function TextForm({ again }: Props) {
  const { t } = usePage();
  const { file, earlier, requestKey } = useLoaderData<typeof loader>();
  const from = file ?? earlier[0];
  const field = (name: 'aims' | 'meetingRules' | 'disclosure', words: string, rows: number) => (
    <LongTextField
      name={name}
      label={t(`agreements.agreement.${words}`)}
      value={from?.[name] ?? ''}
      maxLength={name === 'aims' ? 5000 : 2000}
      rows={rows}
      again={again}
    />
  );
  return (
    <Card title={t('agreements.agreement.text')}>
      <form method="post">
        <Stack>
          <input type="hidden" name="requestKey" value={requestKey} />
          <input type="hidden" name="version" value={file?.version ?? 0} />
          {file?.standing === 'CONSULTING' && <p>{t('agreements.rules.change-note')}</p>}
          <TextField
            name="label"
            label={t('agreements.agreement.label')}
            value={file?.label ?? ''}
            maxLength={20}
            short
            again={again}
          />
          <Follows again={again} />
          {field('aims', 'aims', 6)}
          {field('meetingRules', 'meeting-rules', 3)}
          {field('disclosure', 'disclosure', 3)}
          <LongTextField
            name="statement"
            label={t('agreements.agreement.statement')}
            value={from?.statement ?? t('agreements.agreement.statement-offered')}
            maxLength={1000}
            rows={2}
            again={again}
          />
          <Term again={again} />
          <Row>
            <Button kind={file ? 'plain' : 'primary'} name="do" value="draft-agreement">
              {t('agreements.rules.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}

function Follows({ again }: Props) {
  const { t } = usePage();
  const { file, earlier } = useLoaderData<typeof loader>();
  return file ? (
    <input type="hidden" name="followsId" value={file.followsId ?? ''} />
  ) : (
    <SelectField
      name="followsId"
      label={t('agreements.agreement.follows')}
      hint={t('agreements.agreement.follows-hint')}
      value={earlier[0]?.id ?? ''}
      options={earlier.map(({ id, label }) => ({ value: id, label }))}
      empty={t('agreements.agreement.follows-none')}
      optional
      again={again}
    />
  );
}

function Term({ again }: Props) {
  const { t } = usePage();
  const { file, earlier, today } = useLoaderData<typeof loader>();
  const from = file ?? earlier[0];
  const begins = file?.startsOn ?? (from ? addDays(from.endsOn, 1) : today);
  const yearLater = addDays(`${Number(begins.slice(0, 4)) + 1}${begins.slice(4)}`, -1);
  return (
    <Row>
      <TextField
        name="startsOn"
        type="date"
        label={t('agreements.agreement.starts')}
        value={begins}
        again={again}
      />
      <TextField
        name="endsOn"
        type="date"
        label={t('agreements.agreement.ends')}
        value={file?.endsOn ?? yearLater}
        again={again}
      />
      <TextField
        name="exitDays"
        type="number"
        label={t('agreements.agreement.exit-field')}
        value={String(from?.exitDays ?? 30)}
        short
        again={again}
      />
    </Row>
  );
}
