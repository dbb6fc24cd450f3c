import { useActionData, useLoaderData } from 'react-router';
import type { TermState } from '#modules/registry/contract/terms.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, Facts, Notice } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import css from './hand-over.module.css';
import type { loader } from './hand-over.page.server.ts';
import { OpenMatters, OpenNotices, TakenOver } from './open-work.part.tsx';

export { action, loader } from './hand-over.page.server.ts';

const TONES: Readonly<Record<TermState, Tone>> = {
  RUNNING: 'ongoing',
  HANDING_OVER: 'due',
  HANDED_OVER: 'done',
};

/** What one owners' committee leaves to the next: to read, to print and sign, to accept. */
export default function HandOverPage() {
  const { t, locale, dates } = usePage();
  const { sheet, done, printedAt } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const { term, organisation: org } = sheet.file;
  const name = locale === 'en' ? org.nameEn : org.nameZh;
  return (
    <DeskPage>
      <PageHead
        title={t('hand-over.title', { org: name, n: term.number })}
        lead={<a href={`/desk/registry/organisations/${org.id}`}>{name}</a>}
      >
        <StateChip tone={TONES[term.state]}>{t(`registry.terms.state.${term.state}`)}</StateChip>
      </PageHead>
      {done && <Notice>{t('hand-over.done')}</Notice>}
      <ErrorSummary again={again} />
      <Facts
        facts={[
          [
            t('hand-over.term'),
            t('registry.people.from-to', { from: term.fromDay, to: term.endedOn ?? term.toDay }),
          ],
          [t('hand-over.why-early'), term.endReason],
          [
            t('hand-over.accepted'),
            term.acceptedAt &&
              `${dates.moment(term.acceptedAt)} ${(locale === 'en' && sheet.acceptedBy?.nameEn) || (sheet.acceptedBy?.name ?? '')}`,
          ],
        ]}
      />
      {term.takenOver ? (
        <TakenOver items={term.takenOver} />
      ) : (
        <>
          <OpenMatters />
          <OpenNotices />
          <Teams />
        </>
      )}
      <Holders />
      <SignLines />
      <p className="quiet">
        {t('hand-over.as-of', { at: dates.moment(printedAt) })}{' '}
        <span className="screen-only">{t('hand-over.print')}</span>
      </p>
      {sheet.file.mayAccept && <Accept />}
    </DeskPage>
  );
}

function Teams() {
  const { t, locale } = usePage();
  const { teams } = useLoaderData<typeof loader>().sheet.file;
  if (teams.length === 0) return null;
  return (
    <Section title={t('hand-over.teams')}>
      <CardList label={t('hand-over.teams')}>
        {teams.map((team) => (
          <li key={team.id}>
            <a href={`/desk/registry/teams/${team.id}`}>{locale === 'en' ? team.nameEn : team.nameZh}</a>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

/** Who sat on the old committee and who sits on the new one. */
function Holders() {
  const { t, locale } = usePage();
  const { term, posts } = useLoaderData<typeof loader>().sheet.file;
  const ended = term.endedOn ?? term.toDay;
  return (
    <Section title={t('hand-over.people')}>
      <CardList label={t('hand-over.people')}>
        {posts.map((post) => {
          const all = [...(post.now ? [post.now] : []), ...post.later, ...post.before];
          const names = (of: typeof all) =>
            of.map((one) => (locale === 'en' && one.nameEn) || one.name).join(t('registry.list-comma'));
          const old = all.filter((one) => one.fromDay <= ended && (one.toDay ?? '9999') >= term.fromDay);
          const next = all.filter((one) => one.fromDay > ended);
          return (
            <li key={post.id} className={css.pair}>
              <strong>{locale === 'en' ? post.nameEn : post.nameZh}</strong>
              <span>{t('hand-over.old', { names: names(old) || '—' })}</span>
              <span>{t('hand-over.new', { names: names(next) || '—' })}</span>
            </li>
          );
        })}
      </CardList>
    </Section>
  );
}

/** Lines to sign on paper: who hands over, who takes over, who watches. */
function SignLines() {
  const { t } = usePage();
  return (
    <div className={css.signs}>
      {(['gives', 'takes', 'watches'] as const).map((who) => (
        <p key={who} className={css.sign}>
          {t(`hand-over.sign.${who}`)}
          <span className={css.rule} />
          {t('hand-over.sign.day')}
          <span className={css.rule} />
        </p>
      ))}
    </div>
  );
}

function Accept() {
  const { t } = usePage();
  const { sheet, requestKey } = useLoaderData<typeof loader>();
  return (
    <Card title={t('hand-over.accept')}>
      <form method="post">
        <p>{t('hand-over.accept-what')}</p>
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="version" value={sheet.file.term.version} />
        <Button kind="primary">{t('hand-over.accept')}</Button>
      </form>
    </Card>
  );
}
