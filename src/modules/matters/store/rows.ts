import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';

/** A matter as stored. Statuses, kinds and levels are checked on the way in; see contract.ts for their words. */
export type MatterRow = Selectable<DB['matters.matter']>;
export type NewMatter = Omit<Insertable<DB['matters.matter']>, 'neighborhood_id'>;
/** Columns a command may change. Identity, code and the reporter's snapshot stay as they were that day. */
export type MatterPatch = Partial<
  Omit<
    Updateable<DB['matters.matter']>,
    'neighborhood_id' | 'id' | 'code' | 'version' | 'status' | 'reporter_kind' | 'submitted_at'
  >
>;
export type TimerRow = Selectable<DB['matters.timer']>;
export type TrackRow = Selectable<DB['matters.track']>;
export type FollowUpRow = Selectable<DB['matters.follow_up']>;

type DetailTables = Pick<
  DB,
  | 'matters.note'
  | 'matters.contact'
  | 'matters.home_visit'
  | 'matters.track'
  | 'matters.track_step'
  | 'matters.extension'
  | 'matters.parking'
  | 'matters.returned'
  | 'matters.follow_up'
  | 'matters.explanation'
  | 'matters.withdrawal'
  | 'matters.urge'
  | 'matters.photo'
>;
/** Records that hang on a matter. */
export type DetailTable = keyof DetailTables;
export type NewDetail<T extends DetailTable> = Omit<Insertable<DB[T]>, 'neighborhood_id'>;
export type DetailRow<T extends DetailTable> = Selectable<DB[T]>;
