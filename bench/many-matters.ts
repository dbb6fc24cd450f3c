/** Many matters at once, as rows: what a neighborhood has gathered after years. */
import type pg from 'pg';
import { CATEGORIES } from '#modules/matters/rules/intake/categories.ts';
import { searchTokens } from '#platform/search/bigrams.ts';
import texts from './matter-texts.json' with { type: 'json' };

/** Matters that are still open, whatever the number of those behind them: a desk works them off. */
export const OPEN_MATTERS = 600;

type Template = { readonly title: string; readonly description: string; readonly tokens: string[] };

/** Every thing with every fault at every place: some words are in many matters, some in few. */
function templates(): Template[] {
  return texts.things.flatMap((thing, i) =>
    texts.faults.flatMap((fault, j) =>
      texts.places.map((place, k) => {
        const title = `${place}${thing}${fault}`;
        const description = `${title}，${texts.more[(i + j + k) % texts.more.length]}`;
        return { title, description, tokens: searchTokens(description) };
      }),
    ),
  );
}

/**
 * Fills a neighborhood with matters of the last six years, `count` in all, {@link OPEN_MATTERS} of them open.
 *
 * @param owner connects as the owner of the tables.
 */
export async function manyMatters(owner: pg.Pool, neighborhoodId: string, count: number): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(
      'create temp table template (n int primary key, category text, body jsonb) on commit drop',
    );
    await client.query(
      `insert into template select o.at - 1, ($2::text[])[1 + (o.at % cardinality($2::text[]))::int], o.one
         from jsonb_array_elements($1::jsonb) with ordinality o(one, at)`,
      [JSON.stringify(templates()), CATEGORIES.map(({ code }) => code)],
    );
    await client.query(INSERT, [neighborhoodId, count, OPEN_MATTERS]);
    await client.query('commit');
  } finally {
    client.release();
  }
  await owner.query('vacuum analyze matters.matter');
}

const INSERT = `
  with place as (
    select row_number() over (order by s.id) - 1 as n, count(*) over () as total, s.id, s.building_id, s.estate_id
      from registry.stairwell s where s.neighborhood_id = $1),
  org as (
    select row_number() over (order by id) - 1 as n, count(*) over () as total, id
      from registry.organisation where neighborhood_id = $1),
  made as (
    select g, (g * 7919) % $2::int as mixed, (select count(*) from template) as templates,
           now() - (g + 0.5) * (interval '6 years' / $2::int) as at, g < $3::int as open
      from generate_series(0, $2::int - 1) g)
  insert into matters.matter (neighborhood_id, id, code, kind, category, level, status, title, description, channel,
      estate_id, building_id, stairwell_id, reporter_kind, reporter_name, reporter_phone_tail_index, publish_consent,
      lead_org_id, submitted_at, accept_due_at, accepted_at, first_contact_at, contact_due_at, handle_due_at, done_at,
      closed_at, resolved, satisfaction, public_line, search)
  select $1, gen_random_uuid(), format('BN-%s-%s', to_char(at, 'YYMM'), lpad((g + 1)::text, 6, '0')), 'REPORT', t.category, 'P2',
      case when open then (array['SUBMITTED', 'ACCEPTED', 'IN_PROGRESS', 'DONE_BY_HANDLER'])[1 + g % 4]
           else (array['CLOSED_CONFIRMED', 'CLOSED_CONFIRMED', 'CLOSED_UNCONFIRMED', 'DECLINED'])[1 + g % 4] end,
      t.body->>'title', t.body->>'description', 'WEB', p.estate_id, p.building_id, p.id, 'PERSON', 'Test', 'tail-' || mixed % 10000,
      g % 3 <> 0, o.id, at, at + interval '1 day', at + interval '3 hours', at + interval '5 hours', at + interval '1 day', at + interval '7 days',
      case when not open then at + interval '5 days' end, case when not open then at + interval '6 days' end,
      case when not open then true end, case when not open then 5 end, case when not open then t.body->>'title' end,
      array_to_tsvector(array(select jsonb_array_elements_text(t.body->'tokens'))
        || array['bn', to_char(at, 'YYMM'), lpad((g + 1)::text, 6, '0')])
    from made
    join template t on t.n = mixed % templates
    join place p on p.n = mixed % p.total
    join org o on o.n = mixed % o.total`;
