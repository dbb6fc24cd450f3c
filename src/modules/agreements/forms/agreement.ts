import { z } from 'zod';
import { COMMITMENT_PERIODS, MEASURES } from '../contract/commitments.ts';

const text = (least: number, most: number) => z.string().trim().min(least).max(most);
/** Of the row that was changed; 0 for a new one. */
const version = z.coerce.number().int().min(0);

export const draftAgreementForm = z.object({
  id: z.uuid(),
  version,
  label: text(1, 20),
  followsId: z.union([z.uuid(), z.literal('')]).transform((id) => id || null),
  aims: text(10, 5000),
  meetingRules: text(2, 2000),
  disclosure: text(2, 2000),
  statement: z.string().trim().max(1000),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  exitDays: z.coerce.number().int().min(1).max(365),
});
export type DraftAgreement = z.infer<typeof draftAgreementForm>;

const which = { agreementId: z.uuid(), version: z.coerce.number().int().min(1) };

export const draftPartyForm = z.discriminatedUnion('step', [
  z.object({
    ...which,
    step: z.literal('keep-party'),
    organisationId: z.uuid(),
    goals: text(2, 2000),
    duties: text(2, 2000),
    requirements: text(0, 2000),
    interests: text(0, 2000),
  }),
  z.object({ ...which, step: z.literal('drop-party'), organisationId: z.uuid() }),
]);
export type DraftParty = z.infer<typeof draftPartyForm>;

const promise = {
  organisationId: z.uuid(),
  postId: z.uuid(),
  promise: text(4, 500),
  measure: text(4, 500),
  period: z.union([z.enum(COMMITMENT_PERIODS), z.literal('')]).transform((period) => period || null),
  dueOn: z.union([z.iso.date(), z.literal('')]).transform((day) => day || null),
  /** Counted by the program, and from which share on it is enough. */
  measuredBy: z
    .union([z.enum(MEASURES), z.literal('')])
    .default('')
    .transform((measure) => measure || null),
  enoughPercent: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(100)])
    .nullable()
    .default(null),
};

export const draftCommitmentForm = z.discriminatedUnion('step', [
  z.object({ ...which, ...promise, step: z.literal('keep-commitment') }),
  z.object({ ...which, step: z.literal('drop-commitment'), commitmentId: z.uuid() }),
]);
export type DraftCommitment = z.infer<typeof draftCommitmentForm>;

/** What a party takes on after it signed; `replacesId` names what it takes the place of. */
export const takeCommitmentForm = z.object({
  ...promise,
  agreementId: z.uuid(),
  replacesId: z.union([z.uuid(), z.literal('')]).transform((id) => id || null),
});
export type TakeCommitment = z.infer<typeof takeCommitmentForm>;

const move = { id: z.uuid(), version: z.coerce.number().int().min(1) };

export const moveAgreementForm = z.discriminatedUnion('step', [
  z.object({ ...move, step: z.literal('consult-agreement'), until: z.iso.date() }),
  z.object({ ...move, step: z.literal('open-signing'), explanation: text(10, 5000) }),
  z.object({ ...move, step: z.literal('withdraw-agreement') }),
  z.object({ ...move, step: z.literal('review-agreement') }),
  z.object({ ...move, step: z.literal('keep-agreement'), note: text(4, 2000) }),
  z.object({ ...move, step: z.literal('end-agreement'), reason: text(4, 2000) }),
]);
export type MoveAgreement = z.infer<typeof moveAgreementForm>;

export const signAgreementForm = z.object({
  id: z.uuid(),
  /** What the signer had before them: the seal of the text on the page. */
  sealed: z.string(),
  reservation: text(0, 2000),
});
export type SignAgreement = z.infer<typeof signAgreementForm>;

export const paperSignatureForm = signAgreementForm.extend({ organisationId: z.uuid() });
export type PaperSignature = z.infer<typeof paperSignatureForm>;

export const leaveAgreementForm = z.object({ id: z.uuid(), reason: text(4, 1000) });
export type LeaveAgreement = z.infer<typeof leaveAgreementForm>;

export const evidenceForm = z.object({
  instanceId: z.uuid(),
  version: z.coerce.number().int().min(1),
  evidence: text(4, 2000),
});
export type EvidenceCommitment = z.infer<typeof evidenceForm>;

export const judgeForm = z.object({
  instanceId: z.uuid(),
  version: z.coerce.number().int().min(1),
  verdict: z.enum(['CONFIRM', 'SEND_BACK']),
  note: text(0, 1000),
});
export type JudgeCommitment = z.infer<typeof judgeForm>;
