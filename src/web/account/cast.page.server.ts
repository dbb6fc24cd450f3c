import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { anonymousActor } from '#kernel/actor.ts';
import { isUuid } from '#kernel/ids.ts';
import { holdersOf, organisations, peopleByIds, postsOf } from '#modules/registry/facade.server.ts';
import { demoAccount } from '#platform/auth/accounts.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CastMember } from '#platform/http/services.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { notFound, textOf } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { beginSession } from './steps/begin-session.ts';

/** Somebody one can be, with one line that says who. */
export type CastEntry = CastMember;

/** An organisation and the people in its posts. */
export type CastGroup = {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly people: readonly CastEntry[];
};

/** Large organisations of block leaders would fill the page. */
const PEOPLE_PER_ORGANISATION = 8;

function demoPage({ context }: LoaderFunctionArgs | ActionFunctionArgs): Page {
  const page = pageOf(context);
  if (!page.hasCast) throw notFound();
  return page;
}

/** The people of the story first, then everybody who holds a post, by organisation. */
export async function loader(args: LoaderFunctionArgs) {
  const page = demoPage(args);
  const { services, neighborhood, now } = page;
  const leads = (await services.cast?.(neighborhood.id)) ?? [];
  const groups = await services.database.inTransaction(anonymousActor(neighborhood.id), (tx) =>
    postHolders(tx, dayOf(now)),
  );
  return { leads, groups };
}

async function postHolders(tx: Tx, day: string): Promise<CastGroup[]> {
  const orgs = await organisations(tx, day);
  const posts = await postsOf(
    tx,
    orgs.map((org) => org.id),
  );
  const holders = await holdersOf(
    tx,
    posts.map((post) => post.id),
    day,
  );
  return orgs
    .map(({ id, nameZh, nameEn }) => ({
      nameZh,
      nameEn,
      people: posts
        .filter((post) => post.orgId === id)
        .flatMap((post): CastEntry[] => {
          const holder = holders.get(post.id);
          if (holder?.as !== 'HOLDER') return [];
          const { personId, name } = holder;
          return [
            { personId, nameZh: name, nameEn: holder.nameEn ?? name, whoZh: post.nameZh, whoEn: post.nameEn },
          ];
        })
        .slice(0, PEOPLE_PER_ORGANISATION),
    }))
    .filter((group) => group.people.length > 0);
}

/** Signs in as somebody of the demo, without a password. */
export async function action(args: ActionFunctionArgs) {
  const page = demoPage(args);
  const { services, neighborhood, now } = page;
  const personId = textOf(await args.request.formData(), 'person');
  const known =
    isUuid(personId) &&
    (await services.database.inTransaction(
      anonymousActor(neighborhood.id),
      async (tx) => (await peopleByIds(tx, [personId])).size,
    ));
  if (!known) throw notFound();
  const accountId = await demoAccount(services.database, neighborhood.id, personId, now);
  return beginSession(page, args.request, { accountId, personId, back: '' }, { secondFactorAt: null });
}
