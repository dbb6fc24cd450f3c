import { describe, expect, it } from 'vitest';
import { MarkingPage } from './http/page-marks.ts';
import {
  type CacheKey,
  type KeptAnswer,
  MAX_AGE_MS,
  mayBeKept,
  mayUseCache,
  PageCache,
} from './page-cache.ts';

const key: CacheKey = { host: 'a.example', place: '', path: '/board?page=2', locale: 'zh-CN', elder: false };
const page = (text: string): KeptAnswer => ({
  status: 200,
  headers: {},
  bodies: new Map([['', new TextEncoder().encode(text)]]),
});
const textOf = (answer: KeptAnswer | null) => answer && new TextDecoder().decode(answer.bodies.get(''));

function cacheAt(start = 0) {
  const clock = { now: start };
  return { clock, cache: new PageCache(() => clock.now) };
}

describe('the page cache is never stale', () => {
  it('promises less than ten seconds', () => {
    expect(MAX_AGE_MS).toBeLessThan(10_000);
  });

  it('gives a page again until its age is reached, and not a moment longer', async () => {
    const { clock, cache } = cacheAt();
    await cache.findOrRender(key, async () => page('first'));
    clock.now = MAX_AGE_MS - 1;
    expect(textOf(cache.find(key))).toBe('first');
    clock.now = MAX_AGE_MS;
    expect(cache.find(key)).toBeNull();
  });

  it('forgets everything at once when told to, also what is being rendered', async () => {
    const { cache } = cacheAt();
    await cache.findOrRender(key, async () => page('with it'));
    let finish: (answer: KeptAnswer) => void = () => undefined;
    const other = { ...key, path: '/' };
    const slow = cache.findOrRender(other, () => new Promise((resolve) => (finish = resolve)));
    cache.clear();
    expect(cache.find(key)).toBeNull();
    const fresh = cache.findOrRender(other, async () => page('without it'));
    finish(page('with it'));
    expect(textOf(await fresh)).toBe('without it');
    await slow;
    expect(textOf(cache.find(other))).toBe('without it');
  });

  it('counts the age from before the data was read, not from when the page was ready', async () => {
    const { clock, cache } = cacheAt();
    await cache.findOrRender(key, async () => {
      clock.now = MAX_AGE_MS - 1;
      return page('slow');
    });
    expect(textOf(cache.find(key))).toBe('slow');
    clock.now = MAX_AGE_MS;
    expect(cache.find(key)).toBeNull();
  });

  it('gives a rendering under way to those who ask meanwhile, but not to one who asks when it is too old', async () => {
    const { clock, cache } = cacheAt();
    let finish: (answer: KeptAnswer) => void = () => undefined;
    const slow = cache.findOrRender(key, () => new Promise((resolve) => (finish = resolve)));
    clock.now = MAX_AGE_MS;
    const late = cache.findOrRender(key, async () => page('fresh'));
    finish(page('old'));
    expect(textOf(await slow)).toBe('old');
    expect(textOf(await late)).toBe('fresh');
    expect(textOf(cache.find(key))).toBe('fresh');
  });

  it('keeps nothing of a rendering that failed, and asks again', async () => {
    const { cache } = cacheAt();
    await expect(cache.findOrRender(key, () => Promise.reject(new Error('no database')))).rejects.toThrow(
      'no database',
    );
    expect(textOf(await cache.findOrRender(key, async () => page('again')))).toBe('again');
  });
});

describe('the page cache never mixes up visitors', () => {
  it.each([
    ['host', { host: 'b.example' }],
    ['query', { path: '/board?page=3' }],
    ['language', { locale: 'en' }],
    ['elder mode', { elder: true }],
  ])('keeps pages apart by %s', async (_what, other) => {
    const { cache } = cacheAt();
    await cache.findOrRender(key, async () => page('mine'));
    expect(cache.find({ ...key, ...other })).toBeNull();
  });

  it('cannot be fooled by a path that looks like two parts of a key', async () => {
    const { cache } = cacheAt();
    await cache.findOrRender({ ...key, host: 'a', place: '', path: '","/x' }, async () => page('mine'));
    expect(cache.find({ ...key, host: 'a","', path: '/x' })).toBeNull();
  });

  it('renders a page that may not be kept once for each who asked', async () => {
    const { cache } = cacheAt();
    const answers = await Promise.all([
      cache.findOrRender(key, async () => null),
      cache.findOrRender(key, async () => page('of somebody else')),
    ]);
    expect(answers).toEqual([null, null]);
    expect(cache.find(key)).toBeNull();
  });

  it('holds a bounded number of pages', async () => {
    const { cache } = cacheAt();
    for (let i = 0; i < 1000; i++) await cache.findOrRender({ ...key, path: `/${i}` }, async () => page('x'));
    expect(cache.size).toBeLessThanOrEqual(400);
    expect(cache.find({ ...key, path: '/999' })).not.toBeNull();
  });
});

describe('who may be answered from the cache', () => {
  const request = (method = 'GET', headers: Record<string, string> = {}) => ({
    method,
    headers: new Headers(headers),
  });

  it('is a reader without any cookie that could make the page their own', () => {
    expect(mayUseCache(request(), new Map())).toBe(true);
    expect(
      mayUseCache(
        request(),
        new Map([
          ['xs_locale', 'en'],
          ['xs_elder', '1'],
        ]),
      ),
    ).toBe(true);
  });

  it.each(['xs_session', 'xs_pending', 'xs_anything'])('is nobody who has the cookie %s', (name) => {
    expect(mayUseCache(request(), new Map([[name, 'x']]))).toBe(false);
  });

  it('is nobody who sends a form or a key', () => {
    expect(mayUseCache(request('POST'), new Map())).toBe(false);
    expect(mayUseCache(request('HEAD'), new Map())).toBe(false);
    expect(mayUseCache(request('GET', { authorization: 'Bearer x' }), new Map())).toBe(false);
  });
});

describe('which pages may be kept', () => {
  const html = (init: ResponseInit = {}, headers: Record<string, string> = {}) =>
    new Response('x', { ...init, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
  const marked = (use: (marks: MarkingPage) => void = () => undefined) => {
    const marks = new MarkingPage();
    marks.share();
    use(marks);
    return marks;
  };

  it('are those that say so themselves', () => {
    expect(mayBeKept(html(), marked())).toBe(true);
    expect(mayBeKept(html(), new MarkingPage())).toBe(false);
  });

  it('are not those with a nonce or a request key in them', () => {
    expect(
      mayBeKept(
        html(),
        marked((marks) => marks.makeNonce()),
      ),
    ).toBe(false);
    expect(
      mayBeKept(
        html(),
        marked((marks) => marks.newRequestKey()),
      ),
    ).toBe(false);
  });

  it('are not errors, redirects, files or pages that set a cookie', () => {
    expect(mayBeKept(html({ status: 404 }), marked())).toBe(false);
    expect(mayBeKept(html({ status: 303 }), marked())).toBe(false);
    expect(mayBeKept(html({}, { 'set-cookie': 'a=b' }), marked())).toBe(false);
    expect(mayBeKept(html({}, { 'content-type': 'image/png' }), marked())).toBe(false);
  });
});
