import { useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import type { OrganisationOnBoard } from '../../queries/action-board.ts';
import type { Tally } from '../../rules/tally.ts';
import { LightChip } from '../action-line.part.tsx';
import css from './screen.module.css';
import type { loader } from './screen.page.server.ts';

export { loader } from './screen.page.server.ts';

/** Seconds a turn stands; then the page fetches itself, or the next turn, without JavaScript. */
const SECONDS = 30;

const COLUMNS: readonly { readonly key: 'red' | 'orange' | 'yellow' | 'onTime'; readonly tone: string }[] = [
  { key: 'red', tone: 'red' },
  { key: 'orange', tone: 'orange' },
  { key: 'yellow', tone: 'yellow' },
  { key: 'onTime', tone: 'plain' },
];

/** The supervision board in the meeting room: by organisation, never by person. */
export default function ScreenPage() {
  const { t, dates, now, neighborhood, locale } = usePage();
  const { rows, turn, turns, counts, open, isStill } = useLoaderData<typeof loader>();
  const next = `/actions/screen?turn=${turn >= turns ? 1 : turn + 1}`;
  const place = locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh;
  return (
    <>
      <title>{`${t('resolutions.screen.title')} · ${place}`}</title>
      {!isStill && <meta httpEquiv="refresh" content={`${SECONDS};url=${next}`} />}
      <header className={css.head}>
        <h1>{t('resolutions.screen.title')}</h1>
        <p className={css.sum}>
          {t('resolutions.screen.open', { n: open })} · {t('resolutions.counts', counts)}
        </p>
      </header>
      <div className={css.body}>
        <Board rows={rows} />
        <Pressing />
      </div>
      <footer className={css.foot}>
        <span>{t('resolutions.screen.as-of', { at: dates.moment(now) })}</span>
        {turns > 1 && <span>{t('resolutions.screen.turn', { turn, turns })}</span>}
        <a href={isStill ? '/actions/screen' : `/actions/screen?turn=${turn}&still`}>
          {t(isStill ? 'resolutions.screen.go' : 'resolutions.screen.still', { n: SECONDS })}
        </a>
        <a href="/actions">{t('resolutions.screen.back')}</a>
      </footer>
    </>
  );
}

function Board({ rows }: { rows: readonly OrganisationOnBoard[] }) {
  const { t, locale } = usePage();
  if (rows.length === 0) return <p>{t('resolutions.none')}</p>;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('resolutions.screen.org')}</th>
          {COLUMNS.map(({ key }) => (
            <th key={key} scope="col" className={css.n}>
              {t(`resolutions.screen.${key}`)}
            </th>
          ))}
          <th scope="col" className={css.n}>
            {t('resolutions.screen.struck-off')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ org, tally }) => (
          <tr key={org.id}>
            <th scope="row">{locale === 'en' ? org.nameEn : org.nameZh}</th>
            {COLUMNS.map(({ key, tone }) => (
              <td key={key} className={css.n}>
                <Count n={tally[key]} tone={tone} />
              </td>
            ))}
            <td className={css.n}>
              <Done tally={tally} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A number one sees from the back row; nought is a dot. */
function Count({ n, tone }: { n: number; tone: string }) {
  return n === 0 ? (
    <span className={css.none}>0</span>
  ) : (
    <span className={`${css.count} ${css[tone]}`}>{n}</span>
  );
}

function Done({ tally }: { tally: Tally }) {
  const { t } = usePage();
  if (tally.struckOff === 0) return <span className={css.none}>0</span>;
  return (
    <>
      <b>{tally.struckOff}</b>{' '}
      <span className={css.small}>{t('resolutions.screen.in-time', { n: tally.inTime })}</span>
    </>
  );
}

/** What is most pressing: what, which organisation and post, since when. */
function Pressing() {
  const { t, locale, dates } = usePage();
  const { pressing, morePressing } = useLoaderData<typeof loader>();
  const name = (names: { nameZh: string; nameEn: string }) => (locale === 'en' ? names.nameEn : names.nameZh);
  return (
    <section className={css.pressing} aria-labelledby="pressing">
      <h2 id="pressing">{t('resolutions.screen.pressing')}</h2>
      {pressing.length === 0 && <p>{t('resolutions.screen.nothing-pressing')}</p>}
      <ol>
        {pressing.map((action) => (
          <li key={action.id}>
            <LightChip action={action} />
            <strong lang={languageOf(action.task)}>{action.task}</strong>
            <span className={css.small}>
              {name(action.lead)} · {name(action.post)} ·{' '}
              {t('resolutions.by', { day: dates.day(action.dueOn) })}
            </span>
          </li>
        ))}
      </ol>
      {morePressing > 0 && <p className={css.small}>{t('resolutions.screen.more', { n: morePressing })}</p>}
    </section>
  );
}
