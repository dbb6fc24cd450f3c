import { usePage } from '#web/page/use-page.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { PublicAppraisal } from '../../queries/appraisal/appraisal-views.ts';
import css from '../hearing/hearing.module.css';
import { useNamed } from '../hearing/named.part.tsx';

const TONES: Readonly<Record<PublicAppraisal['state'], Tone>> = {
  PLANNED: 'ongoing',
  OPEN: 'ongoing',
  COUNTED: 'due',
  PUBLISHED: 'done',
  CANCELLED: 'late',
};

/** How an appraisal stands, in a word and a shape. */
export function AppraisalState({ appraisal }: { appraisal: PublicAppraisal }) {
  const { t } = usePage();
  return (
    <StateChip tone={TONES[appraisal.state]}>{t(`meetings.appraisal.state.${appraisal.state}`)}</StateChip>
  );
}

/** An appraisal in a list: whose work, what of it, when. */
export function AppraisalLine({ appraisal, to }: { appraisal: PublicAppraisal; to: string }) {
  const { dates } = usePage();
  const named = useNamed();
  return (
    <li className={css.line}>
      <span className={css.top}>
        <a href={to}>
          {named(appraisal.org)} · {appraisal.title}
        </a>
        <AppraisalState appraisal={appraisal} />
      </span>
      <span className="quiet">
        {[appraisal.code, named(appraisal.estate), dates.moment(appraisal.startsAt), appraisal.place]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
