/** What others may ask about getting in. Every function works in the neighborhood of `tx.actor`. */
export { acceptInvitation } from './commands/invitations/accept-invitation.ts';
export { invitationView } from './queries/invitations/invitation-view.ts';
