import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, Facts, Notice } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { KeptAppointment } from '../../contract/organisations.ts';
import css from '../organisations/orgs.module.css';
import { Appointment, HolderOf } from '../organisations/posts.part.tsx';
import type { loader } from './post.page.server.ts';
import { AppointForm, ClosePostForm, CorrectPostForm, EndForm, ExtendForm } from './post-forms.part.tsx';

export { action, loader } from './post.page.server.ts';

/** One post: what it does, who holds it, who comes, who was there. */
export default function PostPage() {
  const { t, locale } = usePage();
  const { file, done } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const { post, organisation: org } = file;
  return (
    <DeskPage>
      <PageHead
        title={locale === 'en' ? post.nameEn : post.nameZh}
        lead={
          <a href={`/desk/registry/organisations/${org.id}`}>{locale === 'en' ? org.nameEn : org.nameZh}</a>
        }
      />
      {done && !again && <Notice>{t(`registry.orgs.done.${done}`)}</Notice>}
      <ErrorSummary again={again} />
      <div className={css.two}>
        <div>
          <p>
            <HolderOf post={post} />
          </p>
          <Facts
            facts={[
              [t('registry.orgs.duty'), t(`registry.duty.${post.duty}`)],
              [t('registry.orgs.work'), (locale === 'en' && post.workEn) || post.workZh],
              [t('registry.code'), post.code],
            ]}
          />
          <History title={t('registry.orgs.later')} appointments={post.later} />
          <History title={t('registry.orgs.before')} appointments={post.before} />
        </div>
        <div className={css.side}>
          <Doings />
          <OpenForm again={again} />
        </div>
      </div>
    </DeskPage>
  );
}

function History({ title, appointments }: { title: string; appointments: readonly KeptAppointment[] }) {
  if (appointments.length === 0) return null;
  return (
    <Section title={title}>
      <CardList label={title}>
        {appointments.map((appointment) => (
          <li key={appointment.id}>
            <Appointment appointment={appointment} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

/** What the reader may do with the post. */
function Doings() {
  const { t } = usePage();
  const { file, open } = useLoaderData<typeof loader>();
  const { post } = file;
  const isOpen = post.closedOn === null;
  const goesOn = post.now ?? post.later[0];
  const doings = [
    file.mayAppoint && isOpen && 'appoint',
    file.mayAppoint && goesOn && goesOn.toDay === null && 'end',
    file.mayAppoint && post.now && post.now.toDay !== null && 'extend',
    file.mayKeep && 'correct-post',
    file.mayKeep && isOpen && !post.isHead && 'close',
  ].filter((one) => typeof one === 'string');
  if (doings.length === 0) return null;
  return (
    <nav className={css.doings} aria-label={t('registry.orgs.doings')}>
      {doings.map((doing) => (
        <LinkButton key={doing} to={`?do=${doing}`} current={open === doing}>
          {t(`registry.orgs.do.${doing}`)}
        </LinkButton>
      ))}
    </nav>
  );
}

function OpenForm({ again }: { again: FormAgain | undefined }) {
  const { file, open } = useLoaderData<typeof loader>();
  const { post } = file;
  const goesOn = post.now ?? post.later[0];
  if (file.mayAppoint && open === 'appoint') return <AppointForm again={again} />;
  if (file.mayAppoint && open === 'end' && goesOn) return <EndForm again={again} appointment={goesOn} />;
  if (file.mayAppoint && open === 'extend' && post.now) {
    return <ExtendForm again={again} appointment={post.now} />;
  }
  if (file.mayKeep && open === 'correct-post') return <CorrectPostForm again={again} />;
  if (file.mayKeep && open === 'close') return <ClosePostForm again={again} />;
  return null;
}
