import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { SelectField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { TEAM_KINDS } from '../../contract.ts';
import { FoundPeople, PersonSearch } from '../organisations/find-person.part.tsx';
import { DoForm, type FormProps, NameFields } from '../organisations/org-forms.part.tsx';
import css from '../organisations/orgs.module.css';
import type { loader } from './teams.page.server.ts';

export { action, loader } from './teams.page.server.ts';

/** The teams of the neighborhood by kind. */
export default function TeamsPage() {
  const { t, locale } = usePage();
  const { list, open } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const kinds = TEAM_KINDS.filter((kind) => list.teams.some((team) => team.kind === kind));
  return (
    <DeskPage>
      <PageHead title={t('registry.teams')} lead={t('registry.teams.lead')} />
      <ErrorSummary again={again} />
      {list.mayForm &&
        (open === 'form' ? (
          <FormTeam again={again} />
        ) : (
          <p>
            <LinkButton to="?do=form">{t('registry.orgs.do.form')}</LinkButton>
          </p>
        ))}
      {list.teams.length === 0 && (
        <EmptyState title={t('registry.no-teams')}>
          <p>{t(list.mayForm ? 'registry.teams.none-next' : 'registry.orgs.none-who')}</p>
        </EmptyState>
      )}
      {kinds.map((kind) => (
        <Section key={kind} title={t(`registry.team-kind.${kind}`)}>
          <CardList label={t(`registry.team-kind.${kind}`)}>
            {list.teams
              .filter((team) => team.kind === kind)
              .map((team) => (
                <li key={team.id} className={css.line}>
                  <a href={`/desk/registry/teams/${team.id}`}>
                    {locale === 'en' ? team.nameEn : team.nameZh}
                  </a>
                  <span className="quiet">
                    {[
                      team.members !== null && t('registry.team-members', { n: team.members }),
                      locale === 'en' ? team.scheduleEn : team.scheduleZh,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
          </CardList>
        </Section>
      ))}
    </DeskPage>
  );
}

function FormTeam({ again }: FormProps) {
  const { t, locale } = usePage();
  const { list, found, words, today } = useLoaderData<typeof loader>();
  return (
    <div className={css.form}>
      <PersonSearch does="form" words={words} />
      <p className="quiet">{t('registry.teams.leader-first')}</p>
      {found && (
        <DoForm does="form">
          <FoundPeople found={found} again={again} />
          <SelectField
            name="kind"
            label={t('registry.orgs.kind')}
            options={TEAM_KINDS.map((value) => ({ value, label: t(`registry.team-kind.${value}`) }))}
            empty={t('registry.people.choose')}
            again={again}
          />
          <NameFields again={again} />
          <ScheduleFields again={again} />
          <SelectField
            name="organisationId"
            label={t('registry.orgs.parent')}
            options={list.organisations.map((one) => ({
              value: one.id,
              label: locale === 'en' ? one.nameEn : one.nameZh,
            }))}
            empty={t('registry.orgs.no-parent')}
            optional
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
    </div>
  );
}

/** When the team meets, in words. */
export function ScheduleFields({ again, zh = '', en = '' }: FormProps & { zh?: string; en?: string }) {
  const { t } = usePage();
  return (
    <>
      <TextField
        name="scheduleZh"
        label={t('registry.teams.schedule')}
        hint={t('registry.teams.schedule-hint')}
        value={zh}
        maxLength={80}
        optional
        again={again}
      />
      <TextField
        name="scheduleEn"
        label={t('registry.teams.schedule-en')}
        value={en}
        maxLength={80}
        optional
        again={again}
      />
    </>
  );
}
