/** What commands on an existing matter take; the pages' forms and the commands share these. */
import { z } from 'zod';
import {
  CONTACT_CHANNELS,
  CONTACT_RESULTS,
  DECLINE_REASONS,
  LEVELS,
  MATTER_KINDS,
  MATTER_ROLES,
  PARKING_CAUSES,
  TRACK_KINDS,
} from '../contract.ts';

const id = z.uuid();
/** Sentences people write: trimmed, not empty, not a book. */
const said = (max: number) => z.string().trim().min(1).max(max);
const maybe = (max: number) => z.string().trim().max(max).default('');
const day = z.iso.date();
/** Check boxes come as 'on', JSON as true. */
const flag = z.preprocess((v) => v === true || v === 'on' || v === 'true' || v === '1', z.boolean());
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]), z.array(item));
const optionalId = z.preprocess((v) => (v === '' ? undefined : v), id.optional());

const target = { matterId: id, version: z.coerce.number().int().optional() };

/** By oneself `how` is left out; staff say how they heard it and who was there. */
export const consentForm = z.object({
  ...target,
  purpose: z.enum(['PUBLISH_MATTER', 'REVEAL_REPORTER']),
  state: z.enum(['GIVEN', 'WITHDRAWN']),
  how: z.enum(['SPOKEN', 'PAPER']).optional(),
  witnessPostId: optionalId,
});
export const acceptForm = z.object({ ...target });
export const declineForm = z.object({
  ...target,
  reason: z.enum(DECLINE_REASONS),
  explanation: said(500),
  whereToTurn: maybe(200),
});
export const appealForm = z.object({ ...target, text: said(500) });
export const mergeForm = z.object({ ...target, intoId: id });
export const reclassifyForm = z.object({
  ...target,
  kind: z.enum(MATTER_KINDS),
  category: z.string().regex(/^[A-H]\d\d$/),
  level: z.enum(LEVELS),
  complainedOrgId: optionalId,
  reason: said(200),
});
export const assignForm = z.object({
  ...target,
  leadOrgId: id,
  leadPostId: optionalId,
  coHandlerOrgIds: many(id),
  note: maybe(500),
});
export const acceptAssignmentForm = z.object({ ...target, postId: id });
export const returnForm = z.object({ ...target, basis: said(500), suggestedOrgId: optionalId });
export const ruleOnReturnForm = z.object({
  ...target,
  leadOrgId: id,
  leadPostId: optionalId,
  ruling: said(500),
});
export const contactForm = z.object({
  ...target,
  channel: z.enum(CONTACT_CHANNELS),
  result: z.enum(CONTACT_RESULTS),
  note: maybe(500),
});
export const noteForm = z.object({ ...target, visibility: z.enum(['PUBLIC', 'INTERNAL']), text: said(1000) });
export const visitForm = z.object({
  ...target,
  visitId: optionalId,
  state: z.enum(['PLANNED', 'DONE', 'NOT_HOME', 'DECLINED']),
  plannedFor: z.coerce.date(),
  visitors: said(100),
  households: z.coerce.number().int().min(1).max(2000).default(1),
  needs: maybe(1000),
  views: maybe(1000),
});
export const tracksForm = z.object({
  ...target,
  residentPostId: id,
  residentDueOn: day,
  coordinationPostId: id,
  coordinationDueOn: day,
});
export const trackStepForm = z.object({
  ...target,
  track: z.enum(TRACK_KINDS),
  stepId: optionalId,
  text: maybe(200),
  done: flag,
});
export const closeTrackForm = z.object({ ...target, track: z.enum(TRACK_KINDS), summary: said(500) });
export const roleForm = z.object({ ...target, role: z.enum(MATTER_ROLES), postId: id });
export const coHandlersForm = z.object({ ...target, orgIds: many(id) });
export const waitForm = z.object({ ...target, reason: said(300) });
export const extensionForm = z.object({ ...target, reason: said(500), newDueOn: day });
export const decideForm = z.object({ ...target, approve: flag, note: maybe(500) });
export const parkingForm = z.object({
  ...target,
  cause: z.enum(PARKING_CAUSES),
  reason: said(500),
  unlockCondition: said(300),
  ownerOrgId: id,
  interimMeasure: said(300),
  reviewOn: day,
});
export const superviseForm = z.object({
  ...target,
  level: z.coerce.number().int().min(1).max(3),
  reason: said(300),
});
export const reasonForm = z.object({ ...target, reason: said(500) });
export const doneForm = z.object({ ...target, summary: said(1000), publicLine: maybe(120) });
export const followUpForm = z.object({
  ...target,
  outcome: z.enum(['ANSWERED', 'NO_ANSWER']),
  resolved: z.enum(['yes', 'no']).optional(),
  satisfaction: z.coerce.number().int().min(1).max(5).optional(),
  text: maybe(1000),
});
export const answerForm = z.object({
  ...target,
  resolved: z.enum(['yes', 'no']),
  satisfaction: z.coerce.number().int().min(1).max(5),
  text: maybe(1000),
});
export const ruleOnRedoForm = z.object({
  ...target,
  leadOrgId: optionalId,
  leadPostId: optionalId,
  ruling: said(500),
  days: z.coerce.number().int().min(1).max(15).default(3),
});
export const explanationForm = z.object({ ...target, text: said(2000), remedies: said(1000) });
export const reopenForm = z.object({ ...target, reason: said(500) });
export const withdrawalForm = z.object({ ...target, reason: maybe(300) });
export const decideWithdrawalForm = z.object({
  ...target,
  reached: z.enum(CONTACT_RESULTS),
  freeWill: flag,
  keepOpen: flag,
  note: maybe(500),
});
export const replyForm = z.object({ ...target, text: said(500) });
export const urgeForm = z.object({ ...target, text: maybe(200) });
export const endorseForm = z.object({ ...target, unitId: id });
export const externalForm = z.object({
  ...target,
  externalNo: said(40),
  externalDueAt: z.coerce.date().optional(),
});
export const correctEntryForm = z.object({
  ...target,
  title: said(60),
  description: said(2000),
  reason: said(200),
});

