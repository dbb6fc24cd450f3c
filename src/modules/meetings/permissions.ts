/** Who may do what with hearings and appraisals, as data. Pure. */
import type { CommandRules } from '#kernel/command-rule.ts';
import type { AppraisalAction } from './contract/appraisal.ts';
import type { HearingAction } from './contract/hearing.ts';
import { APPRAISAL_COMMANDS } from './rules/appraisal/appraisal-permissions.ts';
import { HEARING_COMMANDS } from './rules/hearing/hearing-permissions.ts';

export { APPRAISAL_PERMISSIONS, mayAppraise } from './rules/appraisal/appraisal-permissions.ts';
export { HEARING_PERMISSIONS, mayHear } from './rules/hearing/hearing-permissions.ts';

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<HearingAction | AppraisalAction> = {
  ...HEARING_COMMANDS,
  ...APPRAISAL_COMMANDS,
};
