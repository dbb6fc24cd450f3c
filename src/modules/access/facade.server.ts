/** What others may ask about getting in. Every function works in the neighborhood of `tx.actor`. */
export { acceptInvitation } from './commands/invitations/accept-invitation.ts';
export { resetSecondFactor } from './commands/invitations/reset-second-factor.ts';
export { setUpNeighborhood } from './commands/neighborhoods/set-up-neighborhood.ts';
export { invitationView } from './queries/invitations/invitation-view.ts';
export { waitingToJoin } from './queries/joining/join-queue.ts';
export { foundingNames } from './queries/neighborhoods/founding-names.ts';
export { personalDataOf } from './queries/own-invitations.ts';
export { principalsOf } from './queries/proxies/proxies.ts';
