import { type Actor, anonymousActor, roleOfPost } from '#kernel/actor.ts';
import type { ProxyView } from '#modules/access/contract/proxies.ts';
import { principalsOf } from '#modules/access/facade.server.ts';
import { unreadOf } from '#modules/notifications/facade.server.ts';
import { householdUnitsOf, isOwner, peopleByIds, postsHeldBy } from '#modules/registry/facade.server.ts';
import { needsSecondFactor } from '#platform/auth/second-factor/demand.ts';
import { actingPostOf } from '#platform/auth/session-rules.ts';
import { findSession, type Session } from '#platform/auth/sessions.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Services } from '#platform/http/services.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import type { OwnPost, PageSession } from './page/page-context.ts';

/** Who makes a request, and in which capacity. */
export type SignedIn = { readonly actor: Actor; readonly session: PageSession };

/** The person of a session token and the capacity they act in now, or null. */
export async function signedInBy(
  services: Services,
  token: string,
  neighborhoodId: string,
): Promise<SignedIn | null> {
  const now = services.clock();
  const session = await findSession(services.database, token, neighborhoodId, now);
  if (!session) return null;
  return services.database.inTransaction(
    anonymousActor(neighborhoodId),
    (tx) => actorOf(tx, session, dayOf(now), services.config.mode !== 'demo'),
    { now },
  );
}

/**
 * The capacity of a session: the chosen post while its appointment lasts (its organisation gives the role),
 * otherwise owner or resident.
 * A post that demands a second factor waits until the session has one.
 */
async function actorOf(
  tx: Tx,
  session: Session,
  day: string,
  demandsSecondFactor: boolean,
): Promise<SignedIn | null> {
  const { personId, neighborhoodId } = session;
  const person = (await peopleByIds(tx, [personId])).get(personId);
  if (!person) return null;
  const principals = await principalsOf(tx, personId);
  const principal = principals.find((one) => one.principalId === session.actingForPersonId) ?? null;
  const held = await postsHeldBy(tx, personId, day);
  const waits = (post: OwnPost) =>
    demandsSecondFactor && session.secondFactorAt === null && needsSecondFactor(roleOfPost(post));
  const usable = held.filter((post) => !waits(post));
  const acting = actingPostOf(usable, session.actingPostId);
  const householdUnitIds = await householdUnitsOf(tx, personId, day);
  const owns = acting === null && (await isOwner(tx, personId, day));
  const post = acting && {
    postId: acting.postId,
    orgId: acting.orgId,
    orgKind: acting.orgKind,
    isHead: acting.isHead,
  };
  if (principal) return actingFor(tx, session, day, principal, person);
  return {
    actor: {
      neighborhoodId,
      personId,
      post,
      householdUnitIds,
      role: acting ? roleOfPost(acting) : owns ? 'OWN' : 'RES',
      onBehalfOf: null,
    },
    session: {
      publicId: session.publicId,
      accountId: session.accountId,
      personId,
      name: person.name,
      nameEn: person.nameEn,
      posts: usable.map(ownPost),
      heldBack: held.filter(waits).map(ownPost),
      confirmedAt: session.confirmedAt,
      unread: await unreadOf(tx, personId),
      actingFor: null,
    },
  };
}

/**
 * Somebody acts for an elder who agreed: with the elder's home, in no post, and everything they do says so. No
 * proxy owns anything: what belongs to owners is not theirs to do.
 */
async function actingFor(
  tx: Tx,
  session: Session,
  day: string,
  principal: ProxyView,
  person: { readonly name: string; readonly nameEn: string | null },
): Promise<SignedIn> {
  const { personId, neighborhoodId } = session;
  return {
    actor: {
      neighborhoodId,
      personId,
      post: null,
      householdUnitIds: await householdUnitsOf(tx, principal.principalId, day),
      role: 'RES',
      onBehalfOf: principal.principalId,
    },
    session: {
      publicId: session.publicId,
      accountId: session.accountId,
      personId,
      name: person.name,
      nameEn: person.nameEn,
      posts: [],
      heldBack: [],
      confirmedAt: session.confirmedAt,
      unread: await unreadOf(tx, principal.principalId),
      actingFor: { personId: principal.principalId, name: principal.principalName },
    },
  };
}

function ownPost(post: OwnPost): OwnPost {
  const { postId, orgId, orgKind, isHead, duty, nameZh, nameEn, orgNameZh, orgNameEn } = post;
  return { postId, orgId, orgKind, isHead, duty, nameZh, nameEn, orgNameZh, orgNameEn };
}
