/** What other modules may ask of escalations, in the neighborhood of `tx.actor`. */
export {
  escalationDecided,
  escalationLeftToOwners,
  escalationSentBack,
  scheduleEscalation,
} from './commands/on-agenda.ts';
export {
  agendaCandidates,
  matterOfEscalation,
  mattersOfEscalations,
  mattersTakenUp,
} from './queries/agenda-candidates.ts';
export { escalationsWaiting } from './queries/escalation-list.ts';
