import type { LoaderFunctionArgs } from 'react-router';
import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { type SheetColumn, sheetAnswer } from '#platform/spreadsheets/sheet-answer.ts';
import { forbidden, notFound } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import type { TwoNames } from '../../contract.ts';
import { type ListedPerson, peopleList } from '../../queries/people/people-list.ts';
import {
  type OrganisationOverview,
  type PostOverview,
  type RegisterOverview,
  registerOverview,
} from '../../queries/places/register-overview.ts';
import { type UnitLine, unitLines } from '../../queries/sheets/unit-lines.ts';
import { dayOf } from '../../rules/day.ts';

/** A list of the register as a spreadsheet, with what the reader may see of it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const words = (new URL(request.url).searchParams.get('words') ?? '').slice(0, 40);
  const list = params.list ?? '';
  const within = <T>(query: (tx: Tx) => Promise<Result<T>>) => answered(page, query);
  if (list === 'units') return saved(page, list, unitColumns(page), await within(unitLines));
  if (list === 'people')
    return saved(page, list, peopleColumns(page), await within((tx) => everybody(tx, words)));
  const overview = list === 'posts' || list === 'teams' ? await within(registerOverview) : null;
  if (!overview) throw notFound();
  if (list === 'teams') return saved(page, list, teamColumns(page), overview.teams);
  return saved(page, list, postColumns(page), overview.organisations.flatMap(postLines));
}

async function answered<T>(
  { services, actor, now }: Page,
  query: (tx: Tx) => Promise<Result<T>>,
): Promise<T> {
  const found = await services.database.inTransaction(actor, query, { now });
  if (!found.ok) throw forbidden();
  return found.value;
}

function saved<Row>(
  { t, now }: Page,
  list: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): Response {
  const name = t(`registry.sheets.${list}`);
  return sheetAnswer({ fileName: `${name} ${dayOf(now)}`, sheetName: name, columns, rows });
}

const nameIn =
  ({ locale }: Page) =>
  (names: TwoNames) =>
    locale === 'en' ? names.nameEn : names.nameZh;

function unitColumns({ t, locale }: Page): SheetColumn<UnitLine>[] {
  const header = (name: string) => t(`registry.sheets.column.${name}`);
  return [
    { header: header('code'), width: 20, value: (unit) => unit.code },
    { header: header('estate'), value: (unit) => (locale === 'en' ? unit.estateEn : unit.estateZh) },
    { header: header('building'), width: 8, value: (unit) => unit.building },
    { header: header('stairwell'), width: 8, value: (unit) => unit.stairwell },
    { header: header('room'), width: 10, value: (unit) => unit.room },
    { header: header('kind'), width: 10, value: (unit) => t(`registry.unit-kind.${unit.kind}`) },
    { header: header('area'), width: 12, decimals: true, value: (unit) => unit.area / 100 },
    {
      header: header('area-source'),
      width: 12,
      value: (unit) => t(`registry.area-source.${unit.areaSource}`),
    },
    { header: header('owners'), width: 28, value: (unit) => unit.owners.join('、') },
    {
      header: header('others'),
      width: 28,
      value: (unit) =>
        unit.others
          .map(({ name, relation }) => `${name}（${t(`registry.relation.${relation}`)}）`)
          .join('、'),
    },
  ];
}

const PEOPLE_AT_ONCE = 5_000;

/** All pages of the list of people. */
async function everybody(tx: Tx, words: string): Promise<Result<ListedPerson[]>> {
  const people: ListedPerson[] = [];
  for (let after: string | null = null; ; ) {
    const found = await peopleList(tx, { words, after, most: PEOPLE_AT_ONCE });
    if (!found.ok) return found;
    people.push(...found.value.people);
    after = found.value.next;
    if (after === null) return { ok: true, value: people };
  }
}

function peopleColumns({ t, locale }: Page): SheetColumn<ListedPerson>[] {
  const header = (name: string) => t(`registry.sheets.column.${name}`);
  const phone = (one: ListedPerson) =>
    t(one.hasPhone ? 'registry.people.has-phone' : 'registry.people.no-phone');
  return [
    { header: header('name'), value: (one) => (locale === 'en' && one.nameEn) || one.name },
    { header: header('units'), width: 44, value: (one) => one.units.join('、') },
    { header: header('phone'), value: phone },
  ];
}

type PostLine = { readonly org: OrganisationOverview; readonly post: PostOverview | null };

function postLines(org: OrganisationOverview): PostLine[] {
  return org.posts.length === 0 ? [{ org, post: null }] : org.posts.map((post) => ({ org, post }));
}

function postColumns(page: Page): SheetColumn<PostLine>[] {
  const { t, locale } = page;
  const name = nameIn(page);
  const header = (word: string) => t(`registry.sheets.column.${word}`);
  const holder = ({ post }: PostLine) => {
    if (!post) return '';
    if (post.holder?.as !== 'HOLDER') return t('registry.sheets.vacant');
    return (locale === 'en' && post.holder.nameEn) || post.holder.name;
  };
  return [
    { header: header('organisation'), width: 26, value: ({ org }) => name(org) },
    { header: header('duty-phone'), value: ({ org }) => org.dutyPhone },
    { header: header('post'), width: 24, value: ({ post }) => (post ? name(post) : '') },
    { header: header('holder'), width: 18, value: holder },
    {
      header: header('since'),
      width: 12,
      value: ({ post }) => (post?.holder?.as === 'HOLDER' ? post.holder.since : ''),
    },
  ];
}

function teamColumns(page: Page): SheetColumn<RegisterOverview['teams'][number]>[] {
  const { t, locale } = page;
  const header = (word: string) => t(`registry.sheets.column.${word}`);
  return [
    { header: header('team'), width: 26, value: nameIn(page) },
    { header: header('members'), width: 10, value: (team) => team.members },
    {
      header: header('schedule'),
      width: 40,
      value: (team) => (locale === 'en' ? team.scheduleEn : team.scheduleZh),
    },
  ];
}
