import type { TwoNames } from '#modules/registry/contract.ts';
import { usePage } from '#web/page/use-page.tsx';
import type { TrailLine } from '../../queries/trail-names.ts';
import type { Named } from '../../rules/who-is-named.ts';
import { eventKey } from './event-key.part.tsx';
import css from './trail.module.css';

/** A name as the trail shows it; residents by one character, or not at all. */
export function usePersonWords(): (named: Named) => string {
  const { t } = usePage();
  return ({ name, masked }) => name ?? t(masked ? 'oversight.a-resident' : 'oversight.by-program');
}

/** The lines of one page, read from left to right: when, what, about what, who, for whom, why. */
export function TrailTable({ lines, search }: { lines: readonly TrailLine[]; search: string }) {
  const { t } = usePage();
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            {['when', 'what', 'about', 'who', 'behalf', 'why'].map((column) => (
              <th key={column} scope="col">
                {t(`oversight.col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} search={search} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line, search }: { line: TrailLine; search: string }) {
  const { t, dates, locale } = usePage();
  const person = usePersonWords();
  const name = (names: TwoNames) => (locale === 'en' ? names.nameEn : names.nameZh);
  const about = t(`oversight.subject.${line.subjectKind}`);
  const { subject } = line;
  return (
    <tr data-contact={line.kind === null ? '' : undefined}>
      <td className="num">
        {dates.moment(line.at)}
        {line.seq && <small className="quiet"> #{line.seq}</small>}
      </td>
      <td>{line.kind === null ? `● ${t('oversight.contact-read')}` : t(eventKey(line.kind))}</td>
      <td>
        {about}{' '}
        {subject.name && (subject.to ? <a href={subject.to}>{name(subject.name)}</a> : name(subject.name))}
      </td>
      <td>
        <Who line={line} search={search} />
      </td>
      <td>{line.onBehalf && person(line.onBehalf)}</td>
      <td className={css.why}>{line.reason}</td>
    </tr>
  );
}

/** Whoever acts in a post is named and leads to everything else they did; residents are not. */
function Who({ line: { who, role }, search }: { line: TrailLine; search: string }) {
  const { t, locale } = usePage();
  const person = usePersonWords();
  const name = (names: TwoNames) => (locale === 'en' ? names.nameEn : names.nameZh);
  if (who.post === null) {
    const words = role === 'SYS' ? t('oversight.by-program') : person(who.person);
    return (
      <>
        {words} {role && role !== 'SYS' && <small className="quiet">{t(`oversight.role.${role}`)}</small>}
      </>
    );
  }
  const more = new URLSearchParams(search);
  more.delete('post');
  if (who.personId) more.set('person', who.personId);
  return (
    <>
      <a href={`/desk/oversight/trail?${more}`} title={t('oversight.only-them')}>
        {person(who.person)}
      </a>{' '}
      <small className="quiet">
        {[who.org && name(who.org), name(who.post)].filter(Boolean).join(' · ')}
      </small>
    </>
  );
}
