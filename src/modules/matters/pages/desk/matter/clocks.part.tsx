import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import type { Dossier } from '../../../queries/desk/dossier.ts';
import type { NamedClock } from '../../../rules/desk/clocks.ts';
import css from './matter.module.css';

const TONE = {
  NONE: 'ongoing',
  PAUSED: 'ongoing',
  ON_TRACK: 'done',
  DUE_SOON: 'due',
  OVERDUE: 'late',
  OVERDUE_RED: 'late',
  MET: 'done',
  MISSED: 'late',
} as const;

/** Every deadline: what is left in words, a bar, and what it is based on. Over and met ones are one line. */
export function Clocks({ matter }: { matter: Dossier }) {
  const { t } = usePage();
  const running = matter.clocks.filter(({ clock }) => clock.light !== 'MET' && clock.light !== 'MISSED');
  const over = matter.clocks.filter(({ clock }) => clock.light === 'MET' || clock.light === 'MISSED');
  if (matter.clocks.length === 0) return null;
  return (
    <Card title={t('desk.clocks')}>
      {running.map((named) => (
        <Running key={named.name} named={named} level={matter.level} />
      ))}
      {over.length > 0 && (
        <ul className={css.over}>
          {over.map(({ name, clock }) => (
            <li key={name} data-tone={TONE[clock.light]}>
              {t(`desk.clock.${name}`)} {t(`desk.light.${clock.light}`)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Running({ named: { name, clock, basis }, level }: { named: NamedClock; level: string }) {
  const { t, dates, now } = usePage();
  const onWall = basis.span?.unit === 'MINUTE' || basis.span?.unit === 'HOUR';
  const isOpen = onWall && clock.due !== null && clock.due > now;
  const left = isOpen
    ? t('desk.left', { span: dates.span(clock.due.getTime() - now.getTime()) })
    : leftOf(clock, t);
  const span = basis.span ? t(`desk.span.${basis.span.unit}`, { n: basis.span.amount }) : '';
  return (
    <div className={css.clock} data-tone={TONE[clock.light]}>
      <p>
        {t(`desk.clock.${name}`)} <strong>{left}</strong>
      </p>
      <progress max={100} value={clock.usedPercent} aria-label={t('desk.used', { n: clock.usedPercent })} />
      <p className="quiet">
        {clock.due && dates.until(clock.due)} ·{' '}
        {t(`desk.basis.${basis.why}`, { span, level: t(`matters.level.${level}`) })}
      </p>
    </div>
  );
}

/** What is left of a deadline in working time, as people say it. */
function leftOf(clock: NamedClock['clock'], t: ReturnType<typeof usePage>['t']): string {
  if (clock.light === 'PAUSED') return t('desk.light.PAUSED');
  if (clock.light === 'OVERDUE' || clock.light === 'OVERDUE_RED') {
    return clock.overdueDays > 0 ? t('desk.over-days', { n: clock.overdueDays }) : t('desk.light.OVERDUE');
  }
  if (clock.leftMinutes === null) return '';
  const hours = Math.floor(clock.leftMinutes / 60);
  if (hours >= 15) return t('desk.left-days', { n: Math.floor(hours / 7.5) });
  if (hours === 0) return t('desk.left-minutes', { n: clock.leftMinutes });
  return t('desk.left-hours', { hours, minutes: clock.leftMinutes % 60 });
}
