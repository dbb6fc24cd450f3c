import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { Island, usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import { useMeetingWords } from '../meeting-words.part.tsx';
import { ItemDecision } from './item-decision.part.tsx';
import { ItemFields, OwnPosition } from './item-fields.part.tsx';
import { Presence } from './presence.part.tsx';
import css from './session.module.css';
import type { loader } from './session.page.server.ts';

export { action, loader } from './session.page.server.ts';

/** The room: agenda on the left, the item that is talked about, who is there on the right. */
export default function SessionPage() {
  const { t, dates, now } = usePage();
  const { titleOf } = useMeetingWords();
  const { file, item, isDone } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <DeskPage>
      <PageHead
        title={titleOf(file)}
        lead={
          <>
            {dates.moment(file.startsAt)} · {file.place} · {file.rulesLabel} ·{' '}
            <a href={`/desk/meetings/${file.id}`}>{t('meetings.session.back')}</a>
          </>
        }
      />
      <ErrorSummary again={again} />
      <div className={css.room}>
        <nav aria-label={t('meetings.page.agenda')}>
          <AgendaNav />
        </nav>
        <Stack>
          {isDone && !again && <Notice>{t('meetings.session.saved-at', { time: dates.time(now) })}</Notice>}
          {item && <CurrentItem again={again} />}
        </Stack>
        <Presence />
      </div>
      <Island name="session" />
    </DeskPage>
  );
}

function AgendaNav() {
  const { t } = usePage();
  const { itemTitle } = useMeetingWords();
  const { file, item } = useLoaderData<typeof loader>();
  return (
    <>
      <ol className={css.agenda}>
        {file.items.map((one) => (
          <li key={one.id} aria-current={one.id === item?.id ? 'true' : undefined}>
            <a href={`/desk/meetings/${file.id}/session?item=${one.id}`}>{itemTitle(one)}</a>
            <small>
              {t('meetings.page.minutes-n', { n: one.minutes })} · {t(`meetings.item.${one.state}`)}
            </small>
          </li>
        ))}
      </ol>
      <p className="quiet">{t('meetings.session.not-reached')}</p>
    </>
  );
}

type Again = { readonly again: FormAgain | undefined };

function CurrentItem({ again }: Again) {
  const { t } = usePage();
  const { itemTitle, factOf } = useMeetingWords();
  const { file, item, writes, requestKey } = useLoaderData<typeof loader>();
  if (!item) return null;
  const own = again?.values.itemId === item.id ? again : undefined;
  const isOpen = file.state === 'IN_SESSION';
  return (
    <>
      <div className={css.title}>
        <h2>
          {item.n}. {itemTitle(item)}
        </h2>
        <TimeLeft />
      </div>
      {item.question && <p className={css.question}>{item.question}</p>}
      {item.facts.length > 0 && (
        <ul className={css.facts}>
          {item.facts.map((fact) => {
            const [label = '', value] = fact.key === 'TEXT' ? fact.value.split(/[：:]/) : ['', factOf(fact)];
            return (
              <li key={`${fact.key} ${fact.value}`}>
                <b>{value ?? label}</b>
                {value !== undefined && label && <span className="quiet">{label}</span>}
              </li>
            );
          })}
        </ul>
      )}
      {item.background && <p className="quiet">{item.background}</p>}
      {item.options.length > 0 && (
        <ol>
          {item.options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ol>
      )}
      {item.isEarlier && <Earlier />}
      {isOpen && writes && (item.state === 'WAITING' || item.state === 'DEFERRED') && (
        <form method="post">
          <input type="hidden" name="itemId" value={item.id} />
          <input type="hidden" name="version" value={item.version} />
          <input type="hidden" name="requestKey" value={requestKey} />
          <Button kind="primary" name="do" value="take-item">
            {t('meetings.session.take')}
          </Button>
        </form>
      )}
      <Positions />
      {file.may.includes('write-position') && <OwnPosition again={own} />}
      {writes && <ItemFields again={own} />}
      {writes && isOpen && <ItemDecision again={own} />}
    </>
  );
}

/** Open actions and those newly struck off, by organisation and post. */
function Earlier() {
  const { t, dates } = usePage();
  const { nameOf } = useMeetingWords();
  const { file } = useLoaderData<typeof loader>();
  if (file.earlier.length === 0) return <p className="quiet">{t('meetings.page.earlier-none')}</p>;
  const tone = { DONE: 'done', ON_TIME: 'ongoing', YELLOW: 'due', ORANGE: 'late', RED: 'late' } as const;
  return (
    <Card>
      <ul className={css.earlier}>
        {file.earlier.map((action) => (
          <li key={action.id}>
            <span>
              <a href={`/desk/actions/${action.id}`}>{action.task}</a>{' '}
              <small className="quiet">
                {action.code} · {nameOf(action.lead)} · {dates.day(action.dueOn)}
              </small>
            </span>
            <StateChip tone={tone[action.light]}>{t(`resolutions.light.${action.light}`)}</StateChip>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How much of the item's time is left. */
function TimeLeft() {
  const { t, now } = usePage();
  const { item } = useLoaderData<typeof loader>();
  if (item?.state !== 'IN_DISCUSSION' || !item.openedAt) return null;
  const left = item.minutes - Math.floor((now.getTime() - item.openedAt.getTime()) / 60_000);
  return (
    <StateChip tone={left >= 0 ? 'due' : 'late'}>
      {left >= 0
        ? t('meetings.session.time-left', { n: left })
        : t('meetings.session.time-over', { n: -left })}
    </StateChip>
  );
}

/** What each organisation says, in its own words. */
function Positions() {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  const { item, file } = useLoaderData<typeof loader>();
  if (!item || item.isEarlier) return null;
  return (
    <Card title={t('meetings.session.positions')}>
      {item.positions.length === 0 && <p className="quiet">{t('meetings.session.no-positions')}</p>}
      <dl className={css.positions}>
        {item.positions.map((one) => (
          <div key={one.orgId}>
            <dt>{nameOf(one.org)}</dt>
            <dd>
              {one.text}
              {one.isReservation && (
                <>
                  {' '}
                  <StateChip tone="due">{t('meetings.session.reservation')}</StateChip>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {item.recused.map((org) => (
        <p key={org.nameZh} className="quiet">
          {t('meetings.session.recused', { org: nameOf(org) })}
        </p>
      ))}
      {item.state === 'CONCLUDED' && item.outcome && (
        <Row>
          <StateChip tone="done">{t(`meetings.outcome.${item.outcome}`)}</StateChip>
          {item.outcomeText}
          {item.resolutions.map((resolution) => (
            <LinkButton key={resolution.id} to={`/actions/${resolution.code}`}>
              {resolution.code}
            </LinkButton>
          ))}
        </Row>
      )}
      {file.state === 'IN_SESSION' && item.state === 'DEFERRED' && <p>{item.reason}</p>}
    </Card>
  );
}
