import { useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { EscalationDetail } from '../queries/escalation-detail.ts';
import type { loader } from './escalation.page.server.ts';
import { useNames } from './escalation-words.part.tsx';
import css from './escalations.module.css';

const useDetail = () => useLoaderData<typeof loader>().detail;

/** The facts on one page: why it climbs, its figures, what the general branch found. */
export function Brief() {
  const { t, dates } = usePage();
  const name = useNames();
  const detail = useDetail();
  const { matter, interim } = detail;
  const some = (n: number, key: string) => (n > 0 ? t(key, { n }) : null);
  return (
    <Card title={t('escalations.brief')}>
      <ul className={css.plain}>
        {detail.triggers.map(({ trigger, at, said }) => (
          <li key={`${trigger} ${at.getTime()}`}>
            <span>
              <strong>{t(`escalations.trigger.${trigger}`)}</strong>{' '}
              <span className="quiet">
                {dates.moment(at)}
                {said === null && ` · ${t('escalations.noticed')}`}
              </span>
            </span>
            {said && <span lang={languageOf(said)}>{said}</span>}
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [t('escalations.fact.status'), t(`desk.status.${matter.status}`)],
          [t('escalations.fact.lead'), detail.lead && name(detail.lead)],
          [t('escalations.fact.reported'), dates.day(matter.submittedAt)],
          [t('escalations.fact.due'), matter.dueAt && dates.day(matter.dueAt)],
          [
            t('escalations.fact.households'),
            matter.households > 1 ? t('escalations.n.households', { n: matter.households }) : null,
          ],
          [t('escalations.fact.merged'), some(matter.merged, 'escalations.n.merged')],
          [t('escalations.fact.redone'), some(matter.redone, 'escalations.n.times')],
          [t('escalations.fact.returned'), some(matter.returned, 'escalations.n.times')],
          [t('escalations.fact.assessment'), said(detail.assessment)],
          [t('escalations.fact.reason'), isSaidElsewhere(detail) ? null : said(detail.reason)],
          [
            t('escalations.fact.interim'),
            interim.at
              ? `${interim.text} · ${dates.moment(interim.at)}`
              : interim.dueAt && t('escalations.interim-due', { when: dates.until(interim.dueAt) }),
          ],
        ]}
      />
    </Card>
  );
}

/** The last word is not repeated where it stands on the page already. */
const isSaidElsewhere = ({ reason, assessment, interim, whistles, decisions }: EscalationDetail): boolean =>
  [
    assessment,
    interim.text,
    ...whistles.map(({ ask }) => ask),
    ...decisions.map(({ text }) => text),
  ].includes(reason);

const said = (text: string | null) => text && <span lang={languageOf(text)}>{text}</span>;

/** What was decided; a resolution leads to what is being done. */
export function Decisions() {
  const { t, dates } = usePage();
  const { decisions } = useDetail();
  if (decisions.length === 0) return null;
  return (
    <Card title={t('escalations.decisions')} tone="done">
      <ul className={css.plain}>
        {decisions.map((one) => (
          <li key={`${one.code} ${one.at.getTime()}`}>
            <span lang={languageOf(one.text)}>{one.text}</span>
            <span className="quiet">
              {one.code && <a href={`/actions/${one.code}`}>{one.code}</a>}
              {one.code && ' · '}
              {dates.day(one.at)}
              {one.code && ` · ${t(one.isOpen ? 'escalations.being-done' : 'escalations.no-longer-open')}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Bodies that act one after the other, and where it is. */
export function Chain() {
  const { t, dates } = usePage();
  const { procedures } = useDetail();
  if (procedures.length === 0) return null;
  return (
    <Card title={t('escalations.chain')}>
      <ol className={css.chain}>
        {procedures.map((one) => (
          <li key={one.position}>
            {t(`escalations.procedure.${one.kind}`)}{' '}
            {one.endedAt ? (
              <StateChip tone="done">{dates.day(one.endedAt)}</StateChip>
            ) : one.beganAt ? (
              <StateChip tone="ongoing">{t('escalations.chain-now')}</StateChip>
            ) : (
              <span className="quiet">{t('escalations.chain-later')}</span>
            )}
            {one.outcome && (
              <>
                <br />
                <span lang={languageOf(one.outcome)}>{one.outcome}</span>
              </>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What happened, newest first. */
export function History() {
  const { t, dates } = usePage();
  const name = useNames();
  const { history } = useDetail();
  return (
    <Section title={t('escalations.history')}>
      <Card>
        <ol className={css.plain}>
          {history.map((entry) => (
            <li key={`${entry.at.getTime()} ${entry.kind}`}>
              <span>
                <strong>{t(`oversight.event.${entry.kind}`)}</strong>{' '}
                <span className="quiet">
                  {dates.moment(entry.at)} · {entry.org ? name(entry.org) : t('escalations.by-program')}
                </span>
              </span>
              {entry.said && <span lang={languageOf(entry.said)}>{entry.said}</span>}
            </li>
          ))}
        </ol>
      </Card>
    </Section>
  );
}
