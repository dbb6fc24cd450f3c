import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { Row } from '#web/ui/layout.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { NamedHolding } from '../../contract/holdings.ts';
import type { PlaceFile } from '../../queries/places/place-file.ts';
import css from './places.module.css';

/** Who holds a unit today, and who did before, as far as the reader may see. */
export function UnitPeople({ place, today }: { readonly place: PlaceFile; readonly today: string }) {
  const { t } = usePage();
  if (place.view === 'NONE') return <p className="quiet">{t('registry.people.not-shown')}</p>;
  const isNow = (one: NamedHolding) => one.fromDay <= today && (one.toDay === null || one.toDay >= today);
  const now = place.people.filter(isNow);
  const before = place.people.filter((one) => !isNow(one));
  return (
    <>
      <Section title={t('registry.people.now')}>
        {now.length === 0 ? (
          <p className="quiet">{t('registry.people.nobody')}</p>
        ) : (
          <Holdings holdings={now} />
        )}
      </Section>
      {place.mayKeep && (
        <Row>
          <LinkButton to={`/desk/registry/units/${place.id}/people`}>{t('registry.people.keep')}</LinkButton>
        </Row>
      )}
      {before.length > 0 && (
        <details className={css.fold}>
          <summary>{t('registry.people.before', { n: before.length })}</summary>
          <Holdings holdings={before} />
        </details>
      )}
    </>
  );
}

/** Holdings as sentences: who, how, since when. */
export function Holdings({ holdings }: { readonly holdings: readonly NamedHolding[] }) {
  const { t } = usePage();
  return (
    <CardList>
      {holdings.map((one) => (
        <li key={one.id} className={css.holding}>
          <span>
            {one.personId ? (
              <a href={`/desk/registry/people/${one.personId}`}>{one.name}</a>
            ) : (
              <strong>{one.name}</strong>
            )}{' '}
            {t(`registry.relation.${one.relation}`)}
            {one.share && ` ${one.share.numerator}/${one.share.denominator}`}{' '}
            {one.isRepresentative && (
              <StateChip tone="ongoing">{t('registry.people.representative')}</StateChip>
            )}
          </span>
          <HoldingDays holding={one} />
        </li>
      ))}
    </CardList>
  );
}

/** From when to when, and why it ended. */
export function HoldingDays({
  holding,
}: {
  readonly holding: Pick<NamedHolding, 'fromDay' | 'toDay' | 'endedBecause'>;
}) {
  const { t } = usePage();
  const { fromDay, toDay, endedBecause } = holding;
  return (
    <span className={css.was}>
      {toDay
        ? t('registry.people.from-to', { from: fromDay, to: toDay })
        : t('registry.people.since', { day: fromDay })}
      {endedBecause && ` · ${t(`registry.ended.${endedBecause}`)}`}
    </span>
  );
}
