import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { Light, PublicAction } from '../contract.ts';
import css from './actions.module.css';

const TONES: Readonly<Record<Light, Tone>> = {
  ON_TIME: 'ongoing',
  YELLOW: 'due',
  ORANGE: 'late',
  RED: 'late',
  DONE: 'done',
};

/** The light of an action, in a word and a shape. */
export function LightChip({ action }: { action: PublicAction }) {
  const { t } = usePage();
  return <StateChip tone={TONES[action.light]}>{t(`resolutions.light.${action.light}`)}</StateChip>;
}

type LineProps = {
  readonly action: PublicAction;
  readonly to?: string;
  /** False under the name of the organisation. */
  readonly showLead?: boolean;
};

/** One action in a list: what, by which post, until when, how it stands. */
export function ActionLine({ action, to, showLead = true }: LineProps) {
  const { t, locale, dates } = usePage();
  const name = (names: { nameZh: string; nameEn: string }) => (locale === 'en' ? names.nameEn : names.nameZh);
  const task = <span lang={languageOf(action.task)}>{action.task}</span>;
  return (
    <li className={css.line}>
      <span className={css.top}>
        <span className={css.task}>{to ? <a href={to}>{task}</a> : task}</span>
        <LightChip action={action} />
      </span>
      <span className="quiet">
        {[
          showLead ? `${name(action.lead)} · ${name(action.post)}` : name(action.post),
          action.struckOffOn
            ? t('resolutions.struck', { day: dates.day(action.struckOffOn) })
            : t('resolutions.by', { day: dates.day(action.dueOn) }),
          action.light === 'DONE' ? '' : t(`resolutions.state.${action.state}`),
          action.reopenedTimes > 0 ? t('resolutions.reopened', { n: action.reopenedTimes }) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      <span className="quiet" lang={languageOf(action.measure)}>
        {t('resolutions.measure', { measure: action.measure })}
      </span>
      <span className="quiet">
        {t('resolutions.of', { code: action.code, n: action.number })} ·{' '}
        <span lang={languageOf(action.meeting)}>{t('resolutions.at', { meeting: action.meeting })}</span>
      </span>
    </li>
  );
}
