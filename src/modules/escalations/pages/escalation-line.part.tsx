import { placeText } from '#modules/registry/contract.ts';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import type { ListedEscalation } from '../queries/escalation-list.ts';
import { ClockChip, StandsChip, useNames } from './escalation-words.part.tsx';
import css from './escalations.module.css';

/** One that climbed: what, why, where it stands, and the clock that ends first. */
export function EscalationLine({ line }: { line: ListedEscalation }) {
  const page = usePage();
  const { t, dates } = page;
  const name = useNames();
  const title = line.title || t('escalations.title-hidden');
  const [clock] = line.clocks;
  return (
    <li className={css.line}>
      <span className={css.top}>
        <a className={css.title} href={`/desk/escalations/${line.id}`} lang={languageOf(title)}>
          {title}
        </a>
        <span className={css.chips}>
          <StandsChip state={line.state} />
          {clock && <ClockChip clock={clock} />}
        </span>
      </span>
      {line.waits && <strong>{t(`escalations.wait.${line.waits}`)}</strong>}
      <span className="quiet">
        {line.triggers.map((trigger) => t(`escalations.trigger.${trigger}`)).join(t('escalations.comma'))}
      </span>
      <span className="quiet">
        {[
          line.code,
          placeText(line.place, page, 'BUILDING'),
          t(`matters.level.${line.level}`),
          line.lead && t('escalations.led-by', { org: name(line.lead) }),
          line.unanswered.length > 0 &&
            t('escalations.waits-for', { orgs: line.unanswered.map(name).join(t('escalations.comma')) }),
          line.resolutions.join(t('escalations.comma')),
          line.endedAt
            ? t('escalations.ended-on', { day: dates.day(line.endedAt) })
            : t('escalations.since', { day: dates.day(line.proposedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