export type AcceptMatter = z.infer<typeof acceptForm>;
export type DeclineMatter = z.infer<typeof declineForm>;
export type AppealDecline = z.infer<typeof appealForm>;
export type MergeMatter = z.infer<typeof mergeForm>;
export type ReclassifyMatter = z.infer<typeof reclassifyForm>;
export type AssignMatter = z.infer<typeof assignForm>;
export type AcceptAssignment = z.infer<typeof acceptAssignmentForm>;
export type ReturnAssignment = z.infer<typeof returnForm>;
export type RuleOnReturn = z.infer<typeof ruleOnReturnForm>;
export type RecordContact = z.infer<typeof contactForm>;
export type AddNote = z.infer<typeof noteForm>;
export type RecordVisit = z.infer<typeof visitForm>;
export type OpenTracks = z.infer<typeof tracksForm>;
export type UpdateTrack = z.infer<typeof trackStepForm>;
export type CloseTrack = z.infer<typeof closeTrackForm>;
export type SetRole = z.infer<typeof roleForm>;
export type SetCoHandlers = z.infer<typeof coHandlersForm>;
export type WaitFor = z.infer<typeof waitForm>;
export type RequestExtension = z.infer<typeof extensionForm>;
export type Decide = z.infer<typeof decideForm>;
export type RequestParking = z.infer<typeof parkingForm>;
export type Supervise = z.infer<typeof superviseForm>;
export type WithReason = z.infer<typeof reasonForm>;
export type ReportDone = z.infer<typeof doneForm>;
export type RecordFollowUp = z.infer<typeof followUpForm>;
export type AnswerFollowUp = z.infer<typeof answerForm> & { readonly provenByPin?: boolean };
export type RuleOnRedo = z.infer<typeof ruleOnRedoForm>;
export type ProposeExplanation = z.infer<typeof explanationForm>;
export type ReopenMatter = z.infer<typeof reopenForm> & { readonly provenByPin?: boolean };
export type AskWithdrawal = z.infer<typeof withdrawalForm> & { readonly provenByPin?: boolean };
export type DecideWithdrawal = z.infer<typeof decideWithdrawalForm>;
export type ChangeConsent = z.infer<typeof consentForm> & { readonly provenByPin?: boolean };
export type ReplyToHandlers = z.infer<typeof replyForm> & { readonly provenByPin?: boolean };
export type UrgeMatter = z.infer<typeof urgeForm> & { readonly provenByPin?: boolean };
export type EndorseMatter = z.infer<typeof endorseForm>;
export type LinkExternal = z.infer<typeof externalForm>;
export type CorrectEntry = z.infer<typeof correctEntryForm>;
