/** What other modules may ask of agreements, in the neighborhood of `tx.actor`. */
export { overdueCommitments } from './queries/commitments/overdue-commitments.ts';
export { rulesInForce, rulesVersion } from './queries/rules/rules-of-procedure.ts';
