import { useLoaderData } from 'react-router';
import { dayOf } from '#platform/i18n/dates.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { LongTextField, PageForm, refusedOf, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { REPLIES } from '../../contract/meetings.ts';
import { useMeetingWords } from '../meeting-words.part.tsx';
import css from '../meetings.module.css';
import type { loader } from './meeting.page.server.ts';

type Again = { readonly again: FormAgain | undefined };

/** Who comes, as each organisation says, and the answer of one's own. */
export function Replies({ again }: Again) {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  const { file, requestKey } = useLoaderData<typeof loader>();
  const own = refusedOf(again, 'reply-invitation');
  if (file.noticedAt === null) return null;
  return (
    <Card title={t('meetings.page.replies')}>
      <Stack>
        <ul className={css.item}>
          {file.seats.map((seat) => (
            <li key={seat.id} className={css.head}>
              <span>
                {nameOf(seat.org)} {nameOf(seat.post)}
              </span>
              <span className="quiet">
                {seat.presence
                  ? t(`meetings.presence.${seat.presence}`)
                  : seat.reply
                    ? `${t(`meetings.reply.${seat.reply}`)} ${seat.replyNote ?? ''}`
                    : t('meetings.page.no-reply')}
              </span>
            </li>
          ))}
        </ul>
        {file.state === 'NOTICED' && file.ownSeat && (
          <PageForm name="reply-invitation">
            <Stack>
              <input type="hidden" name="requestKey" value={requestKey} />
              <Choice
                name="reply"
                legend={t('meetings.page.reply')}
                options={REPLIES.filter(
                  (reply) => reply !== 'ALTERNATE' || file.body.kind !== 'OWNERS_COMMITTEE',
                ).map((reply) => ({ value: reply, label: t(`meetings.reply.${reply}`) }))}
                value={file.ownSeat.reply ?? 'COMING'}
                again={own}
              />
              <TextField name="note" label={t('meetings.reply.note')} maxLength={200} optional again={own} />
              <Button name="do" value="reply-invitation">
                {t('meetings.reply.send')}
              </Button>
            </Stack>
          </PageForm>
        )}
      </Stack>
    </Card>
  );
}

/** How the draft of the minutes stands with each organisation, and one's own word. */
export function Reviews({ again }: Again) {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  const { file, requestKey } = useLoaderData<typeof loader>();
  const own = refusedOf(again, 'review-minutes');
  if (file.state !== 'MINUTES_REVIEW') return null;
  const orgs = [...new Map(file.seats.map((seat) => [seat.org.id, seat.org])).values()];
  return (
    <Card title={t('meetings.page.reviews')}>
      <Stack>
        <ul className={css.item}>
          {orgs.map((org) => {
            const review = file.reviews.find((one) => one.orgId === org.id);
            return (
              <li key={org.id} className={css.head}>
                <span>{nameOf(org)}</span>
                <span className="quiet">
                  {review
                    ? t(review.agrees ? 'meetings.page.agreed' : 'meetings.page.disagreed', {
                        text: review.text,
                      })
                    : t('meetings.page.silent')}
                </span>
              </li>
            );
          })}
        </ul>
        {file.may.includes('review-minutes') && (
          <PageForm name="review-minutes">
            <Stack>
              <input type="hidden" name="requestKey" value={requestKey} />
              <Choice
                name="agrees"
                legend={t('meetings.page.review')}
                options={[
                  { value: 'yes', label: t('meetings.page.agree') },
                  { value: 'no', label: t('meetings.page.disagree') },
                ]}
                value="yes"
                again={own}
              />
              <LongTextField
                name="text"
                label={t('meetings.page.what-is-wrong')}
                maxLength={500}
                rows={2}
                optional
                again={own}
              />
              <Button name="do" value="review-minutes">
                {t('meetings.reply.send')}
              </Button>
            </Stack>
          </PageForm>
        )}
      </Stack>
    </Card>
  );
}

/** What was added after signing, and one more. */
export function Addenda({ again }: Again) {
  const { t, dates } = usePage();
  const { file, requestKey } = useLoaderData<typeof loader>();
  const own = refusedOf(again, 'add-addendum');
  if (!file.signedAt || (file.addenda.length === 0 && !file.may.includes('add-addendum'))) return null;
  return (
    <Card title={t('meetings.page.addenda')}>
      <Stack>
        {file.addenda.map((one) => (
          <p key={one.number}>
            {one.number}. {one.text} <span className="quiet">{dates.day(dayOf(one.addedAt))}</span>
          </p>
        ))}
        {file.may.includes('add-addendum') && (
          <details open={own !== undefined}>
            <summary>{t('meetings.page.add-addendum')}</summary>
            <PageForm name="add-addendum">
              <Stack>
                <input type="hidden" name="requestKey" value={requestKey} />
                <LongTextField
                  name="text"
                  label={t('meetings.page.addenda')}
                  maxLength={1000}
                  rows={3}
                  again={own}
                />
                <Row>
                  <Button name="do" value="add-addendum">
                    {t('meetings.form.save')}
                  </Button>
                </Row>
              </Stack>
            </PageForm>
          </details>
        )}
      </Stack>
    </Card>
  );
}
