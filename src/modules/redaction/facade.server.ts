/** What other modules may ask of the gate before something is published. */
export { endPiecesOf, openPiece } from './commands/open-piece.ts';
export { publishAlone } from './commands/publish-alone.ts';
export { approvalsOf } from './queries/approvals.ts';
export { countWaitingForSecond } from './queries/desk-pieces.ts';
