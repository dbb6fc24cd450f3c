/** Organisations over time: services, posts with their holders, terms, teams. Pure. */
import type { OrgKind } from '#kernel/actor.ts';
import type { Day, Duty, Holder, TeamKind, TwoNames } from '../contract.ts';

/** Events about organisations, posts, terms and teams; they hold ids and days, never names. */
export const ORGANISATION_EVENTS = {
  corrected: 'registry.organisation-corrected',
  serviceBegan: 'registry.service-began',
  serviceEnded: 'registry.service-ended',
  /** Payload {@link ServicePassedOn}: from its day on the successor does what the old company did. */
  servicePassedOn: 'registry.service-passed-on',
  postCorrected: 'registry.post-corrected',
  postClosed: 'registry.post-closed',
  appointmentExtended: 'registry.appointment-extended',
  teamCorrected: 'registry.team-corrected',
  teamMemberJoined: 'registry.team-member-joined',
  teamMemberLeft: 'registry.team-member-left',
  teamLeaderChanged: 'registry.team-leader-changed',
  termEntered: 'registry.term-entered',
  termReported: 'registry.term-reported',
  handOverBegun: 'registry.hand-over-begun',
  handOverAccepted: 'registry.hand-over-accepted',
  committeeRulesChanged: 'registry.committee-rules-changed',
  /** Names the branch's list and nobody in it: an event is read by more people than a membership is. */
  membersChanged: 'registry.party-members-changed',
} as const;

/** Kinds of subjects of these events. */
export const ORGANISATION_SUBJECTS = {
  term: 'committee-term',
  team: 'team',
  members: 'party-members',
} as const;

/** Payload of `registry.service-passed-on`. */
export type ServicePassedOn = {
  readonly estateId: string;
  readonly fromOrgId: string;
  readonly toOrgId: string;
  /** First day of the successor. */
  readonly day: Day;
};

/** How long an organisation served or serves an estate. */
export type Service = {
  readonly organisationId: string;
  readonly estateId: string;
  readonly fromDay: Day;
  readonly toDay: Day | null;
  /** The company it took over from. */
  readonly tookOverFrom: string | null;
};

/** A post as its page shows it. */
export type KeptPost = TwoNames & {
  readonly id: string;
  readonly version: number;
  readonly orgId: string;
  readonly orgKind: OrgKind;
  readonly code: string;
  readonly duty: Duty;
  readonly isHead: boolean;
  readonly workZh: string;
  readonly workEn: string;
  readonly closedOn: Day | null;
};

/** An appointment with its holder's name. */
export type KeptAppointment = {
  readonly id: string;
  readonly postId: string;
  readonly personId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly fromDay: Day;
  readonly toDay: Day | null;
};

/** A post with who does its work today and who held it before. */
export type PostFile = KeptPost & {
  readonly holder: Holder | null;
  readonly now: KeptAppointment | null;
  readonly later: readonly KeptAppointment[];
  readonly before: readonly KeptAppointment[];
};

/** A team as its page shows it. */
export type KeptTeam = TwoNames & {
  readonly id: string;
  readonly version: number;
  readonly kind: TeamKind;
  readonly scheduleZh: string;
  readonly scheduleEn: string;
  readonly organisationId: string | null;
  readonly closedOn: Day | null;
};

export type TeamMember = {
  readonly personId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly estateId: string | null;
  readonly isLeader: boolean;
  readonly fromDay: Day;
  readonly toDay: Day | null;
};
