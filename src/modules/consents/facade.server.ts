/** What other modules may ask of consents. */
export { recordConsent } from './commands/record-consent.ts';
export { consentsAbout, consentsOf } from './queries/consents.ts';
