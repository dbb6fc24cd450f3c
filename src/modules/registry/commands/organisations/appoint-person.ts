import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { KeptPost } from '../../contract/organisations.ts';
import { type Day, REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { mayAppoint } from '../../rules/organisations/appointment.ts';
import { companyConflict, LEGAL_RULES } from '../../rules/terms/committee-rules.ts';
import { appointmentsOfPerson, keptPosts } from '../../store/organisations/kept-posts.ts';
import { insertAppointment } from '../../store/organisations/new-organisations.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { lockedAppointmentsOfPost, postRows } from '../../store/organisations/posts.ts';
import { personRows } from '../../store/people/people.ts';
import { ownCommitteeRules } from '../../store/terms/committee-rules.ts';

export type NewAppointment = {
  readonly id?: string;
  readonly postId: string;
  readonly personId: string;
  /** First day in the post. */
  readonly fromDay: Day;
  /** Last day in the post; absent while it goes on. */
  readonly toDay?: Day | null;
  /** Why somebody of the property company sits on the estate's owners' committee, where that is only warned of. */
  readonly despiteConflict?: string;
};

/**
 * Puts a person into a post. A person may hold several posts, a post has one holder at a time. What waits
 * for the post waits for the new holder from that day on.
 *
 * @returns the appointment's id; refusals `registry.not-a-keeper`, `registry.post-unknown`,
 * `registry.person-unknown`, `registry.day-unreadable`, `registry.ends-before-start`, `registry.post-is-held`,
 * `registry.post-closed`, `registry.works-for-company`, `registry.works-for-company-why` (art. 20 of the Shanghai provisions; see committee rules).
 */
export async function appointPerson(tx: Tx, given: NewAppointment): Promise<Result<string>> {
  const may = mayKeep(tx.actor, 'appoint');
  if (!may.ok) return may;
  const [post] = isUuid(given.postId) ? await keptPosts(tx, { postId: given.postId }) : [];
  if (!post) return refuse('registry.post-unknown', { field: 'postId' });
  if (!isUuid(given.personId) || (await personRows(tx, [given.personId])).length === 0) {
    return refuse('registry.person-unknown', { field: 'personId' });
  }
  const period = { fromDay: given.fromDay, toDay: given.toDay ?? null };
  const free = mayAppoint(period, await lockedAppointmentsOfPost(tx, given.postId));
  if (!free.ok) return free;
  if (post.closedOn !== null && (period.toDay ?? '9999') > post.closedOn) {
    return refuse('registry.post-closed', { params: { day: post.closedOn } });
  }
  const conflict = await conflictOf(tx, post, given);
  if (!conflict.ok) return conflict;
  const id = given.id ?? tx.newId();
  await insertAppointment(tx, {
    id,
    post_id: given.postId,
    person_id: given.personId,
    from_day: period.fromDay,
    to_day: period.toDay,
  });
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.appointment,
    subjectId: id,
    kind: REGISTRY_EVENTS.appointed,
    reason: conflict.value,
    data: { postId: given.postId, personId: given.personId, ...period },
  });
  return { ok: true, value: id };
}

/**
 * Nobody sits on an owners' committee and works for the property company of its estate, unless the
 * neighborhood's rules only warn of it and a reason is given; the reason then stands in the event.
 */
async function conflictOf(tx: Tx, post: KeptPost, given: NewAppointment): Promise<Result<string | null>> {
  const { companyConflict: rule } = (await ownCommitteeRules(tx)) ?? LEGAL_RULES;
  if (rule === 'ALLOW') return ok(null);
  const held = await appointmentsOfPerson(tx, given.personId);
  const posts = new Map(
    (await postRows(tx, [...new Set(held.map((one) => one.postId))])).map((p) => [p.id, p]),
  );
  const orgs = [post.orgId, ...[...posts.values()].map((other) => other.orgId)];
  const rows = await organisationRows(tx, [...new Set(orgs)], given.fromDay);
  const estatesOf = (orgId: string) => rows.find((org) => org.id === orgId)?.estateIds ?? [];
  const wanted = {
    orgKind: post.orgKind,
    estateIds: estatesOf(post.orgId),
    fromDay: given.fromDay,
    toDay: given.toDay ?? null,
  };
  const others = held.flatMap(({ postId, fromDay, toDay }) => {
    const other = posts.get(postId);
    return other ? [{ orgKind: other.orgKind, estateIds: estatesOf(other.orgId), fromDay, toDay }] : [];
  });
  if (!companyConflict(wanted, others)) return ok(null);
  const reason = given.despiteConflict?.trim() ?? '';
  if (rule === 'WARN' && reason !== '') return ok(reason);
  const source = 'Shanghai Residential Property Management Provisions, art. 20';
  return rule === 'WARN'
    ? refuse('registry.works-for-company-why', { field: 'despiteConflict', source })
    : refuse('registry.works-for-company', { field: 'personId', source });
}
