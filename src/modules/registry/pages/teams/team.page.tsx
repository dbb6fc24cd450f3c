import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { SelectField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, Facts, Notice } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { FoundPeople, PersonSearch } from '../organisations/find-person.part.tsx';
import { DoForm, type FormProps, NameFields } from '../organisations/org-forms.part.tsx';
import css from '../organisations/orgs.module.css';
import type { loader } from './team.page.server.ts';
import { TeamMembers } from './team-members.part.tsx';
import { ScheduleFields } from './teams.page.tsx';

export { action, loader } from './team.page.server.ts';

/** One team: when it meets, who leads it, who is in it. */
export default function TeamPage() {
  const { t, locale } = usePage();
  const { file, done } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const { team, organisation: org } = file;
  return (
    <DeskPage>
      <PageHead
        title={locale === 'en' ? team.nameEn : team.nameZh}
        lead={
          <>
            <a href="/desk/registry/teams">{t('registry.teams')}</a> · {t(`registry.team-kind.${team.kind}`)}
          </>
        }
      />
      {done && !again && <Notice>{t(`registry.orgs.done.${done}`)}</Notice>}
      <ErrorSummary again={again} />
      <div className={css.two}>
        <div>
          <Facts
            facts={[
              [t('registry.teams.schedule'), locale === 'en' ? team.scheduleEn : team.scheduleZh],
              [
                t('registry.orgs.parent'),
                org && (
                  <a href={`/desk/registry/organisations/${org.id}`}>
                    {locale === 'en' ? org.nameEn : org.nameZh}
                  </a>
                ),
              ],
            ]}
          />
          {file.members ? (
            <TeamMembers />
          ) : (
            <p className="quiet">
              {t(
                team.kind === 'ACTIVITY_GROUP'
                  ? 'registry.teams.party-only'
                  : 'registry.teams.members-not-shown',
              )}
            </p>
          )}
          <Before />
        </div>
        <div className={css.side}>
          <OpenForm again={again} />
        </div>
      </div>
    </DeskPage>
  );
}

/** Who was in it before. */
function Before() {
  const { t, locale } = usePage();
  const { before } = useLoaderData<typeof loader>().file;
  if (before.length === 0) return null;
  return (
    <Section title={t('registry.teams.before')}>
      <CardList label={t('registry.teams.before')}>
        {before.map((member) => (
          <li key={`${member.personId} ${member.fromDay}`}>
            {(locale === 'en' && member.nameEn) || member.name}{' '}
            <span className="quiet">
              {t('registry.people.from-to', { from: member.fromDay, to: member.toDay ?? '' })}
            </span>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function OpenForm({ again }: FormProps) {
  const { t } = usePage();
  const { file, open } = useLoaderData<typeof loader>();
  if (!file.mayKeep) return null;
  return (
    <>
      <nav className={css.doings} aria-label={t('registry.orgs.doings')}>
        {['join', 'correct-team'].map((doing) => (
          <LinkButton key={doing} to={`?do=${doing}`} current={open === doing}>
            {t(`registry.orgs.do.${doing}`)}
          </LinkButton>
        ))}
      </nav>
      {open === 'join' && <JoinForm again={again} />}
      {open === 'correct-team' && <CorrectForm again={again} />}
    </>
  );
}

function JoinForm({ again }: FormProps) {
  const { t, locale } = usePage();
  const { file, words, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PersonSearch does="join" words={words} />
      {file.found && (
        <DoForm does="join">
          <FoundPeople found={file.found} again={again} />
          <SelectField
            name="estateId"
            label={t('registry.teams.estate')}
            options={file.estates.map((one) => ({
              value: one.id,
              label: locale === 'en' ? one.nameEn : one.nameZh,
            }))}
            empty={t('registry.orgs.post-everywhere')}
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
    </>
  );
}

function CorrectForm({ again }: FormProps) {
  const { team } = useLoaderData<typeof loader>().file;
  return (
    <DoForm does="correct-team">
      <input type="hidden" name="version" value={team.version} />
      <NameFields again={again} names={team} />
      <ScheduleFields again={again} zh={team.scheduleZh} en={team.scheduleEn} />
    </DoForm>
  );
}
