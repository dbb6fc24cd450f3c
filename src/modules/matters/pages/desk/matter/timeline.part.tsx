import { usePage } from '#web/page/use-page.tsx';
import { Section } from '#web/ui/card.tsx';
import type { DeskEntry } from '../../../queries/desk/dossier-timeline.ts';
import css from './matter.module.css';
import { useHeld, useNames } from './people.part.tsx';

/** What happened, newest first. Notes for colleagues stand apart and say so. */
export function Timeline({ entries }: { entries: readonly DeskEntry[] }) {
  const { t } = usePage();
  return (
    <Section title={t('desk.timeline')}>
      <ol className={css.timeline}>
        {entries.map((entry) => (
          <Entry key={`${entry.at.getTime()} ${entry.key} ${entry.text}`} entry={entry} />
        ))}
      </ol>
    </Section>
  );
}

function Entry({ entry }: { entry: DeskEntry }) {
  const { t, dates } = usePage();
  const held = useHeld();
  const name = useNames();
  const who =
    entry.who === 'SYSTEM'
      ? t('desk.by-system')
      : entry.who === 'REPORTER'
        ? t('desk.by-reporter')
        : entry.who === 'PROXY'
          ? t('desk.by-proxy')
          : held(entry.by);
  const about = name(entry.about);
  return (
    <li>
      <p className={css.when}>
        <strong>
          {t(`desk.event.${entry.key}`)}
          {about && t('desk.about', { who: about })}
        </strong>{' '}
        <span className="quiet">
          <time dateTime={entry.at.toISOString()}>{dates.moment(entry.at)}</time> · {who}
        </span>
      </p>
      {entry.facts.length > 0 && (
        <p className="quiet">{entry.facts.map((fact) => factInWords(fact, t, dates)).join(' · ')}</p>
      )}
      {entry.text && (
        <p className={entry.isInternal ? css.internal : css.said}>
          {entry.isInternal && <b>{t('desk.internal')}</b>}
          {entry.text}
        </p>
      )}
    </li>
  );
}

/** Values that say by themselves what they are about. */
const BY_ITSELF = [
  'channel',
  'result',
  'track',
  'role',
  'cause',
  'visibility',
  'state',
  'level',
  'satisfaction',
];

function factInWords(
  fact: DeskEntry['facts'][number],
  t: ReturnType<typeof usePage>['t'],
  dates: ReturnType<typeof usePage>['dates'],
): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(fact.value);
  const value = fact.words ? t(`${fact.words}.${fact.value}`) : isDay ? dates.day(fact.value) : fact.value;
  return BY_ITSELF.includes(fact.name) ? value : `${t(`desk.fact.${fact.name}`)} ${value}`;
}
