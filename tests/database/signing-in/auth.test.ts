import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anonymousActor } from '#kernel/actor.ts';
import { personForPhone } from '#modules/registry/facade.server.ts';
import { giveStaffAccount } from '#platform/auth/accounts.ts';
import { changePassword } from '#platform/auth/change-password.ts';
import {
  CODE_PAUSE_MS,
  CODE_TTL_MS,
  CODES_PER_PHONE_A_DAY,
  TRIES_PER_CODE,
} from '#platform/auth/one-time-codes.ts';
import { endSessions, findSession, listSessions, startSession, tokenHash } from '#platform/auth/sessions.ts';
import {
  type SignInPlace,
  sendCode,
  signInByCode,
  signInByPassword,
  TRIES_PER_LOGIN,
} from '#platform/auth/sign-in.ts';
import { type SmsAdapter, webhookSms } from '#platform/auth/sms.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const HERE = '01900000-0000-7000-8000-00000000000a';
const ELSEWHERE = '01900000-0000-7000-8000-00000000000b';
const START = new Date('2026-11-23T01:00:00Z');

let t: TestDatabase;
let people = 0;

async function newPerson(neighborhood = HERE): Promise<string> {
  people += 1;
  const id = `01900000-0000-7000-8000-1${String(people).padStart(11, '0')}`;
  await t.ownerPool.query('insert into registry.person (neighborhood_id, id, name) values ($1, $2, $3)', [
    neighborhood,
    id,
    '测试',
  ]);
  return id;
}

const place = (more: Partial<SignInPlace> = {}): SignInPlace => ({
  database: t.database,
  vault: t.vault,
  neighborhoodId: HERE,
  address: null,
  now: START,
  ...more,
});
const later = (ms: number) => new Date(START.getTime() + ms);
const inHere = <T>(work: Parameters<typeof t.database.inTransaction<T>>[1]) =>
  t.database.inTransaction(anonymousActor(HERE), work);
const signIn = (phone: string, code: string, more: Partial<SignInPlace> = {}) =>
  signInByCode(place(more), { phone, code }, (work) => inHere(work), personForPhone);
