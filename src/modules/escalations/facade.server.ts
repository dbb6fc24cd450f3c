/** What other modules may ask of escalations, in the neighborhood of `tx.actor`. */
export { escalationDecided, escalationLeftToOwners, scheduleEscalation } from './commands/on-agenda.ts';
export { agendaCandidates, matterOfEscalation } from './queries/agenda-candidates.ts';
