import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { CHIPS, type Chip, type DeskQuery, deskList } from '../../../queries/desk/desk-list.ts';
import { filterChoices } from '../../../queries/desk/filter-choices.ts';
import { savedFilters } from '../../../queries/desk/saved-filters.ts';

const LEVEL = /^P(0|1|2|2A|3)$/;

/** The list's question from an address; what makes no sense counts as absent. */
export function queryOf(asked: URLSearchParams): DeskQuery {
  const text = (name: string) => asked.get(name)?.trim() || null;
  const chip = asked.get('chip');
  const level = text('level');
  const group = text('group');
  const uuid = (value: string | null) => (value && /^[0-9a-f-]{36}$/.test(value) ? value : null);
  return {
    chip: CHIPS.includes(chip as Chip) ? (chip as Chip) : 'mine',
    words: (asked.get('words') ?? '').slice(0, 60),
    estateId: uuid(text('estate')),
    level: level && LEVEL.test(level) ? level : null,
    group: group && /^[A-H]$/.test(group) ? group : null,
    leadOrgId: uuid(text('lead')),
    after: text('after'),
  };
}

/** Parts of the address that belong to the list, so that links to matters keep it. */
export function listSearch(query: DeskQuery): string {
  const kept = new URLSearchParams();
  if (query.chip !== 'mine') kept.set('chip', query.chip);
  if (query.words !== '') kept.set('words', query.words);
  if (query.estateId) kept.set('estate', query.estateId);
  if (query.level) kept.set('level', query.level);
  if (query.group) kept.set('group', query.group);
  if (query.leadOrgId) kept.set('lead', query.leadOrgId);
  const text = kept.toString();
  return text === '' ? '' : `?${text}`;
}

/** The list beside every matter. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const query = queryOf(new URL(request.url).searchParams);
  return page.services.database.inTransaction(page.actor, async (tx) => ({
    query,
    search: listSearch(query),
    list: await deskList(tx, query),
    saved: await savedFilters(tx),
    choices: await filterChoices(tx),
  }));
}
