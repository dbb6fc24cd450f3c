import { z } from 'zod';
import { RULE_PARAMETER_NAMES, type RuleParameters } from '../contract/rules-of-procedure.ts';

const parameters = z.custom<RuleParameters>(
  (value) =>
    typeof value === 'object' && value !== null && RULE_PARAMETER_NAMES.every((name) => name in value),
);

export const draftRulesForm = z.object({
  id: z.uuid(),
  /** The version of the row that was changed; 0 for a new one. */
  version: z.coerce.number().int().min(0),
  label: z.string().trim().min(1).max(20),
  body: z.string().trim().min(20).max(20_000),
  parameters,
});
export type DraftRules = z.infer<typeof draftRulesForm>;

const which = { id: z.uuid(), version: z.coerce.number().int().min(1) };

export const moveRulesForm = z.discriminatedUnion('step', [
  z.object({ ...which, step: z.literal('consult-rules'), until: z.iso.date() }),
  z.object({
    ...which,
    step: z.literal('adopt-rules'),
    effectiveFrom: z.iso.date(),
    adoptedBy: z.string().trim().min(2).max(200),
  }),
  z.object({ ...which, step: z.literal('withdraw-rules') }),
]);
export type MoveRules = z.infer<typeof moveRulesForm>;
