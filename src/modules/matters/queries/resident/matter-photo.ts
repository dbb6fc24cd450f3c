import type { Tx } from '#platform/db/database.ts';
import { pictureBytes, pictureSubject } from '#platform/files/stored-pictures.ts';
import { MATTER_SUBJECT, type MatterFacts } from '../../contract.ts';
import { reporterView, visibleTo } from '../../permissions.ts';
import { factsOf } from '../../store/facts.ts';
import { findMatter } from '../../store/matters.ts';

/** Bytes of a photo. */
export type MatterPhoto = { readonly contentType: string; readonly bytes: Buffer };

/**
 * Whether somebody may see the photos of a matter: its reporter; the coordinators, street and auditor; the
 * organisations that handle it. Never the organisation complained about unless the reporter agreed, since a
 * view from a window tells who lives there (domain brief §3.12).
 */
function maySee(tx: Tx, facts: MatterFacts & { readonly revealReporter: boolean }): boolean {
  const view = reporterView(tx.actor, facts);
  if (view === 'FULL') return true;
  if (visibleTo(tx.actor).kind === 'everything') return view !== 'HIDDEN';
  const org = tx.actor.post?.orgId;
  if (org === undefined || (org === facts.complainedOrgId && !facts.revealReporter)) return false;
  return org === facts.leadOrgId || facts.coHandlerOrgIds.includes(org);
}

/** A photo of a matter, or null when there is none or it is not for the actor to see. */
export async function matterPhoto(
  tx: Tx,
  fileId: string,
  size: 'FULL' | 'THUMBNAIL',
  provenCodes: ReadonlySet<string>,
): Promise<MatterPhoto | null> {
  const subject = await pictureSubject(tx, fileId);
  if (subject?.kind !== MATTER_SUBJECT) return null;
  const row = await findMatter(tx, subject.subjectId);
  if (!row) return null;
  const facts = await factsOf(tx, row, [], provenCodes.has(row.code));
  return maySee(tx, facts) ? pictureBytes(tx, fileId, size) : null;
}
