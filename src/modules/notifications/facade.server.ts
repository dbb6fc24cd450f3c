/** What the shell and "my data" may ask of notifications. */
export { unreadOf } from './queries/own-bell.ts';
export { personalDataOf } from './queries/own-data.ts';
