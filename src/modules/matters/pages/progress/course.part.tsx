import type { TwoNames } from '#modules/registry/contract.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import type { Course, ToldEntry } from '../../queries/resident/progress.ts';
import { isPromised } from '../../rules/resident/next-step.ts';
import css from './progress.module.css';
import { NextSentence } from './progress-words.part.tsx';

/** Who answers for it, what comes next, the two tracks, why it waits, and what has happened. */
export function CourseCards({ course }: { course: Course }) {
  const { t } = usePage();
  return (
    <>
      <Card title={t('resident.progress.next')} {...(course.next.late ? { tone: 'late' as const } : {})}>
        <p className={css.next}>
          <NextSentence next={course.next} />
        </p>
        {(course.answerable || isPromised(course.next.step)) && <Who course={course} />}
      </Card>
      {course.parked && <Parked course={course} />}
      {course.tracks.length > 0 && <Tracks course={course} />}
      <Card title={t('resident.progress.so-far')}>
        <ol className={css.timeline}>
          {course.timeline.toReversed().map((entry) => (
            <Entry key={`${entry.at.getTime()} ${entry.key} ${entry.text ?? ''}`} entry={entry} />
          ))}
        </ol>
      </Card>
    </>
  );
}

function useName(): (names: TwoNames | null | undefined) => string {
  const { locale } = usePage();
  return (names) => (names ? (locale === 'en' ? names.nameEn : names.nameZh) : '');
}

function Who({ course }: { course: Course }) {
  const { t, dates } = usePage();
  const name = useName();
  const { answerable } = course;
  const phone = answerable?.org.dutyPhone;
  return (
    <>
      <Facts
        facts={[
          [
            t('resident.progress.who'),
            answerable ? name(answerable.org) : t('resident.progress.who-committee'),
          ],
          [t('resident.progress.post'), answerable?.post ? name(answerable.post) : null],
          [
            t('resident.progress.deadline'),
            course.handleDueAt && isPromised(course.next.step) && course.next.step !== 'review-parked'
              ? `${dates.until(course.handleDueAt)}${course.extended ? t('resident.progress.was-extended') : ''}`
              : null,
          ],
        ]}
      />
      {answerable && phone && (
        <PhoneLink name={t('resident.progress.call', { name: name(answerable.org) })} phone={phone} />
      )}
    </>
  );
}

function Parked({ course }: { course: Course }) {
  const { t, dates } = usePage();
  const { parked } = course;
  if (!parked) return null;
  return (
    <Card title={t('resident.progress.parked')} tone="due">
      <Facts
        facts={[
          [t('resident.progress.reason'), `${t(`matters.parking-cause.${parked.cause}`)}。${parked.reason}`],
          [t('resident.progress.unlock'), parked.unlockCondition],
          [t('resident.progress.interim'), parked.interimMeasure],
          [t('resident.progress.review'), dates.day(parked.reviewOn)],
        ]}
      />
    </Card>
  );
}

function Tracks({ course }: { course: Course }) {
  const { t, dates } = usePage();
  const name = useName();
  return (
    <Card title={t('resident.progress.tracks')}>
      <ul className={css.tracks}>
        {course.tracks.map((track) => (
          <li key={track.kind}>
            <strong>{t(`matters.track.${track.kind}`)}</strong>
            <span>
              {track.closed
                ? t('resident.progress.track-closed')
                : t('resident.progress.track-open', { post: name(track.post), day: dates.day(track.dueOn) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Entry({ entry }: { entry: ToldEntry }) {
  const { t, dates } = usePage();
  const name = useName();
  const org = name(entry.org) || t('resident.progress.who-committee');
  const day = entry.day ? dates.day(entry.day) : '';
  return (
    <li>
      <time dateTime={entry.at.toISOString()} className="quiet num">
        {dates.moment(entry.at)}
      </time>
      <span className={css.what}>
        {t(`matters.timeline.${entry.key}`, { org, day, n: entry.n, decision: entry.decision ?? '' })}
        {entry.byProxy && <span className="quiet"> {t('resident.progress.by-proxy')}</span>}
      </span>
      {entry.text && <q className={css.said}>{entry.text}</q>}
      {entry.decision && <a href={`/actions/${entry.decision}`}>{t('matters.timeline.decision-page')}</a>}
    </li>
  );
}
