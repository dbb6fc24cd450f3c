import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, Facts, Notice } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import type { TwoNames } from '../../contract.ts';
import { MemberForm, Members } from './members.part.tsx';
import { CorrectForm, NewPostForm, ReplaceForm, ServeForm, StopForm } from './org-forms.part.tsx';
import type { loader } from './organisation.page.server.ts';
import css from './orgs.module.css';
import { Posts } from './posts.part.tsx';
import { HandOverForm, ReportForm, RulesForm, TermForm } from './term-forms.part.tsx';
import { Terms } from './terms.part.tsx';

export { action, loader } from './organisation.page.server.ts';

/** One organisation: whom it serves, its posts and holders, its terms, and the forms to keep it. */
export default function OrganisationPage() {
  const { t, locale } = usePage();
  const { file, done } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const { organisation: org } = file;
  const name = (names: TwoNames) => (locale === 'en' ? names.nameEn : names.nameZh);
  return (
    <DeskPage>
      <PageHead
        title={name(org)}
        lead={
          <>
            <a href="/desk/registry/organisations">{t('registry.orgs.title')}</a> ·{' '}
            {t(`registry.org-kind.${org.kind}`)}
          </>
        }
      />
      {done && !again && <Notice>{t(`registry.orgs.done.${done}`)}</Notice>}
      <ErrorSummary again={again} />
      <div className={css.two}>
        <div>
          <Facts
            facts={[
              [
                t('registry.orgs.parent'),
                file.parent && (
                  <a href={`/desk/registry/organisations/${org.parentId}`}>{name(file.parent)}</a>
                ),
              ],
              [
                t('registry.orgs.parts'),
                file.parts.length === 0
                  ? null
                  : file.parts.map((part) => (
                      <span key={part.id}>
                        <a href={`/desk/registry/organisations/${part.id}`}>{name(part)}</a>{' '}
                      </span>
                    )),
              ],
            ]}
          />
          {org.dutyPhone && <PhoneLink name={t('registry.duty-phone')} phone={org.dutyPhone} />}
          <Services />
          {org.kind === 'OWNERS_COMMITTEE' && <Terms />}
          <Posts />
          {file.members && <Members members={file.members} />}
        </div>
        <div className={css.side}>
          <Doings />
          <OpenForm again={again} />
        </div>
      </div>
    </DeskPage>
  );
}

/** Estates served now and before. */
function Services() {
  const { t, locale } = usePage();
  const { file } = useLoaderData<typeof loader>();
  const estateName = (id: string) => {
    const estate = file.estates.find((one) => one.id === id);
    return estate && (locale === 'en' ? estate.nameEn : estate.nameZh);
  };
  return (
    <Section title={t('registry.orgs.estates')}>
      {file.services.length === 0 && <p className="quiet">{t('registry.orgs.serves-none')}</p>}
      <CardList label={t('registry.orgs.estates')}>
        {file.services.map((service) => (
          <li key={`${service.estateId} ${service.fromDay}`} className={css.line}>
            <a href={`/desk/registry/places/estate/${service.estateId}`}>{estateName(service.estateId)}</a>
            <span className="quiet">
              {service.toDay
                ? t('registry.people.from-to', { from: service.fromDay, to: service.toDay })
                : t('registry.since', { day: service.fromDay })}
              {service.tookOverFromName &&
                ` · ${t('registry.orgs.took-over', {
                  name: locale === 'en' ? service.tookOverFromName.nameEn : service.tookOverFromName.nameZh,
                })}`}
            </span>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

/** What the reader may do here, each a link that opens its form. */
function Doings() {
  const { t } = usePage();
  const { file, open } = useLoaderData<typeof loader>();
  const { kind } = file.organisation;
  const serves = file.services.some((service) => service.toDay === null);
  const running = file.terms.find((term) => term.state === 'RUNNING');
  const doings = [
    file.may.keep && 'correct',
    file.may.keep && 'post',
    file.may.keep && 'serve',
    file.may.keep && serves && 'stop',
    file.may.keep && serves && kind === 'PROPERTY_COMPANY' && 'replace',
    file.may.term && kind === 'OWNERS_COMMITTEE' && 'term',
    file.may.term && running && running.reportedOn === null && 'report',
    file.may.term && running && 'hand-over',
    file.may.term && kind === 'OWNERS_COMMITTEE' && 'rules',
    file.may.members && 'member',
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
  const { may } = file;
  if (may.keep && open === 'correct') return <CorrectForm again={again} />;
  if (may.keep && open === 'post') return <NewPostForm again={again} />;
  if (may.keep && open === 'serve') return <ServeForm again={again} />;
  if (may.keep && open === 'stop') return <StopForm again={again} />;
  if (may.keep && open === 'replace') return <ReplaceForm again={again} />;
  if (may.term && open === 'term') return <TermForm again={again} />;
  if (may.term && open === 'report') return <ReportForm again={again} />;
  if (may.term && open === 'hand-over') return <HandOverForm again={again} />;
  if (may.term && open === 'rules') return <RulesForm again={again} />;
  if (may.members && open === 'member') return <MemberForm again={again} />;
  return null;
}
