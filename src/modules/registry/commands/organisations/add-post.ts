import { type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Duty, REGISTRY_EVENTS, REGISTRY_SUBJECTS, type TwoNames } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { dayOf } from '../../rules/day.ts';
import { insertPosts, type NewPostRow, takenPostCode } from '../../store/organisations/new-organisations.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { postRowsOfOrganisations } from '../../store/organisations/posts.ts';
import { estateRows, stairwellRows } from '../../store/places/places.ts';

export type NewPost = TwoNames & {
  readonly id?: string;
  readonly organisationId: string;
  /** Unique in the neighborhood, `PC-ZJ-MGR`. */
  readonly code: string;
  readonly duty: Duty;
  /** The organisation's head; at most one post of it is. */
  readonly isHead?: boolean;
  readonly estateId?: string | null;
  readonly stairwellId?: string | null;
  readonly position?: number;
  /** What it does, in words. */
  readonly workZh?: string;
  readonly workEn?: string;
};

/**
 * Enters posts of organisations. One event for all of them.
 *
 * @returns the ids in the order given; refusals `registry.not-a-keeper`, `registry.name-missing`,
 * `registry.code-taken`, `registry.organisation-unknown`, `registry.organisation-has-head`,
 * `registry.estate-unknown`, `registry.stairwell-elsewhere`.
 */
export async function addPosts(tx: Tx, given: readonly NewPost[]): Promise<Result<string[]>> {
  const may = mayKeep(tx.actor, 'add-post');
  if (!may.ok) return may;
  const sound = await checkPosts(tx, given);
  if (!sound.ok) return sound;
  const rows = given.map((post) => rowOf(tx, post));
  await insertPosts(tx, rows);
  const first = rows[0];
  if (first) {
    await appendEvent(tx, {
      subjectKind: REGISTRY_SUBJECTS.post,
      subjectId: first.id,
      kind: REGISTRY_EVENTS.postAdded,
      data: { codes: rows.map((row) => row.code) },
    });
  }
  return { ok: true, value: rows.map((row) => row.id) };
}

/** Enters one post. Refusals as {@link addPosts}. */
export async function addPost(tx: Tx, post: NewPost): Promise<Result<string>> {
  const added = await addPosts(tx, [post]);
  return added.ok ? { ok: true, value: added.value[0]! } : added;
}

async function checkPosts(tx: Tx, given: readonly NewPost[]): Promise<Result<void>> {
  const unnamed = given.some((post) => post.nameZh.trim() === '' || post.code.trim() === '');
  if (unnamed) return refuse('registry.name-missing', { field: 'nameZh' });
  const codes = given.map((post) => post.code);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at) ?? (await takenPostCode(tx, codes));
  if (twice) return refuse('registry.code-taken', { field: 'code', params: { code: twice } });
  const orgIds = [...new Set(given.map((post) => post.organisationId))];
  const orgs = await organisationRows(tx, orgIds, dayOf(tx.now));
  if (orgs.length < orgIds.length) {
    return refuse('registry.organisation-unknown', { field: 'organisationId' });
  }
  const heads = (await postRowsOfOrganisations(tx, orgIds)).filter((p) => p.isHead).map((p) => p.orgId);
  heads.push(...given.filter((post) => post.isHead).map((post) => post.organisationId));
  if (new Set(heads).size < heads.length) {
    return refuse('registry.organisation-has-head', { field: 'isHead' });
  }
  return checkPlaces(tx, given);
}

async function checkPlaces(tx: Tx, given: readonly NewPost[]): Promise<Result<void>> {
  const estates = new Set((await estateRows(tx)).map((estate) => estate.id));
  if (given.some((post) => post.estateId && !estates.has(post.estateId))) {
    return refuse('registry.estate-unknown', { field: 'estateId' });
  }
  const ids = given.map((post) => post.stairwellId).filter((id) => typeof id === 'string');
  const stairwells = new Map((await stairwellRows(tx, [...new Set(ids)])).map((row) => [row.id, row]));
  const astray = given.some((post) => {
    if (!post.stairwellId) return false;
    return stairwells.get(post.stairwellId)?.estateId !== post.estateId;
  });
  return astray
    ? refuse('registry.stairwell-elsewhere', { field: 'stairwellId' })
    : { ok: true, value: undefined };
}

function rowOf(tx: Tx, post: NewPost): NewPostRow {
  return {
    id: post.id ?? tx.newId(),
    organisation_id: post.organisationId,
    code: post.code,
    name_zh: post.nameZh.trim(),
    name_en: post.nameEn.trim(),
    is_head: post.isHead ?? false,
    duty: post.duty,
    estate_id: post.estateId ?? null,
    stairwell_id: post.stairwellId ?? null,
    position: post.position ?? 0,
    work_zh: post.workZh?.trim() ?? '',
    work_en: post.workEn?.trim() ?? '',
  };
}
