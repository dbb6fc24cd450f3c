import { describe, expect, it } from 'vitest';
import { RELATIONS, SUBJECT_PAGES, TOPICS } from '../contract.ts';
import en from '../words/news.en.json' with { type: 'json' };
import zh from '../words/news.zh-CN.json' with { type: 'json' };
import { MESSAGES, pageOfMessage, TELLINGS, topicOf, urgencyOf } from './who-is-told.ts';

describe('who is told', () => {
  it('every sentence has words in both languages, and there are no words for none', () => {
    const keys = MESSAGES.map((message) => `notifications.news.${message}`).sort();
    expect(Object.keys(zh).sort()).toEqual(keys);
    expect(Object.keys(en).sort()).toEqual(keys);
  });

  it('every relation, topic and page is used by some sentence', () => {
    const tellings = Object.values(TELLINGS).flat();
    expect(new Set(tellings.map(({ to }) => to))).toEqual(new Set(RELATIONS));
    expect(new Set(MESSAGES.map(topicOf))).toEqual(new Set(TOPICS));
    expect(new Set(MESSAGES.map(pageOfMessage))).toEqual(new Set(SUBJECT_PAGES));
  });

  it('a reporter is led to their own page and never to the desk', () => {
    const toReporters = Object.values(TELLINGS)
      .flat()
      .filter(({ to }) => to === 'REPORTER');
    expect(toReporters.length).toBeGreaterThan(10);
    for (const { message } of toReporters)
      expect([message, pageOfMessage(message), topicOf(message)]).toEqual([
        message,
        'OWN_MATTER',
        'MY_MATTERS',
      ]);
  });

  it('only a notice of an emergency is one: nothing else breaks into the night', () => {
    for (const telling of Object.values(TELLINGS).flat()) {
      expect(urgencyOf(telling, false)).toBe(telling.urgency);
      expect(urgencyOf(telling, true)).toBe(telling.to === 'READERS' ? 'EMERGENCY' : telling.urgency);
    }
  });

  it('what turns red is told to the organisation, the post and the street', () => {
    expect(TELLINGS['resolutions.long-overdue']?.map(({ to }) => to)).toEqual([
      'LEAD_HEAD',
      'ACTION_POSTS',
      'STREET',
    ]);
  });
});
