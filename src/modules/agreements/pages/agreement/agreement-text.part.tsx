import type { ReactNode } from 'react';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { AgreementStanding, PartyStanding } from '../../contract/agreement.ts';
import type { AgreementFile, PartyView } from '../../queries/agreement/agreements.ts';
import { useHowOften } from '../commitments/instance.part.tsx';
import { Heard } from '../forums/heard.part.tsx';
import css from './agreement.module.css';

const TONES: Readonly<Partial<Record<AgreementStanding, Tone>>> = {
  CONSULTING: 'due',
  SIGNING: 'due',
  EFFECTIVE: 'done',
  UNDER_REVIEW: 'due',
};
const PARTY_TONES: Readonly<Record<PartyStanding, Tone>> = {
  SIGNED: 'done',
  UNSIGNED: 'due',
  TO_CONFIRM: 'due',
  LEFT: 'ongoing',
};

/** How an agreement stands, in a word and a shape. */
export function AgreementChip({ standing }: { standing: AgreementStanding }) {
  const { t } = usePage();
  return <StateChip tone={TONES[standing] ?? 'ongoing'}>{t(`agreements.agreement.${standing}`)}</StateChip>;
}

const Said = ({ children }: { children: string }) => (
  <div className={css.text} lang={languageOf(children)}>
    {children}
  </div>
);

const Lines = ({ children }: { children: string }) => <div className={css.text}>{children}</div>;

/** The whole text: what was agreed, by whom, and who signed it when in which post. */
export function AgreementWhole({ file, log = false }: { file: AgreementFile; log?: boolean }) {
  const { t } = usePage();
  const parts: readonly (readonly [string, ReactNode])[] = [
    [t('agreements.agreement.aims'), <Said key="aims">{file.aims}</Said>],
    [t('agreements.agreement.meeting-rules'), <Said key="rules">{file.meetingRules}</Said>],
    [t('agreements.agreement.disclosure'), <Said key="open">{file.disclosure}</Said>],
    [t('agreements.agreement.statement'), <Said key="statement">{file.statement}</Said>],
    [
      t('agreements.agreement.term'),
      t('agreements.agreement.from-until', { from: file.startsOn, until: file.endsOn }),
    ],
    [t('agreements.agreement.exit'), t('agreements.agreement.exit-days', { n: file.exitDays })],
    [t('agreements.agreement.explanation'), file.explanation && <Said key="heard">{file.explanation}</Said>],
    [t('agreements.agreement.review-note'), file.reviewNote && `${file.reviewedOn} ${file.reviewNote}`],
    [t('agreements.agreement.end-reason'), file.endReason && `${file.endedOn} ${file.endReason}`],
  ];
  return (
    <>
      <Card>
        <Binds file={file} />
        <Facts facts={parts} />
      </Card>
      <Heard forums={file.forums} />
      <Section title={t('agreements.agreement.parties', { n: file.parties.length })}>
        {file.parties.map((party) => (
          <Party key={party.orgId} party={party} logOf={log ? file.id : null} />
        ))}
      </Section>
      {file.sealed && (
        <p className="quiet">{t('agreements.agreement.sealed', { seal: file.sealed.slice(0, 16) })}</p>
      )}
    </>
  );
}

/** Who is bound: those who signed, from its first day on, and nobody else (§4.5). */
function Binds({ file }: { file: AgreementFile }) {
  const { t } = usePage();
  const n = file.parties.filter(({ standing }) => standing === 'SIGNED').length;
  const of = file.parties.filter(({ standing }) => standing !== 'LEFT').length;
  const day = file.startsOn;
  switch (file.standing) {
    case 'SIGNING':
      return <p>{t('agreements.agreement.will-bind', { n, of, day })}</p>;
    case 'EFFECTIVE':
    case 'UNDER_REVIEW':
      return <p>{t('agreements.agreement.binds', { n, of, day })}</p>;
    default:
      return null;
  }
}

type PartyProps = {
  readonly party: PartyView;
  /** The agreement whose signing log is linked; null for readers without one. */
  readonly logOf: string | null;
};

function Party({ party, logOf }: PartyProps) {
  const { t, locale } = usePage();
  const english = locale === 'en';
  const howOften = useHowOften();
  const told = party.commitments.filter(({ state }) => state === 'ACTIVE' || state === 'DRAFT');
  return (
    <Card title={english ? party.nameEn : party.nameZh} id={`party-${party.orgId}`}>
      <p>
        <StateChip tone={PARTY_TONES[party.standing]}>{t(`agreements.party.${party.standing}`)}</StateChip>{' '}
        {party.lastDay && (
          <span className="quiet">{t('agreements.party.last-day', { day: party.lastDay })}</span>
        )}
        {party.insteadOf && (
          <span className="quiet">
            {t('agreements.party.instead-of', {
              name: english ? party.insteadOf.nameEn : party.insteadOf.nameZh,
            })}
          </span>
        )}
      </p>
      <Facts
        facts={[
          [t('agreements.party.goals'), party.goals],
          [t('agreements.party.duties'), <Lines key="duties">{party.duties}</Lines>],
          [t('agreements.party.requirements'), party.requirements],
          [t('agreements.party.interests'), party.interests],
        ]}
      />
      {told.length > 0 && (
        <>
          <h3>{t('agreements.party.commitments')}</h3>
          <ul>
            {told.map((one) => (
              <li key={one.id}>
                {one.promise}{' '}
                <span className="quiet">
                  {howOften(one)} · {english ? one.postEn : one.postZh} ·{' '}
                  {t('agreements.board.measure', { measure: one.measure })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Signatures party={party} logOf={logOf} />
    </Card>
  );
}

function Signatures({ party, logOf }: PartyProps) {
  const { t, locale, dates } = usePage();
  return party.signatures.map((one) => (
    <div key={one.id}>
      <p className="quiet">
        {t('agreements.party.signed', {
          post: locale === 'en' ? one.postEn : one.postZh,
          at: dates.day(one.at),
          seal: one.sealed.slice(0, 12),
        })}
        {one.onPaper && ` · ${t('agreements.log.on-paper')}`}
        {logOf && (
          <>
            {' '}
            <a href={`/desk/agreement/${logOf}/signed/${one.id}`}>{t('agreements.log.what')}</a>
          </>
        )}
      </p>
      {one.reservation && <p>{t('agreements.party.reservation', { text: one.reservation })}</p>}
    </div>
  ));
}
