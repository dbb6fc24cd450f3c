/** What other modules may ask of hearings and appraisals, and what the gate calls once a second person has approved. */
export { APPRAISAL_PUBLISHERS } from './commands/appraisal/publish-approved-appraisal.ts';
export { HEARING_PUBLISHERS } from './commands/hearing/publish-approved-answers.ts';
export { MEETING_PUBLISHERS } from './commands/minutes/publish-approved-minutes.ts';
export { openHearings } from './queries/hearing/public-hearings.ts';
export { type MeetingHead, meetingHeads } from './queries/meeting-heads.ts';
export { personalDataOf } from './queries/own-data.ts';
