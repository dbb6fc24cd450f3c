import { expect, test } from 'vitest';
import { listenRefusal, progressLine, StartRefusal } from './start-refusal.ts';

test('a refusal says its reason in Chinese, then in English, with its values', () => {
  const refusal = new StartRefusal('start.data-folder-used', { folder: '/srv/data', pid: 4711 });
  const [chinese, english] = refusal.sentence.split('\n');
  expect(chinese).toMatch(/\/srv\/data.*4711/);
  expect(english).toBe(
    'The data folder /srv/data is used by another running copy (process 4711). Stop that one first, or choose another folder with XIESHOU_DATA.',
  );
});

test('a refusal without words is a mistake of ours and says so', () => {
  expect(() => new StartRefusal('start.never-written')).toThrow('No words for refusal.start.never-written');
});

test('a line of progress has both languages', () => {
  expect(progressLine('start.migrating', { name: '0001-platform.sql' })).toMatch(
    /\p{Script=Han}.*0001-platform\.sql Upgrading the database: 0001-platform\.sql$/u,
  );
});

test('a port that is taken is told with another one to try', () => {
  const error = Object.assign(new Error('listen'), { code: 'EADDRINUSE' });
  const refusal = listenRefusal(error, '127.0.0.1', 3000);
  expect(refusal).toBeInstanceOf(StartRefusal);
  expect((refusal as StartRefusal).code).toBe('start.port-taken');
  expect((refusal as StartRefusal).sentence).toContain('PORT=3001 npm start');
});

test('a port that needs more rights is told, and a strange error stays what it is', () => {
  const forbidden = listenRefusal(Object.assign(new Error('listen'), { code: 'EACCES' }), '0.0.0.0', 80);
  expect((forbidden as StartRefusal).code).toBe('start.port-forbidden');
  const strange = new Error('strange');
  expect(listenRefusal(strange, '127.0.0.1', 3000)).toBe(strange);
});
