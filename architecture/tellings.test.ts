/** Nobody waits for news that never comes. */
import { expect, it } from 'vitest';
import { TELLINGS } from '#modules/notifications/rules/who-is-told.ts';
import { EVENT_KINDS } from '#modules/oversight/pages/trail/event-key.part.tsx';

it('listens only to events that are written somewhere', () => {
  const kinds = Object.keys(TELLINGS);
  expect(kinds.length).toBeGreaterThan(30);
  expect(kinds.filter((kind) => !EVENT_KINDS.includes(kind))).toEqual([]);
});
