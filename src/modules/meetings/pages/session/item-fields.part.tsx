import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Check } from '#web/ui/form/choice.tsx';
import { fieldId, LongTextField, PageForm, refusedOf, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { ITEM_FIELDS, type ItemField } from '../../contract/meetings.ts';
import css from './session.module.css';
import type { loader } from './session.page.server.ts';

type Again = { readonly again: FormAgain | undefined };

/** 情况, 会议认为, 要求: each saved by itself, so that two people write without meeting. */
export function ItemFields({ again }: Again) {
  const { t } = usePage();
  const { file } = useLoaderData<typeof loader>();
  if (file.state !== 'IN_SESSION' && file.state !== 'MINUTES_DRAFT') return null;
  return (
    <Card>
      <Stack>
        {ITEM_FIELDS.map((field) => (
          <OneField key={field} field={field} again={refusedOf(again, `write-${field}`)} />
        ))}
        <p className="quiet" data-kept>
          {t('meetings.session.kept')}
        </p>
      </Stack>
    </Card>
  );
}

const LABELS: Readonly<Record<ItemField, string>> = {
  SITUATION: 'meetings.session.situation',
  OPINION: 'meetings.session.opinion',
  REQUIREMENT: 'meetings.session.requirement',
};

function OneField({ field, again }: Again & { field: ItemField }) {
  const { t } = usePage();
  const { file, item, requestKey } = useLoaderData<typeof loader>();
  if (!item) return null;
  const kept = item.texts[field];
  const refused = again?.refusals[0];
  const id = fieldId('text', `write-${field}`);
  return (
    <PageForm
      name={`write-${field}`}
      data-autosave={`${file.id} ${item.id} ${field}`}
      data-saving={t('meetings.session.saving')}
      data-saved={t('meetings.session.saved-at', { time: '{time}' })}
      data-offline={t('meetings.session.offline')}
      data-refused={t('meetings.session.refused')}
      data-signed-out={t('meetings.session.signed-out')}
      data-restored={t('meetings.session.restored')}
    >
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="field" value={field} />
      <input type="hidden" name="version" value={kept.version} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="do" value="write-item" />
      <div className={css.field}>
        <label htmlFor={id}>{t(LABELS[field])}</label>
        {refused && (
          <p className={css.error} id={`${id}-error`}>
            {t(`refusal.${refused.code}`, refused.params)}
            <br />
            {kept.text && t('meetings.session.their-words', { text: kept.text })}
          </p>
        )}
        <textarea
          id={id}
          name="text"
          maxLength={2000}
          rows={2}
          defaultValue={again?.values.text ?? kept.text}
          aria-describedby={refused ? `${id}-error` : undefined}
        />
        <div className={css.saving}>
          <Button>{t('meetings.session.save-text')}</Button>
          <span className="quiet" role="status" data-state />
        </div>
      </div>
    </PageForm>
  );
}

/** One's own organisation's words to the item, its reservation, or that it steps back. */
export function OwnPosition({ again }: Again) {
  const { t } = usePage();
  const { file, item, requestKey } = useLoaderData<typeof loader>();
  if (!item || item.isEarlier) return null;
  if (!['NOTICED', 'IN_SESSION', 'MINUTES_DRAFT', 'MINUTES_REVIEW'].includes(file.state)) return null;
  const own = item.positions.find((one) => one.orgId === file.ownOrgId);
  const refused = refusedOf(again, 'write-position');
  const stepped = refusedOf(again, 'recuse');
  return (
    <Card>
      <details
        open={
          refused !== undefined ||
          stepped !== undefined ||
          (own === undefined && !file.may.includes('write-item'))
        }
      >
        <summary>{t('meetings.session.own-position')}</summary>
        <Stack>
          <PageForm name="write-position" data-keep={`${file.id} ${item.id} position`}>
            <Stack>
              <input type="hidden" name="itemId" value={item.id} />
              <input type="hidden" name="requestKey" value={requestKey} />
              <input type="hidden" name="version" value={own?.version ?? 0} />
              <LongTextField
                name="text"
                label={t('meetings.session.position-text')}
                value={own?.text ?? ''}
                maxLength={500}
                rows={3}
                again={refused}
              />
              <Check
                name="isReservation"
                label={t('meetings.session.is-reservation')}
                checked={own?.isReservation ?? false}
              />
              <Check name="isNamed" label={t('meetings.session.is-named')} checked={own?.isNamed ?? false} />
              <Row>
                <Button name="do" value="write-position">
                  {t('meetings.session.write')}
                </Button>
              </Row>
            </Stack>
          </PageForm>
          <StepBack again={stepped} />
        </Stack>
      </details>
    </Card>
  );
}

/** An organisation with an interest in the item says so. */
function StepBack({ again }: Again) {
  const { t } = usePage();
  const { file, item, requestKey } = useLoaderData<typeof loader>();
  if (!item || (file.state !== 'NOTICED' && file.state !== 'IN_SESSION')) return null;
  return (
    <PageForm name="recuse">
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <Row>
        <TextField
          name="reason"
          label={t('meetings.session.recuse')}
          hint={t('meetings.form.reason')}
          maxLength={300}
          again={again}
        />
        <Button name="do" value="recuse">
          {t('meetings.session.step-back')}
        </Button>
      </Row>
    </PageForm>
  );
}
