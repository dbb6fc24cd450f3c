import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { Island, usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField, type Option, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './call.module.css';
import type { CallAgain, loader } from './call.page.server.ts';
import { CallHintsPart } from './call-hints.part.tsx';

export { action, loader } from './call.page.server.ts';

/** Somebody calls or stands at the window: five fields, and beside them what is known about it already. */
export default function CallPage() {
  const { t } = usePage();
  const { channels, categories, requestKey, startedAt } = useLoaderData<typeof loader>();
  const again = useActionData<CallAgain>();
  const values = again?.values ?? {};
  const overLimit = again?.refusals.some(
    (r) => r.code === 'matters.ten-a-day' || r.code === 'matters.same-twice-a-day',
  );
  return (
    <div className={css.page}>
      <PageHead title={t('desk.nav.call')} lead={t('desk.call.lead')} />
      <ErrorSummary again={again} />
      <form method="post" action="/desk/call" className={css.form} data-call="">
        <Stack>
          <input type="hidden" name="requestKey" value={requestKey} />
          <input type="hidden" name="startedAt" value={values.startedAt ?? startedAt} />
          <Channels channels={channels} value={values.channel ?? channels[0] ?? 'PHONE'} />
          <TypedFields again={again} categories={categories} />
          <Others again={again} values={values} overLimit={overLimit ?? false} />
          <Row>
            <Button kind="primary" name="intent" value="save">
              {t('desk.call.save')}
            </Button>
            <Button name="intent" value="check" formNoValidate>
              {t('desk.call.check')}
            </Button>
            <span className={css.keys}>{t('desk.call.keys')}</span>
          </Row>
        </Stack>
        <aside className={css.hints} id="call-hints" aria-live="polite" aria-label={t('desk.call.hints')}>
          <CallHintsPart hints={again?.hints ?? null} choice={values.placeChoice ?? ''} />
        </aside>
      </form>
      <Island name="call" />
    </div>
  );
}

type TypedProps = {
  readonly again: FormAgain | undefined;
  readonly categories: readonly Option[];
};

/** The five fields of a call. */
function TypedFields({ again, categories }: TypedProps) {
  const { t } = usePage();
  return (
    <>
      <LongTextField name="words" label={t('desk.call.words')} maxLength={2000} rows={3} again={again} />
      <TextField
        name="place"
        label={t('desk.call.place')}
        hint={t('desk.call.place-hint')}
        maxLength={60}
        again={again}
      />
      <div className={css.two}>
        <TextField name="name" label={t('desk.call.name')} maxLength={40} optional again={again} />
        <TextField
          name="phone"
          type="tel"
          label={t('desk.call.phone')}
          maxLength={30}
          optional
          again={again}
        />
      </div>
      <SelectField
        name="category"
        label={t('desk.field.category')}
        options={categories}
        empty={t('desk.call.by-words')}
        optional
        again={again}
      />
    </>
  );
}

function Channels({ channels, value }: { channels: readonly string[]; value: string }) {
  const { t } = usePage();
  return (
    <fieldset className={css.channels}>
      <legend className="unseen">{t('desk.fact.channel')}</legend>
      {channels.map((channel) => (
        <label key={channel}>
          <input type="radio" name="channel" value={channel} defaultChecked={channel === value} />
          <span>{t(`matters.channel.${channel}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

type OthersProps = {
  readonly again: FormAgain | undefined;
  readonly values: Readonly<Record<string, string>>;
  readonly overLimit: boolean;
};

/** What is needed now and then only. */
function Others({ again, values, overLimit }: OthersProps) {
  const { t } = usePage();
  const used = ['anonymous', 'conflict', 'externalNo', 'externalDueAt', 'overrideLimit'].some(
    (n) => values[n],
  );
  const tick = (name: string, label: string) => (
    <label className={css.tick}>
      <input type="checkbox" name={name} value="yes" defaultChecked={values[name] === 'yes'} />
      {label}
    </label>
  );
  return (
    <details open={used || overLimit ? true : undefined} className={css.others}>
      <summary>{t('desk.call.others')}</summary>
      <Stack>
        {tick('anonymous', t('desk.call.anonymous'))}
        {tick('conflict', t('desk.flag.conflict'))}
        {overLimit && tick('overrideLimit', t('desk.call.override'))}
        <div className={css.two}>
          <TextField
            name="externalNo"
            label={t('desk.field.externalNo')}
            maxLength={40}
            optional
            again={again}
          />
          <TextField
            name="externalDueAt"
            type="datetime-local"
            label={t('desk.field.externalDueAt')}
            optional
            again={again}
          />
        </div>
      </Stack>
    </details>
  );
}
