import type { TwoNames } from '#modules/registry/contract.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import { resolutionsOf } from '#modules/resolutions/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { ITEM_FIELDS, type ItemField } from '../contract/meetings.ts';
import { type ItemRow, itemsOf, positionsOf, recusalsOf, textsOf } from '../store/agenda.ts';

/** A field of an item as it is written now; version 0: nobody has. */
export type WrittenField = { readonly text: string; readonly version: number };

/** What an organisation says to an item, as its own words. */
export type PositionView = {
  readonly orgId: string;
  readonly org: TwoNames;
  readonly text: string;
  readonly isReservation: boolean;
  readonly isNamed: boolean;
  readonly version: number;
};

/** Items of a meeting in their order, without those taken off; positions only for who sits there. */
export async function agendaOf(tx: Tx, meetingId: string, withPositions: boolean) {
  const rows = (await itemsOf(tx, meetingId)).filter(({ state }) => state !== 'DROPPED');
  const ids = rows.map((row) => row.id);
  const texts = await textsOf(tx, ids);
  const positions = withPositions ? await positionsOf(tx, ids) : [];
  const recusals = await recusalsOf(tx, ids);
  const resolutions = await resolutionsOf(tx, meetingId);
  const orgs = await organisationsByIds(tx, [
    ...rows.flatMap((row) => [row.lead_org_id, row.proposed_to_org_id].filter((id) => id !== null)),
    ...positions.map((one) => one.org_id),
    ...recusals.map((one) => one.org_id),
  ]);
  const nameOf = (id: string): TwoNames => orgs.get(id) ?? { nameZh: '', nameEn: '' };
  return rows.map((row, at) => ({
    ...itemOf(row),
    n: at + 1,
    lead: row.lead_org_id ? { id: row.lead_org_id, ...nameOf(row.lead_org_id) } : null,
    proposedTo: row.proposed_to_org_id ? nameOf(row.proposed_to_org_id) : null,
    texts: fieldsOf(texts.filter((one) => one.item_id === row.id)),
    positions: positions
      .filter((one) => one.item_id === row.id)
      .map(
        (one): PositionView => ({
          orgId: one.org_id,
          org: nameOf(one.org_id),
          text: one.text,
          isReservation: one.is_reservation,
          isNamed: one.is_named,
          version: one.version,
        }),
      ),
    recused: recusals.filter((one) => one.item_id === row.id).map((one) => nameOf(one.org_id)),
    resolutions: resolutions.filter((one) => one.itemId === row.id),
  }));
}
export type ItemView = Awaited<ReturnType<typeof agendaOf>>[number];

function itemOf(row: ItemRow) {
  return {
    id: row.id,
    version: row.version,
    isEarlier: row.source === 'EARLIER_DECISIONS',
    title: row.title,
    question: row.question,
    background: row.background,
    facts: row.facts,
    minutes: row.minutes,
    source: row.source,
    guests: row.guests,
    options: row.options.split('\n').filter((line) => line.trim() !== ''),
    signatures: row.signed_seat_ids.length,
    lateReason: row.late_reason,
    state: row.state,
    outcome: row.outcome,
    outcomeText: row.outcome_text,
    reason: row.reason,
    openedAt: row.opened_at,
  };
}

function fieldsOf(
  rows: readonly { readonly field: ItemField; readonly text: string; readonly version: number }[],
) {
  return Object.fromEntries(
    ITEM_FIELDS.map((field) => {
      const row = rows.find((one) => one.field === field);
      return [field, { text: row?.text ?? '', version: row?.version ?? 0 }];
    }),
  ) as Record<ItemField, WrittenField>;
}
