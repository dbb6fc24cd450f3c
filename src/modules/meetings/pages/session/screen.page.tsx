import { useLoaderData } from 'react-router';
import { Island, usePage } from '#web/page/use-page.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { ItemView } from '../../queries/agenda-views.ts';
import { useMeetingWords } from '../meeting-words.part.tsx';
import css from './screen.module.css';
import type { loader } from './screen.page.server.ts';

export { loader } from './screen.page.server.ts';

/** How often the screen looks again where there is no JavaScript, in seconds. */
const RENEWS = 20;

/** The room's screen: what is talked about, what was resolved, who is there. Renews itself. */
export default function ScreenPage() {
  const { t } = usePage();
  const { titleOf, itemTitle } = useMeetingWords();
  const { file, code } = useLoaderData<typeof loader>();
  const now = file.items.find(({ state }) => state === 'IN_DISCUSSION');
  const next = file.items.filter(({ state }) => state === 'WAITING');
  const { present, needed, all } = file.quorum;
  return (
    <>
      <title>{titleOf(file)}</title>
      <div className={css.screen} data-renews>
        <noscript>
          <meta httpEquiv="refresh" content={String(RENEWS)} />
        </noscript>
        <header className={css.head}>
          <h1>{titleOf(file)}</h1>
          <p>
            {t('meetings.session.present', { here: present, all })}{' '}
            <StateChip tone={present >= needed ? 'done' : 'due'}>
              {present >= needed
                ? t('meetings.session.quorate')
                : t('meetings.session.not-quorate', { n: needed - present })}
            </StateChip>
          </p>
        </header>
        <section className={css.now}>
          {now ? <Now item={now} when="now" /> : <Resolved next={next[0]} />}
        </section>
        <aside className={css.side}>
          {next.length > 0 && (
            <>
              <p className={css.label}>{t('meetings.screen.next')}</p>
              <ol>
                {next.map((item) => (
                  <li key={item.id} value={item.n}>
                    {itemTitle(item)}
                  </li>
                ))}
              </ol>
            </>
          )}
          {code && (
            <figure>
              <img src={code} alt="" width="220" height="220" />
              <figcaption>{t('meetings.screen.scan')}</figcaption>
            </figure>
          )}
          <p>
            <a href={`/desk/meetings/${file.id}/session`}>{t('meetings.page.session')}</a>
          </p>
        </aside>
      </div>
      <Island name="screen" />
    </>
  );
}

/** What is talked about: the question, its figures, what each says. */
function Now({ item, when }: { item: ItemView; when: 'now' | 'next' }) {
  const { t } = usePage();
  const { itemTitle, nameOf, factOf } = useMeetingWords();
  return (
    <>
      <p className={css.label}>{t(`meetings.screen.${when}`)}</p>
      <h2>
        {item.n}. {itemTitle(item)}
      </h2>
      <p className={css.question}>{item.isEarlier ? t('meetings.earlier.question') : item.question}</p>
      <ul>
        {item.facts.map((fact) => (
          <li key={`${fact.key} ${fact.value}`}>{factOf(fact)}</li>
        ))}
        {item.options.map((option, at) => (
          <li key={option}>
            {at + 1}. {option}
          </li>
        ))}
        {item.positions.map((one) => (
          <li key={one.orgId}>
            <b>{nameOf(one.org)}</b>：{one.text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Between two items: what has been resolved so far; before the first, what comes first. */
function Resolved({ next }: { next: ItemView | undefined }) {
  const { dates } = usePage();
  const { nameOf } = useMeetingWords();
  const { file } = useLoaderData<typeof loader>();
  const resolved = file.items.flatMap((item) => item.resolutions);
  if (resolved.length === 0) return next ? <Now item={next} when="next" /> : null;
  return resolved.map((resolution) => (
    <article key={resolution.id}>
      <h2>
        {resolution.code} {resolution.text}
      </h2>
      <ul>
        {resolution.actions.map((action) => (
          <li key={action.id}>
            {nameOf(action.lead)} · {dates.day(action.dueOn)} · {action.task}
          </li>
        ))}
      </ul>
    </article>
  ));
}
