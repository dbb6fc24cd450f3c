/** What other modules and composite pages may ask of matters. */

export { changeConsent } from './commands/citizen/change-consent.ts';
/** Tells a matter that it climbed, and its reporter with it. */
export { tellClimb } from './commands/decisions/tell-climb.ts';
/** Tells matters what a meeting resolved about them, and their reporters with them. */
export { tellDecision } from './commands/decisions/tell-decision.ts';
/** Raises a matter for another module, e.g. a finding of a team (channel `PATROL`). */
export { submitMatter } from './commands/intake/submit-matter.ts';
export { pseudonymise } from './commands/privacy/pseudonymise.ts';
export { MATTER_PUBLISHERS } from './commands/publishing/publish-approved.ts';
export { briefOfMatter } from './queries/agenda/brief-photos.ts';
export { type ClimbingMatter, climbingMatters } from './queries/agenda/climbing.ts';
export { mattersForAgenda } from './queries/agenda/for-agenda.ts';
export { type InTimeDay, inTimeByDay } from './queries/agenda/in-time.ts';
export { type LevelCounts, levelCounts } from './queries/desk/level-counts.ts';
export { matterIdByCode, matterTraces } from './queries/desk/matter-traces.ts';
export { openMattersOf } from './queries/hand-over/open-work.ts';
export { closedMattersOf, mattersPastPeriod } from './queries/privacy/past-period.ts';
export { recentResults } from './queries/public/board-items.ts';
export { publicRates } from './queries/public/public-rates.ts';
export { ownMattersByConsent } from './queries/resident/consents.ts';
export { matterIdsOf, personalDataOf } from './queries/resident/own-data.ts';
export { countWaitingForMe } from './queries/resident/own-matters.ts';
export { raisedBy } from './queries/resident/raised-by.ts';
export { matterCodes, whomToTell } from './queries/telling/whom-to-tell.ts';
