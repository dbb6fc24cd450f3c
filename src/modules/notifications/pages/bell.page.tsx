import { useLoaderData } from 'react-router';
import { dayOf } from '#platform/i18n/dates.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { CardList } from '#web/ui/card.tsx';
import { EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { BellLine } from '../queries/own-bell.ts';
import type { loader } from './bell.page.server.ts';
import { useNewsText } from './news-line.part.tsx';
import css from './notifications.module.css';

export { action, loader } from './bell.page.server.ts';

/** What one was told, the latest first; what came as a digest stands together. */
export default function BellPage() {
  const { t, session } = usePage();
  const { lines } = useLoaderData<typeof loader>();
  const unread = session?.unread ?? 0;
  return (
    <>
      <PageHead
        title={t('notifications.title')}
        lead={unread > 0 ? t('notifications.lead', { n: unread }) : t('notifications.lead-none')}
      />
      <Row>
        {unread > 0 && (
          <form method="post">
            <Button name="do" value="all">
              {t('notifications.mark-all')}
            </Button>
          </form>
        )}
        <LinkButton kind="ghost" to="/notifications/ways">
          {t('notifications.settings')}
        </LinkButton>
      </Row>
      {lines.length === 0 ? (
        <EmptyState title={t('notifications.empty')}>
          <p>{t('notifications.empty-how')}</p>
        </EmptyState>
      ) : (
        <Lines lines={lines} />
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly BellLine[] }) {
  const { t, dates } = usePage();
  const groups = Map.groupBy(lines, (line) => (line.way === 'DIGEST' ? line.at.getTime() : line.id));
  return [...groups.values()].map((group) => {
    const [first] = group;
    if (!first) return null;
    const label = t('notifications.digest', { day: dates.day(dayOf(first.at)) });
    return (
      <section key={first.id} className={css.group}>
        {first.way === 'DIGEST' && <h2>{label}</h2>}
        <CardList>
          {group.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </CardList>
      </section>
    );
  });
}

function Line({ line }: { line: BellLine }) {
  const { t, dates } = usePage();
  const text = useNewsText()(line.news);
  const isUnread = line.state === 'DELIVERED';
  return (
    <li className={isUnread ? `${css.line} ${css.unread}` : css.line}>
      <form method="post" className={css.open}>
        <input type="hidden" name="id" value={line.id} />
        <button type="submit" name="do" value="open" className={css.text}>
          {text}
        </button>
        <p className={css.meta}>
          <span className="quiet num">{dates.moment(line.at)}</span>
          {line.urgency === 'EMERGENCY' && <StateChip tone="late">{t('notifications.emergency')}</StateChip>}
          {line.urgency === 'URGENT' && isUnread && (
            <StateChip tone="due">{t('notifications.urgent')}</StateChip>
          )}
          <StateChip tone={isUnread ? 'ongoing' : 'done'}>{t(`notifications.state.${line.state}`)}</StateChip>
        </p>
        {isUnread && (
          <Button kind="ghost" name="do" value="read" aria-label={`${t('notifications.mark-read')}：${text}`}>
            {t('notifications.mark-read')}
          </Button>
        )}
      </form>
    </li>
  );
}
