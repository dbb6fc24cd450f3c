import { placeText } from '#modules/registry/contract.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import type { CallHints } from '../../../queries/desk/call-hints.ts';
import css from './call.module.css';

/** Beside the form: danger first, then where, what is announced there, and what others have said already. */
export function CallHintsPart({ hints, choice }: { hints: CallHints | null; choice: string }) {
  const page = usePage();
  const { t } = page;
  if (!hints) return <p className="quiet">{t('desk.call.nothing-yet')}</p>;
  return (
    <>
      {hints.level === 'P0' && <Danger duty={hints.duty} />}
      {hints.places.length > 1 && (
        <Card title={t('desk.call.which-place')}>
          <fieldset className={css.places}>
            <legend className="unseen">{t('desk.call.which-place')}</legend>
            {hints.places.map(({ key, place }) => (
              <label key={key}>
                <input
                  type="radio"
                  name="placeChoice"
                  value={key}
                  defaultChecked={key === (hints.chosen?.key ?? choice)}
                />
                {placeText(place, page)}
              </label>
            ))}
          </fieldset>
        </Card>
      )}
      {hints.places.length === 1 && hints.chosen && (
        <p className={css.place}>✓ {placeText(hints.chosen.place, page)}</p>
      )}
      <Notices hints={hints} />
      <Likely hints={hints} />
      {hints.level && (
        <p className="quiet">
          {t('desk.call.suggestion', { level: t(`matters.level.${hints.level}`) })}
          {hints.suggested.length > 0 &&
            ` · ${hints.suggested.map((code) => t(`category.${code}`)).join(t('desk.comma'))}`}
        </p>
      )}
    </>
  );
}

/** The script of a call about danger: numbers first, data later. */
function Danger({ duty: companies }: { duty: CallHints['duty'] }) {
  const { t, locale } = usePage();
  return (
    <Card title={t('desk.call.danger')} tone="late">
      <p>{t('desk.call.danger-script')}</p>
      <ul className={css.phones}>
        <li>
          <PhoneLink name={t('shell.police')} phone="110" />
        </li>
        <li>
          <PhoneLink name={t('shell.fire')} phone="119" />
        </li>
        <li>
          <PhoneLink name={t('shell.ambulance')} phone="120" />
        </li>
        {companies.map((duty) => (
          <li key={duty.phone}>
            <PhoneLink name={locale === 'en' ? duty.nameEn : duty.nameZh} phone={duty.phone} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Notices({ hints }: { hints: CallHints }) {
  const { t, dates } = usePage();
  if (hints.notices.length === 0) return null;
  return (
    <Card title={t('desk.call.notices')} tone="due">
      <ul className={css.list}>
        {hints.notices.map((notice) => (
          <li key={notice.number}>
            <a href={`/notices/${notice.number}`} target="_blank" rel="noreferrer">
              {notice.title}
            </a>
            <span className="quiet">
              {dates.moment(notice.startsAt)} — {dates.moment(notice.endsAt)} · {notice.contactPhone}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What others have said already, each with a button that says "same as this one". */
function Likely({ hints }: { hints: CallHints }) {
  const { t, dates } = usePage();
  if (hints.likely.length === 0) return null;
  return (
    <Card title={t('desk.likely-same')} tone="ongoing">
      <ul className={css.list}>
        {hints.likely.map((other, i) => (
          <li key={other.id}>
            <strong>{other.title}</strong>
            <span className="quiet">
              {other.code} · {dates.ago(other.submittedAt)} · {t(`desk.status.${other.status}`)} ·{' '}
              {other.reasons.map((r) => t(`desk.same.${r}`)).join(t('desk.comma'))}
            </span>
            <Button name="intent" value={`same:${other.id}`} data-same={i + 1}>
              {t('desk.call.same')} <kbd className="num">{t('desk.call.same-key', { n: i + 1 })}</kbd>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
