import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS } from '../../contract/organisations.ts';
import { DUTIES, type Duty, REGISTRY_SUBJECTS, type TwoNames } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { soundNames, soundText } from '../../rules/organisations/typed.ts';
import { keptPosts, updatePost } from '../../store/organisations/kept-posts.ts';

export type CorrectPost = TwoNames & {
  readonly postId: string;
  readonly version: number;
  /** What the post does, in words. */
  readonly workZh: string;
  readonly workEn: string;
  readonly duty: string;
};

/**
 * Puts a post right: its names, what it does, its duty. The head's post stays the head's.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.post-unknown`, `registry.changed-meanwhile`,
 *   `registry.name-missing`, `registry.name-too-long`, `registry.choose-one`, `registry.head-post-stays`.
 */
export async function correctPost(tx: Tx, given: CorrectPost): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'add-post');
  if (!may.ok) return may;
  const [before] = isUuid(given.postId) ? await keptPosts(tx, { postId: given.postId }) : [];
  if (!before) return refuse('registry.post-unknown');
  const names = soundNames(given);
  if (!names.ok) return names;
  const workZh = soundText(given.workZh, 'workZh');
  if (!workZh.ok) return workZh;
  const workEn = soundText(given.workEn, 'workEn');
  if (!workEn.ok) return workEn;
  const duty = DUTIES.find((one) => one === given.duty);
  if (!duty) return refuse('registry.choose-one', { field: 'duty' });
  if ((duty === 'HEAD') !== before.isHead) return refuse('registry.head-post-stays', { field: 'duty' });
  const patch = {
    name_zh: names.value.nameZh,
    name_en: names.value.nameEn,
    work_zh: workZh.value,
    work_en: workEn.value,
    duty: duty as Duty,
  };
  if (!(await updatePost(tx, before.id, given.version, patch))) return refuse('registry.changed-meanwhile');
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.post,
    subjectId: before.id,
    kind: ORGANISATION_EVENTS.postCorrected,
    data: { before: { nameZh: before.nameZh, nameEn: before.nameEn, duty: before.duty }, duty },
  });
  return ok();
}
