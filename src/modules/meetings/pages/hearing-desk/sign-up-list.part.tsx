import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Notice, Row, Stack } from '#web/ui/layout.tsx';
import type { ListedSignUp } from '../../queries/hearing/desk-hearings.ts';
import css from '../hearing/hearing.module.css';
import type { loader, Revealed } from './hearing.page.server.ts';

type Again = { readonly again: (FormAgain & Partial<Revealed>) | undefined };

/** Everybody who signed up; a tick gives a seat. For the residents' committee only. */
export function SignUpList({ again }: Again) {
  const { t } = usePage();
  const { detail, requestKey } = useLoaderData<typeof loader>();
  const { round, steps } = detail;
  const list = detail.list ?? [];
  const maySeat = steps.includes('seat-participants');
  return (
    <Card title={t('meetings.hearing.list')}>
      {list.length === 0 && <p>{t('meetings.hearing.list-empty')}</p>}
      {list.length > 0 && (
        <form method="post">
          <Stack>
            <input type="hidden" name="roundId" value={round.id} />
            <input type="hidden" name="version" value={detail.version} />
            <input type="hidden" name="requestKey" value={requestKey} />
            <div className={css.wide}>
              <table className={css.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('meetings.hearing.seat')}</th>
                    <th scope="col">{t('meetings.hearing.form.name')}</th>
                    <th scope="col">{t('meetings.hearing.phone')}</th>
                    <th scope="col">{t('meetings.hearing.view')}</th>
                    <th scope="col">{t('meetings.hearing.hit')}</th>
                    <th scope="col">{t('meetings.hearing.old')}</th>
                  </tr>
                </thead>
                <tbody>
                  {list.map((one) => (
                    <ListRow key={one.id} one={one} maySeat={maySeat} />
                  ))}
                </tbody>
              </table>
            </div>
            {maySeat && (
              <Row>
                <Button name="do" value="seat-participants">
                  {t('meetings.hearing.do.seat-participants')}
                </Button>
              </Row>
            )}
          </Stack>
        </form>
      )}
      {maySeat && list.length > 0 && <CallOne again={again} />}
      {steps.includes('withdraw-sign-up') && list.length > 0 && <WithdrawOne />}
    </Card>
  );
}

/** One of them; a tick gives a seat where that is still possible. */
function ListRow({ one, maySeat }: { one: ListedSignUp; maySeat: boolean }) {
  const { t } = usePage();
  return (
    <tr>
      <td>
        {maySeat ? (
          <input
            type="checkbox"
            name="seat"
            value={one.id}
            defaultChecked={one.seated}
            aria-label={t('meetings.hearing.seat-for', { name: one.name })}
          />
        ) : (
          t(one.seated ? 'meetings.hearing.yes' : 'meetings.hearing.no')
        )}
      </td>
      <td>{one.name}</td>
      <td className="num">{one.phone ?? '—'}</td>
      <td>{t(`meetings.hearing.stance.${one.stance}`)}</td>
      <td>{t(one.affected ? 'meetings.hearing.yes' : 'meetings.hearing.no')}</td>
      <td>{t(one.elder ? 'meetings.hearing.yes' : 'meetings.hearing.no')}</td>
    </tr>
  );
}

/** Somebody is called about the hearing: their number, for a reason that is written down. */
function CallOne({ again }: Again) {
  const { t } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const list = detail.list ?? [];
  const revealed = again?.revealed;
  const name = list.find((one) => one.id === revealed?.signUpId)?.name ?? '';
  return (
    <>
      {revealed && (
        <Notice>
          {t(revealed.phone ? 'meetings.hearing.number' : 'meetings.hearing.no-number', {
            name,
            phone: revealed.phone ?? '',
          })}
        </Notice>
      )}
      <details>
        <summary>{t('meetings.hearing.call-one')}</summary>
        <form method="post">
          <Row>
            <select name="signUpId" aria-label={t('meetings.hearing.form.name')}>
              {list.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
            <input
              name="reason"
              required
              maxLength={200}
              defaultValue={t('meetings.hearing.call-reason')}
              aria-label={t('meetings.hearing.call-why')}
            />
            <Button name="do" value="reveal-phone">
              {t('meetings.hearing.see-number')}
            </Button>
          </Row>
        </form>
      </details>
    </>
  );
}

/** Somebody asked the desk to take them off the list. */
function WithdrawOne() {
  const { t } = usePage();
  const { detail, requestKey } = useLoaderData<typeof loader>();
  return (
    <details>
      <summary>{t('meetings.hearing.withdraw-one')}</summary>
      <form method="post">
        <Row>
          <input type="hidden" name="requestKey" value={requestKey} />
          <select name="signUpId" aria-label={t('meetings.hearing.form.name')}>
            {(detail.list ?? []).map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          <Button name="do" value="withdraw-sign-up">
            {t('meetings.hearing.do.withdraw-sign-up')}
          </Button>
        </Row>
      </form>
    </details>
  );
}
