import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import type { Dossier } from '../../../queries/desk/dossier.ts';
import type { Offer } from '../../../rules/desk/offers.ts';
import css from './matter.module.css';

type Props = {
  readonly matter: Dossier;
  readonly search: string;
  readonly keys: Readonly<Record<string, string>>;
};

/** What the reader may do now, most pressing first; what is not possible yet says why in one line. */
export function Offers({ matter, search, keys }: Props) {
  const { t } = usePage();
  const now = matter.offers.filter((offer) => offer.refusal === null);
  const later = matter.offers.filter((offer) => offer.refusal !== null);
  const more = now.filter((offer) => offer.group === 'more');
  if (matter.offers.length === 0) return <p className="quiet">{t('desk.nothing-to-do')}</p>;
  return (
    <section className={css.offers} aria-label={t('desk.actions')}>
      <div className={css.buttons}>
        {now
          .filter((offer) => offer.group !== 'more')
          .map((offer, i) => (
            <OfferButton
              key={offer.action}
              offer={offer}
              matter={matter}
              search={search}
              isFirst={i === 0 && matter.isAwaited}
              requestKey={keys[offer.action]}
            />
          ))}
      </div>
      {later.length > 0 && (
        <ul className={css.later}>
          {later.map((offer) => (
            <li key={offer.action}>
              <span>{t(`desk.action.${offer.action}`)}</span> <WhyNot offer={offer} />
            </li>
          ))}
        </ul>
      )}
      {more.length > 0 && (
        <details className={css.moreOffers}>
          <summary>{t('desk.more-actions', { n: more.length })}</summary>
          <div className={css.buttons}>
            {more.map((offer) => (
              <OfferButton key={offer.action} offer={offer} matter={matter} search={search} isFirst={false} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

/** The reason in one line: which stage it waits for, or what else stands in the way. */
function WhyNot({ offer }: { offer: Offer }) {
  const { t } = usePage();
  const [first] = offer.from;
  if (first) return <>{t('desk.needs-state', { state: t(`desk.status.${first}`) })}</>;
  return <>{t(`refusal.${offer.refusal?.code}`, offer.refusal?.params)}</>;
}

type ButtonProps = {
  readonly offer: Offer;
  readonly matter: Dossier;
  readonly search: string;
  readonly isFirst: boolean;
  readonly requestKey?: string | undefined;
};

/** What needs no words is one click; everything else opens its form. */
function OfferButton({ offer, matter, search, isFirst, requestKey }: ButtonProps) {
  const { t } = usePage();
  const to = `/desk/matters/${matter.row.code}/do/${offer.action}${search}`;
  const kind = isFirst ? 'primary' : 'plain';
  if (!requestKey)
    return (
      <LinkButton to={to} kind={kind}>
        {t(`desk.action.${offer.action}`)}
      </LinkButton>
    );
  return (
    <form method="post" action={to}>
      <input type="hidden" name="version" value={matter.row.version} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <Button kind={kind}>{t(`desk.action.${offer.action}`)}</Button>
    </form>
  );
}
