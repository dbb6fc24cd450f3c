/** Who may do what with bodies, meetings, hearings and appraisals, as data. Pure. */
import type { CommandRules } from '#kernel/command-rule.ts';
import type { AppraisalAction } from './contract/appraisal.ts';
import type { HearingAction } from './contract/hearing.ts';
import type { MeetingAction } from './contract/meetings.ts';
import { APPRAISAL_COMMANDS } from './rules/appraisal/appraisal-permissions.ts';
import { HEARING_COMMANDS } from './rules/hearing/hearing-permissions.ts';
import { MEETING_COMMANDS } from './rules/meeting-permissions.ts';

export { APPRAISAL_PERMISSIONS, mayAppraise } from './rules/appraisal/appraisal-permissions.ts';
export { HEARING_PERMISSIONS, mayHear } from './rules/hearing/hearing-permissions.ts';
export {
  MEETING_PERMISSIONS,
  mayConstitute,
  mayMeet,
  readsMeetings,
  standsFor,
} from './rules/meeting-permissions.ts';

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<MeetingAction | HearingAction | AppraisalAction> = {
  ...MEETING_COMMANDS,
  ...HEARING_COMMANDS,
  ...APPRAISAL_COMMANDS,
};
