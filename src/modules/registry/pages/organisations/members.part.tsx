import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { AGREEMENTS, MEMBER_KINDS, type Membership } from '../../contract/membership.ts';
import { FoundPeople, PersonSearch } from './find-person.part.tsx';
import { DoForm, type FormProps } from './org-forms.part.tsx';
import type { loader } from './organisation.page.server.ts';
import css from './orgs.module.css';

/** Who belongs to the branch; shown to the party organisations concerned only. */
export function Members({ members }: { members: readonly Membership[] }) {
  const { t, locale } = usePage();
  const { file, today, requestKey } = useLoaderData<typeof loader>();
  return (
    <Section title={t('registry.members.title')}>
      <p className="quiet">{t('registry.members.who-sees')}</p>
      {members.length === 0 && <p className="quiet">{t('registry.members.none')}</p>}
      <CardList label={t('registry.members.title')}>
        {members.map((member) => (
          <li key={member.id} className={css.line}>
            <span>
              <strong>{(locale === 'en' && member.nameEn) || member.name}</strong>{' '}
              <span className="quiet">
                {[
                  t(`registry.members.kind.${member.kind}`),
                  member.homeUnit,
                  member.contact,
                  member.toDay
                    ? t('registry.people.from-to', { from: member.fromDay, to: member.toDay })
                    : t('registry.since', { day: member.fromDay }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {file.may.members && member.toDay === null && (
              <form method="post" className={css.inline}>
                <input type="hidden" name="requestKey" value={requestKey} />
                <input type="hidden" name="membershipId" value={member.id} />
                <input
                  type="date"
                  name="lastDay"
                  defaultValue={today}
                  aria-label={t('registry.people.last-day')}
                  required
                />
                <Button name="do" value="end-member">
                  {t('registry.people.end')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </CardList>
    </Section>
  );
}

/** Somebody belongs to the branch, who agreed that it is kept here. */
export function MemberForm({ again }: FormProps) {
  const { t } = usePage();
  const { found, words, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PersonSearch does="member" words={words} />
      {found && (
        <DoForm does="member">
          <FoundPeople found={found} again={again} />
          <Choice
            name="kind"
            legend={t('registry.members.kind')}
            options={MEMBER_KINDS.map((value) => ({
              value,
              label: t(`registry.members.kind.${value}`),
              hint: t(`registry.members.kind-hint.${value}`),
            }))}
            again={again}
          />
          <TextField
            name="homeUnit"
            label={t('registry.members.home-unit')}
            hint={t('registry.members.home-unit-hint')}
            maxLength={80}
            optional
            again={again}
          />
          <TextField
            name="contact"
            label={t('registry.members.contact')}
            hint={t('registry.members.contact-hint')}
            maxLength={80}
            optional
            again={again}
          />
          <Choice
            name="agreed"
            legend={t('registry.members.agreed')}
            options={AGREEMENTS.map((value) => ({ value, label: t(`registry.members.agreed.${value}`) }))}
            again={again}
          />
          <TextField
            name="fromDay"
            type="date"
            label={t('registry.people.from-day')}
            value={today}
            again={again}
          />
        </DoForm>
      )}
    </>
  );
}
