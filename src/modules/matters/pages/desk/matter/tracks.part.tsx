import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts, Row } from '#web/ui/layout.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { Dossier, DossierTrack } from '../../../queries/desk/dossier.ts';
import css from './matter.module.css';
import { useHeld, useNames } from './people.part.tsx';

/** What somebody has asked for and nobody has decided, with everything it needs to be decided. */
export function Pending({ matter }: { matter: Dossier }) {
  const { t, dates } = usePage();
  const name = useNames();
  const { extension, parking, explanation, withdrawal } = matter;
  const open = explanation && !explanation.confirmed_at ? explanation : null;
  return (
    <>
      {extension && (
        <Card title={t('desk.asked.extension')} tone="due">
          <p>{extension.reason}</p>
          <p className="quiet">{t('desk.asked.until', { day: dates.day(extension.new_due_on) })}</p>
        </Card>
      )}
      {parking && (
        <Card title={t(parking.state === 'ACTIVE' ? 'desk.parked' : 'desk.asked.parking')} tone="due">
          <Facts
            facts={[
              [t('desk.fact.cause'), t(`matters.parking-cause.${parking.cause}`)],
              [t('desk.field.reason'), parking.reason],
              [t('desk.field.unlockCondition'), parking.unlock_condition],
              [t('desk.field.ownerOrgId'), name(parking.owner)],
              [t('desk.field.interimMeasure'), parking.interim_measure],
              [t('desk.field.reviewOn'), dates.day(parking.review_on)],
            ]}
          />
        </Card>
      )}
      {withdrawal && (
        <Card title={t('desk.asked.withdrawal')} tone="due">
          <p>{withdrawal.reason === '' ? t('desk.no-reason-given') : withdrawal.reason}</p>
          <p className="quiet">{t('desk.asked.withdrawal-call')}</p>
        </Card>
      )}
      {explanation && (
        <Card title={t(open ? 'desk.asked.explanation' : 'desk.explained')} tone={open ? 'due' : 'ongoing'}>
          <p className={css.said}>{explanation.text}</p>
          <p className="quiet">{t('desk.field.remedies')}</p>
          <p className={css.said}>{explanation.remedies}</p>
        </Card>
      )}
    </>
  );
}

/** The two tracks beside each other: both must close before the matter is done. */
export function Tracks({ matter, search }: { matter: Dossier; search: string }) {
  if (matter.tracks.length === 0) return null;
  return (
    <div className={css.tracks}>
      {matter.tracks.map((track) => (
        <Track key={track.kind} track={track} matter={matter} search={search} />
      ))}
    </div>
  );
}

function Track({ track, matter, search }: { track: DossierTrack; matter: Dossier; search: string }) {
  const { t, dates } = usePage();
  const held = useHeld();
  const may = matter.offers.some((offer) => offer.action === 'update-track' && offer.refusal === null);
  return (
    <Card title={t(`desk.track.${track.kind}`)}>
      {track.closed && <StateChip tone="done">{t('desk.track-closed')}</StateChip>}
      <ul className={css.steps}>
        {track.steps.map((step) => (
          <li key={step.id} data-done={step.doneAt ? '' : undefined}>
            {step.text}
            <span className="unseen"> {t(step.doneAt ? 'desk.step-is-done' : 'desk.step-is-open')}</span>
          </li>
        ))}
      </ul>
      {track.summary && <p className={css.said}>{track.summary}</p>}
      <p className="quiet">
        {held(track.post, false)} · {t('desk.by-day', { day: dates.day(track.dueOn) })}
      </p>
      {may && !track.closed && (
        <Row>
          <LinkButton
            to={`/desk/matters/${matter.row.code}/do/update-track${search === '' ? '?' : `${search}&`}track=${track.kind}`}
            kind="ghost"
          >
            {t('desk.action.update-track')}
          </LinkButton>
        </Row>
      )}
    </Card>
  );
}
