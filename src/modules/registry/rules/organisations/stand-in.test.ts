import { describe, expect, it } from 'vitest';
import { type AppointmentFacts, type PostDuty, whoDoesTheWork } from './stand-in.ts';

const DAY = '2026-11-20';
const post = (id: string, duty: PostDuty['duty'], position = 0): PostDuty => ({
  id,
  duty,
  isHead: duty === 'HEAD',
  position,
});
const POSTS = [
  post('head', 'HEAD'),
  post('deputy-2', 'DEPUTY', 2),
  post('deputy-1', 'DEPUTY', 1),
  post('desk', 'DESK'),
];
const held = (
  postId: string,
  person: string,
  fromDay = '2026-01-01',
  toDay: string | null = null,
): AppointmentFacts => ({
  postId,
  personId: person,
  name: person,
  nameEn: null,
  fromDay,
  toDay,
});
const ALL = [held('head', 'zhou'), held('deputy-1', 'wu'), held('deputy-2', 'li'), held('desk', 'chen')];
const without = (...posts: string[]) => ALL.filter((a) => !posts.includes(a.postId));
const doing = (appointments: readonly AppointmentFacts[], day = DAY) =>
  whoDoesTheWork('desk', POSTS, appointments, day);

describe('who does the work of a post', () => {
  it('its holder does', () => {
    expect(doing(ALL)).toEqual({
      postId: 'desk',
      personId: 'chen',
      name: 'chen',
      nameEn: null,
      since: '2026-01-01',
      as: 'HOLDER',
    });
  });

  it('the first deputy does while the post is vacant', () => {
    expect(doing(without('desk'))).toMatchObject({ postId: 'deputy-1', personId: 'wu', as: 'DEPUTY' });
  });

  it('the second deputy does when the first deputy’s post is vacant too', () => {
    expect(doing(without('desk', 'deputy-1'))).toMatchObject({ personId: 'li', as: 'DEPUTY' });
  });

  it('the head does when there is no deputy', () => {
    expect(doing(without('desk', 'deputy-1', 'deputy-2'))).toMatchObject({ personId: 'zhou', as: 'HEAD' });
  });

  it('nobody does when all are vacant', () => {
    expect(doing([])).toBeNull();
  });

  it('the first and the last day of an appointment belong to it', () => {
    const term = [held('desk', 'chen', '2026-03-01', '2026-06-30')];
    const on = (day: string) => doing(term, day)?.personId ?? null;
    expect(['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([
      null,
      'chen',
      'chen',
      null,
    ]);
  });

  it('the successor does from the day after the last day', () => {
    const terms = [held('desk', 'chen', '2026-01-01', '2026-06-30'), held('desk', 'xu', '2026-07-01')];
    expect(doing(terms, '2026-06-30')?.personId).toBe('chen');
    expect(doing(terms, '2026-07-01')).toMatchObject({ personId: 'xu', since: '2026-07-01', as: 'HOLDER' });
  });
});
