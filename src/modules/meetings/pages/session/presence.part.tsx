import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { LongTextField, PageForm, refusedOf } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import { PRESENCES } from '../../contract/meetings.ts';
import { useMeetingWords } from '../meeting-words.part.tsx';
import css from './session.module.css';
import type { loader } from './session.page.server.ts';

/** Who is there, whether that is enough, and what was asked of everybody. */
export function Presence() {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  const { file, writes, requestKey } = useLoaderData<typeof loader>();
  const { present, needed, all } = file.quorum;
  const records = writes && file.state === 'IN_SESSION';
  return (
    <aside className={css.seats}>
      <h2>
        {t('meetings.session.present', { here: present, all })}{' '}
        {present >= needed ? (
          <StateChip tone="done">{t('meetings.session.quorate')}</StateChip>
        ) : (
          <StateChip tone="due">{t('meetings.session.not-quorate', { n: needed - present })}</StateChip>
        )}
      </h2>
      <form method="post">
        <input type="hidden" name="requestKey" value={requestKey} />
        <ul className={css.seatList}>
          {file.seats.map((seat) => (
            <li key={seat.id}>
              <label htmlFor={`presence-${seat.id}`}>
                {nameOf(seat.org)} <small className="quiet">{seat.holder}</small>
              </label>
              {records ? (
                <>
                  <input type="hidden" name="seatId" value={seat.id} />
                  <select
                    id={`presence-${seat.id}`}
                    name={`presence-${seat.id}`}
                    defaultValue={seat.presence ?? (seat.reply === 'NOT_COMING' ? 'EXCUSED' : '')}
                  >
                    <option value="">{t('meetings.presence.none')}</option>
                    {PRESENCES.filter(
                      (one) => one !== 'ALTERNATE' || file.body.kind !== 'OWNERS_COMMITTEE',
                    ).map((one) => (
                      <option key={one} value={one}>
                        {t(`meetings.presence.${one}`)}
                      </option>
                    ))}
                  </select>
                </>
              ) : (
                <span id={`presence-${seat.id}`} className="quiet">
                  {t(`meetings.presence.${seat.presence ?? 'none'}`)}
                </span>
              )}
            </li>
          ))}
        </ul>
        {records && (
          <Button name="do" value="record-attendance">
            {t('meetings.session.record')}
          </Button>
        )}
      </form>
      {writes && <Remarks />}
    </aside>
  );
}

function Remarks() {
  const { t } = usePage();
  const { file, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  if (file.state !== 'IN_SESSION' && file.state !== 'MINUTES_DRAFT') return null;
  return (
    <PageForm name="write-remarks" data-keep={`${file.id} remarks`}>
      <Stack>
        <input type="hidden" name="version" value={file.version} />
        <input type="hidden" name="requestKey" value={requestKey} />
        <LongTextField
          name="text"
          label={t('meetings.session.remarks')}
          value={file.remarks}
          maxLength={2000}
          rows={3}
          optional
          again={refusedOf(again, 'write-remarks')}
        />
        <Button name="do" value="write-remarks">
          {t('meetings.session.save-text')}
        </Button>
      </Stack>
    </PageForm>
  );
}
