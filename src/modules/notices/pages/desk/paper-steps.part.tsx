import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { PageForm, refusedOf, TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { localMoment } from '../../forms/moments.ts';
import css from '../notices.module.css';
import type { loader } from './public-notice.page.server.ts';

type Again = { readonly again: FormAgain | undefined };

/** Where the sheets hang, hanging one up, and a stretch in which nobody could read it. */
export function PaperSteps({ again }: Again) {
  const { notice } = useLoaderData<typeof loader>();
  const isOpen = ['LIVE', 'OBJECTIONS_HANDLING', 'CONCLUDED'].includes(notice.state);
  return (
    <>
      <Sheets />
      {notice.mayKeep && isOpen && <HangUpForm again={again} />}
      {notice.mayKeep && isOpen && <OutageForm again={again} />}
    </>
  );
}

function Sheets() {
  const { t, dates, locale } = usePage();
  const { notice, requestKey } = useLoaderData<typeof loader>();
  return (
    <Card title={t('notices.public.paper')}>
      <p className="quiet">{t('notices.public.check-mark', { mark: notice.checkMark })}</p>
      {notice.postings.length === 0 && <p className="quiet">{t('notices.public.not-posted')}</p>}
      <ul className={css.past}>
        {notice.postings.map((one) => (
          <li key={one.id}>
            <span>
              {one.place}
              {!one.isRight && <strong> {t('notices.public.wrong-version')}</strong>}
            </span>
            <span className="quiet">
              {t('notices.public.hung', {
                at: dates.moment(one.hungAt),
                by: one.by ? (locale === 'en' ? one.by.nameEn : one.by.nameZh) : '',
              })}
              {one.takenDownAt && t('notices.public.down', { at: dates.moment(one.takenDownAt) })}
            </span>
            {one.takenDownAt === null && notice.mayKeep && (
              <form method="post">
                <input type="hidden" name="requestKey" value={requestKey} />
                <input type="hidden" name="do" value="take-down" />
                <input type="hidden" name="postingId" value={one.id} />
                <Button kind="ghost" aria-label={t('notices.desk.take-down-of', { place: one.place })}>
                  {t('notices.desk.take-down')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function HangUpForm({ again }: Again) {
  const { t, now } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  const mine = refusedOf(again, 'hang-up');
  return (
    <Card title={t('notices.desk.hang-up')}>
      <PageForm name="hang-up">
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="do" value="hang-up" />
        <Stack>
          <TextField name="place" label={t('notices.desk.place')} maxLength={80} again={mine} />
          <div className={css.two}>
            <TextField
              name="hungAt"
              type="datetime-local"
              label={t('notices.desk.hung-at')}
              value={localMoment(now)}
              again={mine}
            />
            <TextField
              name="checkMark"
              label={t('notices.desk.mark')}
              hint={t('notices.desk.mark-hint')}
              maxLength={12}
              short
              again={mine}
            />
          </div>
          <Button>{t('notices.desk.hang-up')}</Button>
        </Stack>
      </PageForm>
    </Card>
  );
}

function OutageForm({ again }: Again) {
  const { t, dates } = usePage();
  const { notice, requestKey } = useLoaderData<typeof loader>();
  const mine = refusedOf(again, 'outage');
  return (
    <Card title={t('notices.desk.outage')}>
      <p className="quiet">{t('notices.desk.outage-hint')}</p>
      {notice.outages.map((one) => (
        <p key={one.from.toISOString()}>
          {t('notices.public.outage', {
            from: dates.moment(one.from),
            to: dates.moment(one.to),
            reason: one.reason,
            n: one.days,
          })}
        </p>
      ))}
      <PageForm name="outage">
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="do" value="extend-period" />
        <Stack>
          <div className={css.two}>
            <TextField name="from" type="datetime-local" label={t('notices.desk.from')} again={mine} />
            <TextField name="to" type="datetime-local" label={t('notices.desk.to')} again={mine} />
          </div>
          <TextField name="reason" label={t('notices.desk.reason')} maxLength={200} again={mine} />
          <Button>{t('notices.desk.extend')}</Button>
        </Stack>
      </PageForm>
    </Card>
  );
}
