import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import type { ShownMember } from '../../queries/organisations/team-file.ts';
import css from '../organisations/orgs.module.css';
import type { loader } from './team.page.server.ts';

/** Who is in the team, leaders first, with what may be done about each. */
export function TeamMembers() {
  const { t } = usePage();
  const { file } = useLoaderData<typeof loader>();
  const members = file.members ?? [];
  return (
    <Section title={t('registry.teams.members', { n: members.length })}>
      {members.length === 0 && <p className="quiet">{t('registry.teams.nobody')}</p>}
      <CardList label={t('registry.teams.members', { n: members.length })}>
        {members.map((member) => (
          <Member key={member.personId} member={member} />
        ))}
      </CardList>
    </Section>
  );
}

function Member({ member }: { member: ShownMember }) {
  const { t, locale } = usePage();
  const { file, requestKey, today } = useLoaderData<typeof loader>();
  const name = (locale === 'en' && member.nameEn) || member.name;
  const estate = file.estates.find((one) => one.id === member.estateId);
  return (
    <li className={css.line}>
      <span>
        <strong>{name}</strong>{' '}
        <span className="quiet">
          {[
            member.isLeader && t('registry.teams.leader'),
            estate && (locale === 'en' ? estate.nameEn : estate.nameZh),
            member.homeUnit && t('registry.teams.home-unit', { unit: member.homeUnit }),
            t('registry.since', { day: member.fromDay }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {file.mayKeep && (
        <details>
          <summary aria-label={t('registry.teams.change-of', { name })}>
            {t('registry.people.change')}
          </summary>
          <form method="post" className={css.inline}>
            <input type="hidden" name="requestKey" value={requestKey} />
            <input type="hidden" name="personId" value={member.personId} />
            {!member.isLeader && (
              <Button name="do" value="lead">
                {t('registry.teams.make-leader')}
              </Button>
            )}
            <input
              type="date"
              name="lastDay"
              defaultValue={today}
              aria-label={t('registry.people.last-day')}
              required
            />
            <Button name="do" value="leave">
              {t('registry.teams.leave')}
            </Button>
          </form>
        </details>
      )}
    </li>
  );
}
