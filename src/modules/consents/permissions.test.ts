import { expect, it } from 'vitest';
import { COMMAND_RULES } from './permissions.ts';

it('a consent is recorded by the module of its subject only: no command here is anybody’s to start', () => {
  expect(new Set(Object.values(COMMAND_RULES))).toEqual(new Set(['PROGRAM']));
});
