/** Who may do what with an appraisal (domain brief §3.6, §3.16, §4.14), as data. Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import type { AppraisalAction, AppraisalFacts } from '../../contract/appraisal.ts';

/**
 * `others-work` of an organisation that is not the one appraised · `committees-work` when it is the residents'
 * committee that is appraised · `own-work` of the organisation appraised · `code` whoever holds a slip.
 */
type Grant = {
  readonly roles: readonly Role[];
  readonly as: 'others-work' | 'committees-work' | 'own-work' | 'code';
};

/**
 * The residents' committee convenes, and the general branch when it is the committee itself that is appraised. Whoever
 * is appraised neither hands out nor counts slips.
 */
const CONVENER: readonly Grant[] = [
  { roles: ['RC'], as: 'others-work' },
  { roles: ['GB'], as: 'committees-work' },
];

export const APPRAISAL_PERMISSIONS: Readonly<Record<AppraisalAction, readonly Grant[]>> = {
  'plan-appraisal': CONVENER,
  'report-on-self': [{ roles: ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL', 'VOL'], as: 'own-work' }],
  'open-scoring': CONVENER,
  'cast-slip': [{ roles: ['ANON'], as: 'code' }],
  'enter-slip': CONVENER,
  'count-slips': CONVENER,
  'list-rectification': CONVENER,
  'publish-appraisal': CONVENER,
  'cancel-appraisal': CONVENER,
};

/** Who may start each command of an appraisal: file name in commands/ → action. */
export const APPRAISAL_COMMANDS: CommandRules<AppraisalAction> = {
  'plan-appraisal': 'plan-appraisal',
  'report-on-self': 'report-on-self',
  'open-scoring': 'open-scoring',
  'cast-slip': ['cast-slip', 'enter-slip'],
  'count-slips': 'count-slips',
  'list-rectification': 'list-rectification',
  'publish-appraisal': 'publish-appraisal',
  'publish-approved-appraisal': 'publish-appraisal',
  'appraisal-for.part': 'PART',
  'cancel-appraisal': 'cancel-appraisal',
};

type Work = Pick<AppraisalFacts, 'orgId' | 'isOfCommittee'>;

/** Why the actor may never take this step with this appraisal, or null. Says nothing of its state. */
export function mayAppraise(actor: Actor, action: AppraisalAction, work: Work): Refusal | null {
  const isOwn = actor.post?.orgId === work.orgId;
  const granted = APPRAISAL_PERMISSIONS[action].some(({ roles, as }) => {
    if (!roles.includes(actor.role)) return false;
    if (as === 'code') return true;
    if (actor.post === null) return false;
    if (as === 'own-work') return isOwn;
    return !isOwn && work.isOfCommittee === (as === 'committees-work');
  });
  if (granted) return null;
  const isConvening = APPRAISAL_PERMISSIONS[action] === CONVENER;
  return refuse(isConvening && isOwn ? 'meetings.not-your-own-work' : 'meetings.appraisal-not-yours', {
    source: 'DOMAIN §3.16',
  }).refusal;
}
