import { useActionData, useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { DeskPage, EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import { CHANNELS, type Channel, type ErrandOutcome } from '../contract.ts';
import type { ErrandLine } from '../queries/errand-list.ts';
import { useErrandPlace } from './errand-place.part.tsx';
import type { action, loader } from './errands.page.server.ts';
import { useNewsText } from './news-line.part.tsx';
import css from './notifications.module.css';
import { PrintedList } from './printed-list.part.tsx';

export { action, loader } from './errands.page.server.ts';

/** Calls to make, doors to knock at, posters to put up: each ticked off with what came of it. */
export default function ErrandsPage() {
  const { t, dates } = usePage();
  const text = useNewsText();
  const { open, done } = useLoaderData<typeof loader>();
  const printed = useActionData<typeof action>();
  if (printed && 'phones' in printed) return <PrintedList lines={open} phones={printed.phones} />;
  const isByVoice = open.some(({ channel }) => channel !== 'POSTER');
  return (
    <DeskPage>
      <PageHead title={t('notifications.errands.title')} lead={t('notifications.errands.lead')} />
      {isByVoice && (
        <form method="post">
          <Row>
            <Button name="do" value="print">
              {t('notifications.errands.print')}
            </Button>
          </Row>
        </form>
      )}
      {open.length === 0 && (
        <EmptyState title={t('notifications.errands.none')}>
          <p>{t('notifications.errands.none-how')}</p>
        </EmptyState>
      )}
      {CHANNELS.toReversed().map((channel) => (
        <Errands key={channel} channel={channel} lines={open.filter((line) => line.channel === channel)} />
      ))}
      {done.length > 0 && (
        <Section title={t('notifications.errands.ticked')}>
          <CardList>
            {done.map((line) => (
              <li key={line.id}>
                <StateChip tone={line.outcome === 'REACHED' ? 'done' : 'late'}>
                  {t(outcomeWords(line.channel, line.outcome ?? 'REACHED'))}
                </StateChip>{' '}
                {text(line.news)}{' '}
                <span className="quiet num">{line.doneAt && dates.moment(line.doneAt)}</span>
              </li>
            ))}
          </CardList>
        </Section>
      )}
    </DeskPage>
  );
}

function outcomeWords(channel: Channel, outcome: ErrandOutcome): string {
  if (channel === 'POSTER') {
    return outcome === 'REACHED' ? 'notifications.errands.posted' : 'notifications.errands.not-posted';
  }
  return outcome === 'REACHED' ? 'notifications.errands.done' : 'notifications.errands.missed';
}

function Errands({ channel, lines }: { channel: Channel; lines: readonly ErrandLine[] }) {
  const { t } = usePage();
  const text = useNewsText();
  const place = useErrandPlace();
  if (lines.length === 0) return null;
  const isPoster = channel === 'POSTER';
  return (
    <Section title={t(`notifications.errands.channel.${channel}`)}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('notifications.errands.where')}</th>
            {!isPoster && <th scope="col">{t('notifications.errands.who')}</th>}
            {channel === 'CALL' && <th scope="col">{t('notifications.errands.phone')}</th>}
            <th scope="col">{t('notifications.errands.what')}</th>
            <th scope="col">{t('notifications.errands.tick')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>{place(line)}</td>
              {!isPoster && <td>{line.name ?? '—'}</td>}
              {channel === 'CALL' && <td className="num">{line.phone ?? '—'}</td>}
              <td>
                {line.urgency === 'EMERGENCY' && (
                  <StateChip tone="late">{t('notifications.emergency')}</StateChip>
                )}{' '}
                {isPoster ? <a href={line.news.to}>{text(line.news)}</a> : text(line.news)}
              </td>
              <td>
                <form method="post" className={css.tick}>
                  <input type="hidden" name="errand" value={line.id} />
                  {(['REACHED', 'NOT_REACHED'] as const).map((outcome) => (
                    <Button key={outcome} name="outcome" value={outcome}>
                      {t(outcomeWords(channel, outcome))}
                    </Button>
                  ))}
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
