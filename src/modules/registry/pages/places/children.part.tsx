import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Section } from '#web/ui/card.tsx';
import { Row } from '#web/ui/layout.tsx';
import type { NamedHolding } from '../../contract/holdings.ts';
import type { ChildPage, PlaceFile } from '../../queries/places/place-file.ts';
import { owns } from '../../rules/people/holdings.ts';
import { areaText } from '../../rules/places/area-text.ts';
import css from './places.module.css';

type PlaceRow = ChildPage['rows'][number];

type ChildrenProps = {
  readonly place: PlaceFile;
  readonly today: string;
  /** Whether the reader is turning the pages of the common parts. */
  readonly asked: boolean;
};

/** What lies directly in a place, kind by kind. */
export function Children({ place, today, asked }: ChildrenProps) {
  const { t } = usePage();
  return place.children
    .filter((page) => page.rows.length > 0)
    .map((page) => (
      <Section key={page.kind} title={t(`registry.children.${page.kind}`)}>
        {page.kind === 'part' && page.rows.length > MANY_PARTS ? (
          <details className={css.fold} open={asked}>
            <summary>{t('registry.children.show')}</summary>
            <Rows page={page} place={place} today={today} />
          </details>
        ) : (
          <Rows page={page} place={place} today={today} />
        )}
      </Section>
    ));
}

/** Lamps and parking places come in hundreds: more than this stays folded until asked for. */
const MANY_PARTS = 24;

function Rows({ page, place, today }: { page: ChildPage; place: PlaceFile; today: string }) {
  const { t } = usePage();
  return (
    <>
      <ul className={css.grid}>
        {page.rows.map((row) => (
          <li key={row.id}>
            <Child
              kind={page.kind}
              row={row}
              owner={page.kind === 'unit' ? ownerOf(place.people, row.id, today) : null}
            />
          </li>
        ))}
      </ul>
      {page.next && (
        <Row>
          <LinkButton kind="ghost" to={`?${page.kind}=${encodeURIComponent(page.next)}`}>
            {t('registry.children.more')}
          </LinkButton>
        </Row>
      )}
    </>
  );
}

function ownerOf(people: readonly NamedHolding[], unitId: string, today: string): string | null {
  const owners = people.filter(
    (one) =>
      one.unitId === unitId &&
      owns(one.relation) &&
      one.fromDay <= today &&
      (one.toDay === null || one.toDay >= today),
  );
  const names = owners.map((one) => one.name).filter(Boolean);
  return names.length === 0 ? null : names.join(' ');
}

function Child({ kind, row, owner }: { kind: ChildPage['kind']; row: PlaceRow; owner: string | null }) {
  const { t, locale } = usePage();
  const facts = [
    row.kind && t(`registry.${kind === 'part' ? 'part' : 'unit'}-kind.${row.kind}`),
    row.area && t('registry.area-m2', { area: areaText(row.area) }),
    row.inside !== null && t('registry.units-inside', { n: row.inside }),
    owner,
  ].filter(Boolean);
  return (
    <a href={`/desk/registry/places/${kind}/${row.id}`}>
      <strong>{childName()}</strong>
      <span className="quiet">{facts.join(' · ')}</span>
    </a>
  );

  function childName(): string {
    if (kind === 'building') return t('registry.place.building', { number: row.number ?? 0 });
    if (kind === 'stairwell') return t('registry.place.stairwell', { number: row.number ?? 0 });
    if (kind === 'unit')
      return t(row.kind === 'DWELLING' ? 'registry.place.room' : 'registry.place.unit', {
        room: row.room ?? '',
      });
    return (locale === 'en' && row.nameEn) || (row.nameZh ?? '');
  }
}
