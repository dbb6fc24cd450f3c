import { type Place, placeText } from '#modules/registry/contract.ts';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card, CardList } from '#web/ui/card.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { BoardItem } from './queries/public/board-items.ts';
import type { PublicRates } from './queries/public/public-rates.ts';
import type { Rate } from './rules/rates.ts';
import type { PublicState } from './rules/resident/publicity.ts';
import css from './widgets.module.css';

const TONES: Readonly<Record<PublicState, Tone>> = {
  UNDER_WAY: 'ongoing',
  PARKED: 'due',
  TO_CONFIRM: 'ongoing',
  CONFIRMED: 'done',
  UNCONFIRMED: 'done',
  EXPLAINED: 'done',
};

/** One rate: the percentage, or that there is too little data, always with what it is a share of. */
function RateFigure({ name, rate }: { name: string; rate: Rate }) {
  const { t } = usePage();
  const { percent, numerator, denominator } = rate;
  return (
    <div className={css.rate}>
      <dt>{name}</dt>
      <dd className={percent === null ? css.few : css.percent}>
        {percent === null ? t('matters.rates.too-few') : `${percent}%`}
      </dd>
      <dd className="quiet num">{t('matters.rates.of', { numerator, n: denominator })}</dd>
    </div>
  );
}

/** The three rates, each with its denominator. */
export function RatesCard({ rates }: { rates: PublicRates }) {
  const { t } = usePage();
  return (
    <Card>
      <dl className={css.rates}>
        <RateFigure name={t('matters.rates.response')} rate={rates.response} />
        <RateFigure name={t('matters.rates.resolution')} rate={rates.resolution} />
        <RateFigure name={t('matters.rates.satisfaction')} rate={rates.satisfaction} />
      </dl>
    </Card>
  );
}

/** A place that may be published: the query has cut it to what everybody may know. */
function PublicPlace({ place }: { place: Place }) {
  const { t, locale } = usePage();
  return <>{placeText(place, { t, locale }, 'BUILDING')}</>;
}

/** A matter as everybody may see it: what kind of thing, where, how long, and how it ended. */
export function BoardEntry({ item }: { item: BoardItem }) {
  const { t, dates } = usePage();
  return (
    <li className={css.entry}>
      <div className={css.entryHead}>
        <strong>{t(`category.${item.category}`)}</strong>
        <StateChip tone={TONES[item.state]}>{t(`matters.public-state.${item.state}`)}</StateChip>
      </div>
      {item.line && <p lang={languageOf(item.line)}>{item.line}</p>}
      {item.photos.length > 0 && (
        <p className={css.photos}>
          {item.photos.map((id, i) => (
            <a key={id} href={`/board/photos/${id}`}>
              <img
                src={`/board/photos/${id}?size=small`}
                alt={t('matters.board.photo', { n: i + 1 })}
                width="96"
                height="96"
                loading="lazy"
              />
            </a>
          ))}
        </p>
      )}
      <p className="quiet">
        <PublicPlace place={item.place} />
        {' · '}
        {t(item.finished ? 'matters.board.took' : 'matters.board.since', { n: item.days })}
        {' · '}
        {t('matters.board.reported', { day: dates.day(item.submittedAt) })}
        {item.households > 0 && ` · ${t('matters.board.households', { n: item.households })}`}
      </p>
    </li>
  );
}

/** Matters under one another. */
export function BoardList({ items, label }: { items: readonly BoardItem[]; label: string }) {
  return (
    <CardList label={label}>
      {items.map((item) => (
        <BoardEntry key={item.id} item={item} />
      ))}
    </CardList>
  );
}

export { PublicPlace };
