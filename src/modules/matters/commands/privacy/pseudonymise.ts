import { redact } from '#kernel/personal-data.ts';
import { placeSearchText, placesByIds } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { searchTokens } from '#platform/search/bigrams.ts';
import { FINAL_STATUSES, MATTER_SUBJECT, type MatterStatus } from '../../contract.ts';
import { lockMatter, updateMatter } from '../../store/matters.ts';
import type { MatterRow } from '../../store/rows.ts';

/**
 * Takes the reporter out of closed matters: name, phone, person, household; what the detector finds in the words
 * goes too. What happened, when, how long it took and how it was answered stays for the figures.
 *
 * @param why why it is done now, for the event: a code such as `retention` or `request`.
 * @returns how many were changed; open ones and those done before are left alone.
 * @source PIPL art. 19, 47; domain brief §3.12
 */
export async function pseudonymise(tx: Tx, matterIds: readonly string[], why: string): Promise<number> {
  let done = 0;
  for (const id of matterIds) {
    const row = await lockMatter(tx, id);
    if (!row || row.pseudonymised_at !== null) continue;
    const status = row.status as MatterStatus;
    if (!FINAL_STATUSES.includes(status)) continue;
    const words = {
      title: redact(row.title),
      description: redact(row.description),
      place_note: redact(row.place_note),
    };
    await updateMatter(
      tx,
      id,
      status,
      { ...words, ...NOBODY, pseudonymised_at: tx.now },
      await tokensOf(tx, row, words),
    );
    await appendEvent(tx, {
      subjectKind: MATTER_SUBJECT,
      subjectId: id,
      kind: 'matters.pseudonymised',
      reason: why,
    });
    done += 1;
  }
  if (done > 0) await tx.publicPagesChanged();
  return done;
}

/** The kind of reporter stays: it is counted, and it names nobody. */
const NOBODY = {
  reporter_person_id: null,
  reporter_name: null,
  reporter_phone_cipher: null,
  reporter_phone_index: null,
  reporter_phone_tail_index: null,
  household_unit_id: null,
  unit_id: null,
  external_no: null,
} as const;

async function tokensOf(
  tx: Tx,
  row: MatterRow,
  words: { title: string; description: string; place_note: string },
): Promise<string[]> {
  const ids = {
    estateId: row.estate_id,
    buildingId: row.building_id,
    stairwellId: row.stairwell_id,
    unitId: null,
    commonPartId: row.common_part_id,
  };
  const [place] = await placesByIds(tx, [ids]);
  const where = place ? placeSearchText(place) : '';
  return searchTokens([row.code, words.title, words.description, where, words.place_note].join(' '));
}
