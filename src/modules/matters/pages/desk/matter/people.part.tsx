import type { TwoNames } from '#modules/registry/contract.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import type { Dossier } from '../../../queries/desk/dossier.ts';
import type { PostHeld } from '../../../queries/desk/dossier-people.ts';
import css from './matter.module.css';

/** A name in the language of the page. */
export function useNames(): (names: TwoNames | null | undefined) => string {
  const { locale } = usePage();
  return (names) => (names ? (locale === 'en' ? names.nameEn : names.nameZh) : '');
}

/** A post with who holds it today; somebody who stands in says so. */
export function useHeld(): (held: PostHeld | null, withOrg?: boolean) => string {
  const { t, locale } = usePage();
  const name = useNames();
  return (held, withOrg = true) => {
    if (!held) return '';
    const post = name(held.post);
    const who = held.holder && ((locale === 'en' && held.holder.nameEn) || held.holder.name);
    const person = !who ? t('desk.post-vacant') : held.holder?.standsIn ? t('desk.stands-in', { who }) : who;
    return [withOrg && name(held.org), post, person].filter(Boolean).join(' · ');
  };
}

/** Who answers for it, who helps, who asks afterwards. */
export function Handlers({ matter }: { matter: Dossier }) {
  const { t } = usePage();
  const name = useNames();
  const held = useHeld();
  const lead = matter.lead.post ? held(matter.lead.post) : name(matter.lead.org);
  return (
    <Card title={t('desk.who-handles')}>
      {lead === '' && <p className="quiet">{t('desk.nobody-yet')}</p>}
      <Facts
        facts={[
          [t('desk.lead'), lead],
          [t('desk.co-handlers'), matter.coHandlers.map((org) => name(org)).join(t('desk.comma'))],
          ...matter.roles.map((r) => [t(`matters.role.${r.role}`), held(r.post, false)] as const),
          [t('desk.follow-up-by'), held(matter.followUpBy, false)],
        ]}
      />
    </Card>
  );
}

/** The reporter, as much as the reader may see; the phone only after a reason, which is kept. */
export function Reporter({
  matter,
  contact,
}: {
  matter: Dossier;
  contact: (FormAgain & { phone?: string | null }) | undefined;
}) {
  const { t } = usePage();
  const name = useNames();
  const { reporter } = matter;
  const hidden = reporter.view === 'HIDDEN' && reporter.kind !== 'ANONYMOUS';
  return (
    <Card title={t('desk.reporter')} id="reporter">
      {hidden && <p className="quiet">{t('desk.reporter-hidden')}</p>}
      {!hidden && reporter.kind === 'ANONYMOUS' && <p>{t('desk.reporter-anonymous')}</p>}
      {!hidden && reporter.kind !== 'ANONYMOUS' && (
        <p>{[name(reporter.org), reporter.name ?? t('desk.no-name')].filter(Boolean).join(' · ')}</p>
      )}
      <ErrorSummary again={contact && contact.refusals.length > 0 ? contact : undefined} />
      {contact?.phone && <PhoneLink name={reporter.name ?? ''} phone={contact.phone} />}
      {reporter.mayAsk && !contact?.phone && (
        <details open={contact !== undefined ? true : undefined} className={css.phone}>
          <summary>{t('desk.show-phone')}</summary>
          <form method="post" action="#reporter">
            <TextField
              name="reason"
              label={t('desk.why-phone')}
              hint={t('desk.why-phone-hint')}
              maxLength={200}
              again={contact}
              value={reporter.view === 'FULL' ? t('desk.why-phone-usual') : ''}
            />
            <Button>{t('desk.show-phone')}</Button>
          </form>
        </details>
      )}
      {reporter.view === 'FULL' && reporter.kind === 'PERSON' && !reporter.hasPhone && (
        <p className="quiet">{t('desk.no-phone')}</p>
      )}
    </Card>
  );
}
