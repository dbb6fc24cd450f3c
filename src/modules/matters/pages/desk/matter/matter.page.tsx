import { useActionData, useLoaderData } from 'react-router';
import { placeText } from '#modules/registry/contract.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Notice, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { Dossier } from '../../../queries/desk/dossier.ts';
import { Clocks } from './clocks.part.tsx';
import { Facts } from './facts.part.tsx';
import css from './matter.module.css';
import type { loader } from './matter.page.server.ts';
import { Offers } from './offers.part.tsx';
import { Handlers, Reporter } from './people.part.tsx';
import { RelatedMatters } from './related.part.tsx';
import { Timeline } from './timeline.part.tsx';
import { Pending, Tracks } from './tracks.part.tsx';

export { action, loader } from './matter.page.server.ts';

/** A matter: what to do on top, how it goes below, who and by when beside. */
export default function MatterPage() {
  const { t } = usePage();
  const { matter, search, done, keys } = useLoaderData<typeof loader>();
  const contact = useActionData<FormAgain & { phone?: string | null }>();
  return (
    <article className={css.matter}>
      <p className={css.back}>
        <a href={`/desk${search}`}>{t('desk.back')}</a>
      </p>
      <Head matter={matter} />
      {done && <Notice>{t('desk.done')}</Notice>}
      <div className={css.body}>
        <div className={css.main}>
          <Offers matter={matter} search={search} keys={keys} />
          <Facts matter={matter} />
          <Pending matter={matter} />
          <Tracks matter={matter} search={search} />
          <Timeline entries={matter.timeline} />
        </div>
        <div className={css.side}>
          <Clocks matter={matter} />
          <Handlers matter={matter} />
          <Reporter matter={matter} contact={contact} />
          <RelatedMatters matter={matter} search={search} />
          <Further matter={matter} />
        </div>
      </div>
    </article>
  );
}

/** Where else this matter leads: a slip on paper; up to a meeting or the street. */
function Further({ matter }: { matter: Dossier }) {
  const { t, actor } = usePage();
  const { code } = matter.row;
  const climbs = actor.role === 'RC' || actor.role === 'GB';
  if (!climbs && !matter.maySlip) return null;
  return (
    <Row>
      {climbs && (
        <LinkButton to={`/desk/escalations/new?matter=${code}`} kind="ghost">
          {t('desk.climb')}
        </LinkButton>
      )}
      {matter.maySlip && (
        <LinkButton to={`/desk/matters/${code}/slip`} kind="ghost">
          {t('desk.slip')}
        </LinkButton>
      )}
    </Row>
  );
}

function Head({ matter }: { matter: Dossier }) {
  const page = usePage();
  const { t, dates } = page;
  const { row } = matter;
  const status = t(`desk.status.${matter.status}`);
  const awaited = matter.awaited[0] && t(`desk.awaited.${matter.awaited[0]}`);
  const urgent = matter.level === 'P0' || matter.level === 'P1';
  return (
    <PageHead
      title={matter.title ?? t('desk.text-hidden')}
      windowTitle={row.code}
      lead={
        <>
          <span className="num">{row.code}</span> · {placeText(matter.place, page, matter.placeDetail)}
          {row.place_note !== '' && matter.placeDetail === 'FULL' && ` · ${row.place_note}`} ·{' '}
          {dates.moment(row.submitted_at)}
        </>
      }
    >
      <StateChip tone={toneOf(matter.status)}>{status}</StateChip>
      <StateChip tone={urgent ? 'late' : 'ongoing'}>{t(`matters.level.${matter.level}`)}</StateChip>
      {awaited && awaited !== status && <StateChip tone="due">{awaited}</StateChip>}
      {row.org_request && <StateChip tone="due">{t('desk.flag.org-request')}</StateChip>}
      {row.conflict_on_site && <StateChip tone="late">{t('desk.flag.conflict')}</StateChip>}
      {row.chronic && <StateChip tone="due">{t('desk.flag.chronic')}</StateChip>}
      {row.supervision_level > 0 && (
        <StateChip tone="late">{t(`desk.supervision.${row.supervision_level}`)}</StateChip>
      )}
      {row.urge_count > 0 && <StateChip tone="due">{t('desk.urged', { n: row.urge_count })}</StateChip>}
      {row.round > 1 && <StateChip tone="due">{t('desk.round', { n: row.round })}</StateChip>}
    </PageHead>
  );
}

function toneOf(status: string): 'done' | 'ongoing' | 'due' {
  if (status.startsWith('CLOSED') || status === 'MERGED' || status === 'WITHDRAWN' || status === 'DECLINED')
    return 'done';
  return status === 'ESCALATED' ? 'due' : 'ongoing';
}
