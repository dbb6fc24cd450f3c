import type { PublicKind } from '#modules/notices/contract/public.ts';
import type { EstateCode } from '../../neighborhood/ids.ts';
import type { PostKey } from '../../neighborhood/staff-posts/staff.ts';

export type ToldObjection = {
  readonly at: string;
  /** A neighbor who objects on the page: the n-th plain owner of the estate; or on paper, with a name. */
  readonly by: number | string;
  readonly says: string;
  /** Without it nobody has answered yet. */
  readonly answered?: {
    readonly at: string;
    readonly outcome: 'ADOPTED' | 'PARTLY' | 'NOT_ADOPTED';
    readonly gist: string;
    readonly answer: string;
  };
};

/** A notice of the demo's year: who published what when, what became of it. */
export type ToldNotice = {
  readonly name: string;
  readonly at: string;
  readonly by: PostKey;
  readonly kind: PublicKind;
  readonly title: string;
  readonly body: string;
  readonly basis: string;
  readonly estate: EstateCode | null;
  readonly buildings?: readonly number[];
  readonly days: number;
  /** When it is to be read from, when that is later. */
  readonly from?: string;
  /** The notice it takes the place of, and why. */
  readonly instead?: { readonly of: string; readonly reason: string };
  /** Why it went out at once. */
  readonly emergency?: string;
  readonly desk: string;
  readonly phone: 'residentsCommittee' | 'generalBranch' | 'propertyZj' | 'propertyCs' | 'propertyLb';
  readonly posted?: readonly {
    readonly at: string;
    readonly place: string;
    readonly wrong?: boolean;
    readonly down?: string;
  }[];
  readonly outage?: {
    readonly at: string;
    readonly from: string;
    readonly to: string;
    readonly reason: string;
  };
  readonly objections?: readonly ToldObjection[];
};

const COMMITTEE_DESK = '居委会一楼接待台';
/** Objections go to the residents' committee. */
export const OFFICE = { desk: COMMITTEE_DESK, phone: 'residentsCommittee' } as const;
