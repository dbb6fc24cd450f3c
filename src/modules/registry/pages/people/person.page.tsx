import { useActionData, useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { Check } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import { DeskPage, Notice, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import type { HeldUnit } from '../../contract/holdings.ts';
import { HoldingDays } from '../places/unit-people.part.tsx';
import css from './people.module.css';
import type { loader, PersonAgain } from './person.page.server.ts';

export { action, loader } from './person.page.server.ts';

/** One person: units now and before, posts, the phone for a reason, and the form to put things right. */
export default function PersonPage() {
  const { t, locale } = usePage();
  const { file, done } = useLoaderData<typeof loader>();
  const again = useActionData<PersonAgain>();
  const name = (locale === 'en' && file.nameEn) || file.name;
  return (
    <DeskPage>
      <PageHead title={name} lead={<a href="/desk/registry/people">{t('registry.people.title')}</a>} />
      {done && !again && <Notice>{t('registry.people.corrected')}</Notice>}
      <ErrorSummary again={again} />
      <div className={css.two}>
        <div>
          <Section title={t('registry.people.units')}>
            {file.now.length === 0 ? (
              <p className="quiet">{t('registry.people.no-units')}</p>
            ) : (
              <Units units={file.now} />
            )}
          </Section>
          {file.before.length > 0 && (
            <Section title={t('registry.people.units-before')}>
              <Units units={file.before} />
            </Section>
          )}
          <PostsAndTeams />
        </div>
        <div>
          <Phone again={again} />
          {file.mayCorrect && <CorrectForm again={again?.values.do === 'correct' ? again : undefined} />}
          {file.mayCorrect && (
            <p>
              <a href={`/desk/privacy/print?person=${file.id}`}>{t('registry.people.print-own')}</a>
            </p>
          )}
        </div>
      </div>
    </DeskPage>
  );
}

/** What somebody does here besides living here, as far as the reader may know. */
function PostsAndTeams() {
  const { t, locale } = usePage();
  const { file } = useLoaderData<typeof loader>();
  return (
    <>
      {file.posts.length > 0 && (
        <Section title={t('registry.people.posts')}>
          <CardList>
            {file.posts.map((post) => (
              <li key={post.postId}>
                {locale === 'en' ? `${post.orgNameEn}, ${post.nameEn}` : `${post.orgNameZh} ${post.nameZh}`}{' '}
                <span className="quiet">{t('registry.since', { day: post.since })}</span>
              </li>
            ))}
          </CardList>
        </Section>
      )}
      {file.teams.length > 0 && (
        <Section title={t('registry.people.teams')}>
          <CardList>
            {file.teams.map((team) => (
              <li key={team.id} className={css.person}>
                <span>
                  <a href={`/desk/registry/teams/${team.id}`}>
                    {locale === 'en' ? team.nameEn : team.nameZh}
                  </a>{' '}
                  {team.isLeader && t('registry.teams.leader')}
                </span>
                <span className="quiet">{t('registry.since', { day: team.since })}</span>
              </li>
            ))}
          </CardList>
        </Section>
      )}
    </>
  );
}

function Units({ units }: { units: readonly HeldUnit[] }) {
  const { t } = usePage();
  return (
    <CardList>
      {units.map((unit) => (
        <li key={unit.id} className={css.person}>
          <span>
            <a href={`/desk/registry/places/unit/${unit.unitId}`}>{unit.code}</a>{' '}
            {t(`registry.relation.${unit.relation}`)}
            {unit.share && ` ${unit.share.numerator}/${unit.share.denominator}`}
          </span>
          <HoldingDays holding={unit} />
        </li>
      ))}
    </CardList>
  );
}

function Phone({ again }: { again: PersonAgain | undefined }) {
  const { t } = usePage();
  const { file } = useLoaderData<typeof loader>();
  if (file.maskedPhone === null) return <p className="quiet">{t('registry.people.no-phone')}</p>;
  if (again?.phone) return <PhoneLink name={t('registry.people.phone')} phone={again.phone} />;
  return (
    <Card title={t('registry.people.phone')}>
      <p className="num">{file.maskedPhone}</p>
      {file.mayCorrect && (
        <form method="post">
          <Stack>
            <TextField
              name="reason"
              label={t('registry.people.reveal-reason')}
              hint={t('registry.people.reveal-hint')}
              maxLength={200}
              again={again?.values.do === 'reveal' ? again : undefined}
            />
            <Button name="do" value="reveal">
              {t('registry.people.reveal')}
            </Button>
          </Stack>
        </form>
      )}
    </Card>
  );
}

function CorrectForm({ again }: { again: PersonAgain | undefined }) {
  const { t } = usePage();
  const { file, requestKey } = useLoaderData<typeof loader>();
  return (
    <details className={css.held} open={again !== undefined}>
      <summary>{t('registry.people.correct')}</summary>
      <Card>
        <form method="post">
          <Stack>
            <input type="hidden" name="requestKey" value={requestKey} />
            <input type="hidden" name="version" value={file.version} />
            <TextField
              name="name"
              label={t('registry.people.name')}
              value={file.name}
              maxLength={40}
              again={again}
            />
            <TextField
              name="nameEn"
              label={t('registry.people.name-en')}
              value={file.nameEn ?? ''}
              maxLength={40}
              optional
              again={again}
            />
            <TextField
              name="phone"
              type="tel"
              label={t('registry.people.new-phone')}
              hint={t('registry.people.new-phone-hint')}
              maxLength={20}
              optional
              again={again}
            />
            {file.maskedPhone !== null && (
              <Check name="removePhone" value="on" label={t('registry.people.remove-phone')} />
            )}
            <Button kind="primary" name="do" value="correct">
              {t('registry.places.save')}
            </Button>
          </Stack>
        </form>
      </Card>
    </details>
  );
}
