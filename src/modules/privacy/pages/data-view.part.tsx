import { usePage } from '#web/page/use-page.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { Facts, Stack } from '#web/ui/layout.tsx';
import type { MyData } from '../queries/my-data.ts';
import css from './privacy.module.css';
import { valueText } from './value-text.part.tsx';

/** Rows of a kind shown before the rest is folded away. */
const OPEN_ROWS = 3;

/** Everything that is held about a person, by kind, each row as a card. */
export function HeldData({ data }: { data: MyData }) {
  const { t } = usePage();
  return (
    <>
      <Reads reads={data.reads} />
      {data.parts.map((part) => (
        <Section key={part.kind} title={t(`privacy.kind.${part.kind}`)}>
          <Rows part={part} />
        </Section>
      ))}
    </>
  );
}

function Rows({ part }: { part: MyData['parts'][number] }) {
  const { t } = usePage();
  const [first, rest] = [part.rows.slice(0, OPEN_ROWS), part.rows.slice(OPEN_ROWS)];
  return (
    <Stack>
      <Some rows={first} label={t(`privacy.kind.${part.kind}`)} />
      {rest.length > 0 && (
        <details className={css.more}>
          <summary>{t('privacy.more', { n: rest.length })}</summary>
          <Some rows={rest} label={t(`privacy.kind.${part.kind}`)} />
        </details>
      )}
    </Stack>
  );
}

function Some({ rows, label }: { rows: MyData['parts'][number]['rows']; label: string }) {
  const { t, dates } = usePage();
  return (
    <CardList label={label}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows stand still
        <li key={index}>
          <Facts
            facts={Object.entries(row).map(
              ([name, value]) => [t(`privacy.field.${name}`), valueText(value, { t, dates })] as const,
            )}
          />
        </li>
      ))}
    </CardList>
  );
}

/** Who saw how to reach the person. */
function Reads({ reads }: { reads: MyData['reads'] }) {
  const { t, locale, dates } = usePage();
  const named = (names: { nameZh: string; nameEn: string } | null) =>
    names && (locale === 'en' ? names.nameEn : names.nameZh);
  return (
    <Section title={t('privacy.reads.title')}>
      {reads.length === 0 ? (
        <Card>
          <p>{t('privacy.reads.none')}</p>
        </Card>
      ) : (
        <CardList label={t('privacy.reads.title')}>
          {reads.map((read) => (
            <li key={`${read.at.getTime()} ${read.reason}`}>
              <strong>
                {[named(read.org), named(read.post), read.name].filter(Boolean).join(' · ') ||
                  t('privacy.reads.unknown')}
              </strong>
              <p>
                {t('privacy.reads.about', {
                  about: t(`privacy.about.${read.about}`),
                  reason: read.reason,
                })}
              </p>
              <p className="quiet">{dates.moment(read.at)}</p>
            </li>
          ))}
        </CardList>
      )}
    </Section>
  );
}
