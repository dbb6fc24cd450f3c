import { beforeAll, describe, expect, inject, it } from 'vitest';
import { routeRules } from '#web/route-rules.ts';
import { type Answer, Intruder } from './intruder.ts';
import { type Dice, diceOf, ODD_VALUES } from './odd-values.ts';

/** Requests of the storm, over all addresses and everybody below. */
const REQUESTS = 5_200;
const AT_ONCE = 6;
/** Signing in again after so many, because some requests end sessions. */
const A_WHILE = 60;

const WHO = ['zheng', 'zhou', 'luo', 'heUncle', 'mrLi', 'auditor', 'pan', null] as const;

/** What tells about the inside: traces, statements, paths, names of roles. */
const LEAKS =
  /\bat \w[\w.<>]* \(|node_modules|xieshou_(?:app|owner)|\bselect\b[^<]{0,60}\bfrom\b (?:registry|matters|platform)\.|syntax error at|violates|PostgresError|phone_cipher|\/work\/|\/home\/|file:\/\//i;
const MARKUP = /<script>window\.hacked|<img src=x onerror/;

let intruders: Intruder[];
let names: string[];
const addresses: string[] = [];
const patterns = Object.keys(routeRules).filter((pattern) => pattern !== '/logout');

beforeAll(async () => {
  intruders = WHO.map((who) => new Intruder(inject('address'), who));
  for (const intruder of intruders) await intruder.signIn();
  names = await harvest(intruders[0]!);
});

/** Walks as the committee's director over what links lead to, for real addresses and names of fields. */
async function harvest(director: Intruder): Promise<string[]> {
  const found = new Set<string>(['words', 'estate', 'after', 'place', 'do', 'back', 'c']);
  const seen = new Set<string>();
  const next = patterns.filter((pattern) => !pattern.includes(':'));
  while (next.length > 0 && seen.size < 160) {
    const path = next.shift()!;
    if (seen.has(path) || path.startsWith('/logout')) continue;
    seen.add(path);
    const { status, text } = await director.send(path);
    if (status !== 200) continue;
    for (const [, name] of text.matchAll(/\bname="([\w-]{1,60})"/g)) found.add(name!);
    for (const [, href] of text.matchAll(/\bhref="(\/[^"#]{1,200})"/g))
      next.push(href!.replaceAll('&amp;', '&'));
  }
  addresses.push(...seen);
  return [...found];
}

/** An address: a real one, or a pattern with odd values in its holes; with odd questions. */
function addressOf(dice: Dice): string {
  const real = dice.next() < 0.4;
  const path = real
    ? dice.pick(addresses)
    : dice
        .pick(patterns)
        .replace(/:\w+\??/g, () =>
          encodeURIComponent(dice.pick(ODD_VALUES).slice(0, 200).toWellFormed()).replace(/^\.+$/, 'x'),
        );
  if (dice.next() < 0.4) return path;
  const asked = new URLSearchParams();
  for (let n = dice.next() * 4; n > 0; n--)
    asked.append(dice.pick(names), dice.pick(ODD_VALUES).slice(0, 1000));
  return `${path}${path.includes('?') ? '&' : '?'}${asked}`;
}

/** A form with odd values, or a body that is none. */
function bodyOf(dice: Dice): RequestInit {
  const kind = dice.next();
  const fields: [string, string][] = Array.from({ length: Math.floor(dice.next() * 9) }, () => [
    dice.pick(names),
    dice.pick(ODD_VALUES),
  ]);
  if (kind < 0.6) return { body: new URLSearchParams(fields) };
  if (kind < 0.85) {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    const file = new File([dice.pick(ODD_VALUES)], dice.pick(['../../x.jpg', 'a.xlsx', '<b>.csv', 'x.svg']), {
      type: dice.pick(['image/jpeg', 'image/svg+xml', 'text/csv', 'application/octet-stream']),
    });
    form.append(dice.pick(['photos', 'picture', 'file', 'sheet']), file);
    return { body: form };
  }
  const type = dice.pick([
    'application/json',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'text/plain',
    'application/x-www-form-urlencoded; charset=utf-16',
    'nonsense',
  ]);
  const body = dice.pick([
    '',
    '{',
    '{"__proto__":{"a":1}}',
    '--x\r\nnot a part',
    'a=%ff%fe',
    '%%%',
    'a'.repeat(70_000),
  ]);
  return { body, headers: { 'content-type': type } };
}

async function throwOne(intruder: Intruder, dice: Dice): Promise<{ told: string; answer: Answer }> {
  const path = addressOf(dice);
  const method = dice.pick(['GET', 'GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD']);
  const init = method === 'GET' || method === 'HEAD' ? {} : bodyOf(dice);
  const answer = await intruder.send(path, { method, ...init });
  return { told: `${method} ${path.slice(0, 160)} → ${answer.status}`, answer };
}

describe('a storm of odd requests', () => {
  it(`of ${REQUESTS} never breaks the program, tells of its inside or comes back as markup`, async () => {
    const bad: string[] = [];
    const statuses = new Map<number, number>();
    const lane = async (at: number) => {
      const dice = diceOf(`storm/${at}`);
      for (let n = 0; n < REQUESTS / AT_ONCE; n++) {
        const intruder = dice.pick(intruders);
        if (n % A_WHILE === 0) await intruder.signIn();
        const { told, answer } = await throwOne(intruder, dice);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const leak = LEAKS.exec(answer.text)?.[0] ?? MARKUP.exec(answer.text)?.[0];
        if (answer.status >= 500 || leak) bad.push(`${told} ${leak ?? ''}`);
        if (answer.location && !answer.location.startsWith('/'))
          bad.push(`${told} leads to ${answer.location}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => lane(at)));
    expect(bad.slice(0, 40)).toEqual([]);
    const thrown = [...statuses.values()].reduce((sum, n) => sum + n, 0);
    expect(thrown).toBeGreaterThanOrEqual(5_000);
    // Refusals and pages both: a storm that only bounces off the gate would prove nothing.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(500);
    expect(statuses.get(404) ?? 0).toBeGreaterThan(100);
  }, 900_000);

  it('left no script in any page, and the program is well', async () => {
    for (const intruder of intruders) await intruder.signIn();
    const hurt: string[] = [];
    for (const path of addresses) {
      for (const intruder of [intruders[0]!, intruders[4]!]) {
        const { status, text } = await intruder.send(path);
        if (status >= 500 || MARKUP.test(text)) hurt.push(`${path} ${status}`);
      }
    }
    expect(hurt).toEqual([]);
    expect((await intruders[0]!.send('/readyz')).status).toBe(200);
  }, 300_000);
});

describe('an address somebody else was given', () => {
  it('opens nothing of the desk to a resident, whatever ids it carries', async () => {
    const resident = intruders[WHO.indexOf('mrLi')]!;
    await resident.signIn();
    const desk = addresses.filter((path) => path.startsWith('/desk'));
    expect(desk.length).toBeGreaterThan(40);
    const opened: string[] = [];
    for (const path of desk) {
      const { status } = await resident.send(path);
      if (status === 200) opened.push(path);
    }
    expect(opened).toEqual([]);
  }, 120_000);

  it('of a matter leads everybody but its people to the page that asks for the PIN', async () => {
    const director = intruders[0]!;
    await director.signIn();
    const { text } = await director.send('/desk?chip=all');
    const codes = [...text.matchAll(/\/desk\/matters\/([A-Z]{2}-\d{4}-\d{4})/g)].map(([, code]) => code!);
    expect(codes.length).toBeGreaterThan(20);
    const nobody = new Intruder(inject('address'), null);
    for (const code of codes) {
      const { status, location, text: page } = await nobody.send(`/m/${code}`);
      const asked = status === 303 || status === 302 ? location : page;
      expect([code, /lookup|查询码/.test(asked ?? '')]).toEqual([code, true]);
    }
  }, 120_000);
});
