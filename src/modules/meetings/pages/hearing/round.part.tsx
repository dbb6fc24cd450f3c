import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { PublicRound } from '../../queries/hearing/hearing-views.ts';
import { BalanceCheck } from './balance.part.tsx';
import css from './hearing.module.css';

const TONES: Readonly<Record<PublicRound['state'], Tone>> = {
  RECRUITING: 'ongoing',
  SET: 'ongoing',
  HELD: 'due',
  ANSWERED: 'done',
  CANCELLED: 'late',
};

/** How a round stands, in a word and a shape. */
export function RoundState({ round }: { round: PublicRound }) {
  const { t } = usePage();
  const state = round.state === 'RECRUITING' && !round.isOpen ? 'RECRUITED' : round.state;
  return (
    <StateChip tone={round.isLate ? 'late' : TONES[round.state]}>
      {t(round.isLate ? 'meetings.hearing.state.LATE' : `meetings.hearing.state.${state}`)}
    </StateChip>
  );
}

/** A round as everybody reads it: what is asked, when, who has a seat, what was said and what became of it. */
export function RoundCard({ round }: { round: PublicRound }) {
  const { t, dates } = usePage();
  const isOver = round.state === 'HELD' || round.state === 'ANSWERED';
  return (
    <Card title={t('meetings.hearing.round', { n: round.number })}>
      <p className={css.top}>
        <span className="quiet">{t(`meetings.hearing.stage.${round.stage}`)}</span>
        <RoundState round={round} />
      </p>
      <h3>{t('meetings.hearing.question')}</h3>
      <p className={css.prose} lang={languageOf(round.question)}>
        {round.question}
      </p>
      <details>
        <summary>{t('meetings.hearing.background')}</summary>
        <p className={css.prose} lang={languageOf(round.background)}>
          {round.background}
        </p>
      </details>
      <Facts
        facts={[
          [t(isOver ? 'meetings.hearing.held-on' : 'meetings.hearing.starts'), dates.moment(round.startsAt)],
          [t('meetings.hearing.place'), round.place],
          [t('meetings.hearing.until'), isOver ? null : dates.day(round.recruitsUntil)],
          [t('meetings.hearing.signed-up'), t('meetings.hearing.people', { n: round.signedUp })],
          [t('meetings.hearing.came'), round.came && t('meetings.hearing.came-of', { ...round.came })],
          [
            t('meetings.hearing.answers-by'),
            round.state === 'HELD' && round.answerDueAt ? dates.until(round.answerDueAt) : null,
          ],
          [
            t(`meetings.hearing.reason.${round.state === 'CANCELLED' ? 'cancelled' : 'put-off'}`),
            round.reason,
          ],
        ]}
      />
      {round.state !== 'RECRUITING' && round.state !== 'CANCELLED' && (
        <>
          <h3>{t('meetings.hearing.balance.title')}</h3>
          <BalanceCheck round={round} />
        </>
      )}
      {isOver && <Answers round={round} />}
    </Card>
  );
}

/** The record and the response table, once they are out; before that how many opinions there are. */
function Answers({ round }: { round: PublicRound }) {
  const { t } = usePage();
  return (
    <>
      {round.record && (
        <>
          <h3>{t('meetings.hearing.record')}</h3>
          <p className={css.prose} lang={languageOf(round.record)}>
            {round.record}
          </p>
        </>
      )}
      <h3>{t('meetings.hearing.table')}</h3>
      {round.answers.length === 0 ? (
        <p>{t('meetings.hearing.register-counts', round.register)}</p>
      ) : (
        <>
          <p>{t('meetings.hearing.verdict-counts', { n: round.answers.length, ...round.verdicts })}</p>
          <ol className={css.answers}>
            {round.answers.map((one) => (
              <li key={one.number}>
                <p className="quiet">
                  {t('meetings.hearing.opinion', { n: one.number })} ·{' '}
                  {t(`meetings.hearing.stance.${one.stance}`)}
                </p>
                <p className={css.prose} lang={languageOf(one.text)}>
                  {one.text}
                </p>
                <p className={css.prose}>
                  <strong>{t(`meetings.hearing.verdict.${one.verdict}`)}</strong>{' '}
                  <span lang={languageOf(one.answer)}>{one.answer}</span>
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
