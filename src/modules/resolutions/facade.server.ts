/** What other modules may ask of resolutions, in the neighborhood of `tx.actor`. */
export { adoptResolution } from './commands/adopt-resolution.part.ts';
export { type DueDate, dueDatesOf } from './queries/due-dates.ts';
export { actionHeads, resolutionCodes } from './queries/heads.ts';
export { personalDataOf } from './queries/own-answers.ts';
export { actionsSince, resolutionsOf } from './queries/resolution-views.ts';