async function codeFor(phone: string, more: Partial<SignInPlace> = {}): Promise<string> {
  const sent = await sendCode(place(more), { kind: 'demo' }, phone, (code) => code);
  if (!sent.ok || !sent.value.shownCode) throw new Error('no code was made');
  return sent.value.shownCode;
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

beforeAll(async () => {
  t = await testDatabase(START);
  for (const id of [HERE, ELSEWHERE]) {
    await t.ownerPool.query(
      `insert into registry.neighborhood (neighborhood_id, code, name_zh, name_en) values ($1, 'X', '测', 'T')`,
      [id],
    );
  }
});
afterAll(() => t.close());

describe('signing in by name and password', () => {
  const login = 'Zhou';
  let personId: string;
  beforeAll(async () => {
    personId = await newPerson();
    await giveStaffAccount(
      t.database,
      { loginName: login, password: 'a horse, a stable', neighborhoodId: HERE, personId },
      START,
    );
  });

  it('finds the person, however the name is written', async () => {
    expect(await signInByPassword(place(), ' ｚHOU ', 'a horse, a stable')).toMatchObject({
      ok: true,
      value: { personId },
    });
  });

  it('says the same to a wrong password, an unknown name and a name of another neighborhood', async () => {
    const answers = [
      await signInByPassword(place(), login, 'a horse, a stabl'),
      await signInByPassword(place(), 'nobody', 'a horse, a stable'),
      await signInByPassword(place({ neighborhoodId: ELSEWHERE }), login, 'a horse, a stable'),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]).toMatchObject({ ok: false, refusal: { code: 'auth.name-or-password' } });
  });

  it('keeps no password that could be read', async () => {
    const { rows } = await t.ownerPool.query(
      `select password_hash from platform.account where login_name = 'zhou'`,
    );
    expect(rows[0].password_hash).toMatch(/^scrypt\$16384\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  });

  it('stops after ten tries on one name, even with the right password, until the quarter of an hour is over', async () => {
    const now = later(3_600_000);
    for (let i = 0; i < TRIES_PER_LOGIN.hits; i++) await signInByPassword(place({ now }), login, 'wrong');
    const tooMany = await signInByPassword(place({ now }), login, 'a horse, a stable');
    expect(tooMany).toMatchObject({ ok: false, refusal: { code: 'auth.too-many-tries' } });
    const after = new Date(now.getTime() + TRIES_PER_LOGIN.seconds * 1000);
    expect(await signInByPassword(place({ now: after }), login, 'a horse, a stable')).toMatchObject({
      ok: true,
    });
  });

  it('stops one address that tries many names', async () => {
    const now = later(7_200_000);
    const tries = [];
    for (let i = 0; i < 61; i++)
      tries.push(signInByPassword(place({ now, address: '203.0.113.5' }), `name-${i}`, 'x'));
    const answers = await Promise.all(tries);
    expect(answers.filter((a) => !a.ok && a.refusal.code === 'auth.too-many-tries')).toHaveLength(1);
  });

  it('changes the password for who knows it, and signs the account out everywhere else', async () => {
    const person = await newPerson();
    const staff = { loginName: 'luo', password: 'a horse, a stable', neighborhoodId: HERE, personId: person };
    const accountId = await giveStaffAccount(t.database, staff, START);
    const session = { accountId, personId: person, neighborhoodId: HERE, actingPostId: null, device: '' };
    const here = await startSession(t.database, session, 'staff', START);
    const elsewhere = await startSession(t.database, session, 'staff', START);
    const { publicId } = (await findSession(t.database, here, HERE, START))!;
    const change = (current: string, wanted: string) =>
      changePassword(place(), { accountId, publicId }, { current, wanted });
    expect(await change('wrong', 'another stable')).toMatchObject({
      refusal: { code: 'auth.password-wrong' },
    });
    expect(await change('a horse, a stable', 'short')).toMatchObject({
      refusal: { code: 'auth.password-short' },
    });
    expect(await change('a horse, a stable', 'another stable')).toMatchObject({ ok: true });
    expect(await signInByPassword(place(), 'luo', 'a horse, a stable')).toMatchObject({ ok: false });
    expect(await signInByPassword(place(), 'luo', 'another stable')).toMatchObject({ ok: true });
    expect(await findSession(t.database, here, HERE, START)).not.toBeNull();
    expect(await findSession(t.database, elsewhere, HERE, START)).toBeNull();
  });

  it('lets nobody in whose account is disabled', async () => {
    const other = await newPerson();
    const staff = { loginName: 'gone', password: 'a horse, a stable', neighborhoodId: HERE, personId: other };
    const id = await giveStaffAccount(t.database, staff, START);
    await t.ownerPool.query('update platform.account set disabled_at = now() where id = $1', [id]);
    expect(await signInByPassword(place(), 'gone', 'a horse, a stable')).toMatchObject({ ok: false });
  });
});

describe('signing in by phone and code', () => {
  let phone: string;
  beforeEach(() => {
    people += 1;
    phone = `138${String(people).padStart(8, '0')}`;
  });

  it('makes a person and an account the first time, and finds them again', async () => {
    const first = await signIn(phone, await codeFor(phone));
    const now = later(CODE_PAUSE_MS);
    const second = await signIn(`+86 ${phone}`, await codeFor(phone, { now }), { now });
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
  });

  it('finds the person the register knows by this phone', async () => {
    const known = await inHere((tx) => personForPhone(tx, { phone, name: '王阿姨（测试）' }));
    expect(await signIn(phone, await codeFor(phone))).toMatchObject({
      ok: true,
      value: { personId: known.ok && known.value.personId },
    });
  });

  it('is one account for two neighborhoods, and another person in each', async () => {
    const here = await signIn(phone, await codeFor(phone));
    const now = later(CODE_PAUSE_MS);
    const code = await codeFor(phone, { now });
    const there = await signInByCode(
      place({ now, neighborhoodId: ELSEWHERE }),
      { phone, code },
      (work) => t.database.inTransaction(anonymousActor(ELSEWHERE), work),
      personForPhone,
    );
    if (!here.ok || !there.ok) throw new Error('both are let in');
    expect(there.value.accountId).toBe(here.value.accountId);
    expect(there.value.personId).not.toBe(here.value.personId);
  });

  it('takes a code once only', async () => {
    const code = await codeFor(phone);
    const both = await Promise.all([signIn(phone, code), signIn(phone, code)]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('takes no code after five minutes', async () => {
    const code = await codeFor(phone);
    expect(await signIn(phone, code, { now: later(CODE_TTL_MS) })).toMatchObject({
      ok: false,
      refusal: { code: 'auth.code-wrong' },
    });
    expect(await signIn(phone, code, { now: later(CODE_TTL_MS - 1) })).toMatchObject({ ok: true });
  });

  it('takes not even the right code after five wrong ones, also when they are sent at once', async () => {
    const code = await codeFor(phone);
    await Promise.all(Array.from({ length: TRIES_PER_CODE }, () => signIn(phone, wrong(code))));
    expect(await signIn(phone, code)).toMatchObject({ ok: false, refusal: { code: 'auth.code-wrong' } });
  });

  it('takes no earlier code once a new one was sent', async () => {
    const first = await codeFor(phone);
    const now = later(CODE_PAUSE_MS);
    const second = await codeFor(phone, { now });
    expect(await signIn(phone, first === second ? wrong(first) : first, { now })).toMatchObject({
      ok: false,
    });
    expect(await signIn(phone, second, { now })).toMatchObject({ ok: true });
  });

  it('takes no code that was sent to another phone', async () => {
    const code = await codeFor(phone);
    const others = await codeFor('13900000000');
    expect(await signIn('13900000000', code === others ? wrong(code) : code)).toMatchObject({ ok: false });
  });

  it('sends at most five codes a day, with a pause between them', async () => {
    await codeFor(phone);
    expect(await sendCode(place(), { kind: 'demo' }, phone, String)).toMatchObject({
      refusal: { code: 'auth.code-just-sent' },
    });
    for (let i = 1; i < CODES_PER_PHONE_A_DAY; i++) await codeFor(phone, { now: later(i * CODE_PAUSE_MS) });
    const now = later(3_600_000);
    expect(await sendCode(place({ now }), { kind: 'demo' }, phone, String)).toMatchObject({
      refusal: { code: 'auth.too-many-codes' },
    });
    expect(await codeFor(phone, { now: later(25 * 3_600_000) })).toMatch(/^\d{6}$/);
  });

  it('stores neither the code nor the phone', async () => {
    const code = await codeFor(phone);
    const { rows } = await t.ownerPool.query(
      'select row_to_json(c)::text as row from platform.one_time_code c',
    );
    const stored = rows.map(({ row }) => row).join();
    expect(stored).not.toContain(phone);
    expect(stored).not.toContain(`"${code}"`);
  });

  it('is off without a provider, and refuses what is no mobile number', async () => {
    expect(await sendCode(place(), { kind: 'off' }, phone, String)).toMatchObject({
      refusal: { code: 'auth.phone-off' },
    });
    expect(await sendCode(place(), { kind: 'demo' }, '021-55550000', String)).toMatchObject({
      refusal: { code: 'auth.phone-unreadable', field: 'phone' },
    });
  });

  it('hands the code to the provider and never to the page', async () => {
    const said: { url: unknown; body: string; token: string | null }[] = [];
    const provider = (status: number): SmsAdapter =>
      webhookSms({ url: 'https://sms.example/send', token: 'secret' }, async (url, init) => {
        said.push({ url, body: String(init?.body), token: new Headers(init?.headers).get('authorization') });
        return new Response(null, { status });
      });
    const sent = await sendCode(place(), provider(200), phone, (code) => `code ${code}`);
    expect(sent).toEqual({ ok: true, value: { phone, shownCode: null } });
    expect(said[0]).toMatchObject({ url: 'https://sms.example/send', token: 'Bearer secret' });
    const code = /code (\d{6})/.exec(said[0]!.body)?.[1] ?? '';
    expect(await signIn(phone, code)).toMatchObject({ ok: true });
    const failed = await sendCode(place({ now: later(CODE_PAUSE_MS) }), provider(500), phone, String);
    expect(failed).toMatchObject({ ok: false, refusal: { code: 'auth.code-not-sent' } });
  });
});

describe('sessions', () => {
  let who: { accountId: string; personId: string };
  const start = (replaces: string | null = null, now = START) =>
    startSession(
      t.database,
      { ...who, neighborhoodId: HERE, actingPostId: null, device: 'Test' },
      'resident',
      now,
      replaces,
    );
  const find = (token: string, now = START, neighborhood = HERE) =>
    findSession(t.database, token, neighborhood, now);
  beforeEach(async () => {
    people += 1;
    const phone = `137${String(people).padStart(8, '0')}`;
    const answer = await signIn(phone, await codeFor(phone));
    if (!answer.ok) throw new Error('not let in');
    who = answer.value;
  });

  it('are found by their token, in their own neighborhood only', async () => {
    const token = await start();
    expect(await find(token)).toMatchObject({ personId: who.personId, kind: 'resident' });
    expect(await find(token, START, ELSEWHERE)).toBeNull();
    expect(await find(`${token}x`)).toBeNull();
  });

  it('are stored without the token', async () => {
    const token = await start();
    const { rows } = await t.ownerPool.query('select row_to_json(s)::text as row from platform.session s');
    const stored = rows.map(({ row }) => row).join();
    expect(stored).toContain(tokenHash(token));
    expect(stored).not.toContain(token);
  });

  it('get a new token at every sign-in, and the one the browser came with ends', async () => {
    const first = await start();
    const second = await start(first);
    expect(second).not.toBe(first);
    expect(await find(first)).toBeNull();
    expect(await find(second)).not.toBeNull();
  });

  it('last while they are used', async () => {
    const token = await start();
    const day = 86_400_000;
    expect(await find(token, later(29 * day))).not.toBeNull();
    expect(await find(token, later(58 * day))).not.toBeNull();
    expect(await find(token, later(89 * day))).toBeNull();
  });

  it('can be seen and ended one by one or all others, at once', async () => {
    const [a, b, c] = [await start(), await start(), await start()];
    const mine = await find(a);
    const listed = await listSessions(t.database, who.accountId, HERE, START);
    expect(listed).toHaveLength(3);
    await endSessions(
      t.database,
      who.accountId,
      { which: 'one', publicId: (await find(b))!.publicId },
      START,
    );
    expect(await find(b)).toBeNull();
    expect(await find(c)).not.toBeNull();
    expect(
      await endSessions(t.database, who.accountId, { which: 'others', publicId: mine!.publicId }, START),
    ).toBe(1);
    expect(await find(c)).toBeNull();
    expect(await find(a)).not.toBeNull();
  });

  it('of somebody else cannot be ended', async () => {
    const token = await start();
    const { publicId } = (await find(token))!;
    const stranger = '01900000-0000-7000-8000-0000000000ff';
    expect(await endSessions(t.database, stranger, { which: 'one', publicId }, START)).toBe(0);
    expect(await find(token)).not.toBeNull();
  });

  it('end with the account', async () => {
    const token = await start();
    await t.ownerPool.query('update platform.account set disabled_at = now() where id = $1', [who.accountId]);
    expect(await find(token)).toBeNull();
  });
});
