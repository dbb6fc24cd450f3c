import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { TermState } from '../../contract/terms.ts';
import type { ShownTerm } from '../../queries/organisations/organisation-file.ts';
import type { loader } from './organisation.page.server.ts';
import css from './orgs.module.css';

const TONES: Readonly<Record<TermState, Tone>> = {
  RUNNING: 'ongoing',
  HANDING_OVER: 'due',
  HANDED_OVER: 'done',
};

/** Terms of an owners' committee, the report before the end, and the hand-over. */
export function Terms() {
  const { t } = usePage();
  const { file } = useLoaderData<typeof loader>();
  return (
    <Section title={t('registry.terms.title')}>
      {file.terms.length === 0 && (
        <EmptyState title={t('registry.terms.none')}>
          <p>{t(file.may.term ? 'registry.terms.none-next' : 'registry.orgs.none-who')}</p>
        </EmptyState>
      )}
      <CardList label={t('registry.terms.title')}>
        {file.terms.map((term) => (
          <Term key={term.id} term={term} />
        ))}
      </CardList>
      <p className="quiet">{t('registry.terms.re-election')}</p>
    </Section>
  );
}

function Term({ term }: { term: ShownTerm }) {
  const { t } = usePage();
  const { file, today } = useLoaderData<typeof loader>();
  const isOver = term.state === 'RUNNING' && term.toDay < today;
  const seats = file.posts.filter((post) => post.closedOn === null && post.now !== null).length;
  return (
    <li className={css.line}>
      <span>
        <strong>{t('registry.terms.number', { n: term.number })}</strong>{' '}
        {t('registry.people.from-to', { from: term.fromDay, to: term.endedOn ?? term.toDay })}
        <br />
        <span className="quiet">
          {t('registry.terms.members', { n: term.members })}
          {term.state === 'RUNNING' && ` · ${t('registry.terms.seats', { n: seats })}`}
          {term.endReason !== '' && ` · ${term.endReason}`}
        </span>
      </span>
      <span className={css.chips}>
        <StateChip tone={isOver ? 'late' : TONES[term.state]}>
          {t(isOver ? 'registry.terms.over' : `registry.terms.state.${term.state}`)}
        </StateChip>
        {term.state === 'RUNNING' && <Report term={term} />}
        {term.state !== 'RUNNING' && <a href={`/desk/hand-over/${term.id}`}>{t('registry.terms.sheet')}</a>}
      </span>
    </li>
  );
}

/** When the committee has to report that its term ends, or that it did. */
function Report({ term }: { term: ShownTerm }) {
  const { t } = usePage();
  if (term.report === 'DONE') {
    return <StateChip tone="done">{t('registry.terms.reported', { day: term.reportedOn ?? '' })}</StateChip>;
  }
  const words = t('registry.terms.report-due', { day: term.reportDueOn });
  if (term.report === 'NOT_YET') return <span className="quiet">{words}</span>;
  return <StateChip tone={term.report === 'LATE' ? 'late' : 'due'}>{words}</StateChip>;
}
