import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modulePublishers } from './publishers.ts';

const WORDS = join(import.meta.dirname, '../modules/redaction/words');

function words(language: string): Readonly<Record<string, string>> {
  const files = globSync(`${WORDS}/*${language}.json`);
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8'))));
}

describe('what passes the gate', () => {
  it.each(['zh-CN', 'en'])('has a name in %s, whatever kind it is', (language) => {
    const known = words(language);
    const kinds = Object.keys(modulePublishers);
    expect(kinds).toContain('meeting-minutes');
    expect(kinds.filter((kind) => !known[`redaction.subject.${kind}`])).toEqual([]);
  });
});
