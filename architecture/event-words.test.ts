/** No event is shown to an auditor by its raw name. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ESCALATION_STEPS, PROGRAM_STEPS, WHISTLE_STEPS } from '#modules/escalations/contract.ts';
import { TIMER_KINDS } from '#modules/matters/contract.ts';
import { TIMED_ACTIONS } from '#modules/matters/rules/lifecycle.ts';
import { MEETING_STEPS } from '#modules/meetings/contract/meetings.ts';
import { EVENT_KINDS, eventKey } from '#modules/oversight/pages/trail/event-key.part.tsx';
import { OTHER_EVENT_KINDS, SUBJECT_KINDS } from '#modules/oversight/rules/event-kinds.ts';
import { PIECE_ACTIONS } from '#modules/redaction/contract.ts';
import { ACTION_STEPS } from '#modules/resolutions/contract.ts';
import { DICTIONARIES } from '#web/words.ts';

const SRC = join(import.meta.dirname, '../src');

/** Files that make a kind from its parts, and which kinds that can be. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  'modules/matters/commands/engine/change-matter.ts': TIMED_ACTIONS.map((action) => `matters.${action}`),
  'modules/matters/commands/engine/fire-timers.ts': TIMER_KINDS.map(
    (kind) => `matters.timer-${kind.toLowerCase().replaceAll('_', '-')}`,
  ),
  'modules/escalations/commands/save-step.ts': [...ESCALATION_STEPS, ...PROGRAM_STEPS].map(
    (step) => `escalations.${step}`,
  ),
  'modules/escalations/commands/move-whistle.ts': WHISTLE_STEPS.map((step) => `escalations.${step}`),
  'modules/meetings/commands/life/move-meeting.ts': MEETING_STEPS.map((step) => `meetings.${step}`),
  'modules/resolutions/commands/move-action.ts': ACTION_STEPS.map((step) => `resolutions.${step}`),
  'modules/redaction/commands/engine/on-piece.ts': PIECE_ACTIONS.map((action) => `redaction.${action}`),
};

/** Kinds a source names: values of `…_EVENTS`, and literals given to an event. */
function kindsIn(source: string): string[] {
  const text = source.replace(/\/\*[\s\S]*?\*\//g, '');
  const tables = [...text.matchAll(/_EVENTS\b[^=]*= \{([^}]*\})/g)].map(([, body]) => body ?? '');
  const named = tables.flatMap((body) => [...body.matchAll(/'([a-z]+\.[a-z0-9-]+)'/g)]);
  const given = [...text.matchAll(/(?:\bkind: |\bnote\(tx, )'([a-z]+\.[a-z0-9-]+)'/g)];
  return [...named, ...given].map(([, kind]) => kind ?? '');
}

const files = globSync('{modules,platform,web,worker}/**/*.ts', { cwd: SRC }).filter(
  (path) => !/\.test\.ts$/.test(path),
);
const sources = new Map(files.map((path) => [path, readFileSync(join(SRC, path), 'utf8')]));
const written = new Set([...[...sources.values()].flatMap(kindsIn), ...Object.values(MADE).flat()]);

describe('every kind of event that is written', () => {
  it('is known to the trail, and the trail knows no other', () => {
    expect(written.size).toBeGreaterThan(40);
    expect([...written].filter((kind) => !EVENT_KINDS.includes(kind)).sort()).toEqual([]);
    expect(OTHER_EVENT_KINDS.filter((kind) => !written.has(kind))).toEqual([]);
  });

  it('is written out, or made in a file whose kinds are listed here', () => {
    const making = [...sources].filter(([, text]) => /\bkind: `/.test(text)).map(([path]) => path);
    expect(making.filter((path) => path.includes('/commands/')).sort()).toEqual(Object.keys(MADE).sort());
  });

  it.each([
    ['Chinese', DICTIONARIES['zh-CN']],
    ['English', DICTIONARIES.en],
  ])('has words in %s, and so has what it is about', (_language, words) => {
    const keys = [
      ...EVENT_KINDS.map(eventKey),
      ...SUBJECT_KINDS.map((kind) => `oversight.subject.${kind}`),
      ...EVENT_KINDS.map((kind) => `oversight.module.${kind.split('.')[0]}`),
    ];
    expect([...new Set(keys)].filter((key) => !Object.hasOwn(words, key))).toEqual([]);
  });
});
