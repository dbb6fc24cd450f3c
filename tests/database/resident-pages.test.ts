import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { answerFollowUp } from '#modules/matters/commands/closing/follow-up.ts';
import { addNote, hideText } from '#modules/matters/commands/handling/add-note.ts';
import { recordContact } from '#modules/matters/commands/handling/record-contact.ts';
import { reportDone } from '#modules/matters/commands/handling/report-done.ts';
import { addPhotos } from '#modules/matters/commands/intake/add-photos.ts';
import { submitWithPhotos } from '#modules/matters/commands/intake/submit-with-photos.ts';
import { decideParking, requestParking } from '#modules/matters/commands/pace/parking.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import { acceptAssignment, assignMatter } from '#modules/matters/commands/triage/assign-matter.ts';
import { mergeMatter } from '#modules/matters/commands/triage/merge-matter.ts';
import type { SubmitMatter } from '#modules/matters/forms/intake.ts';
import { board } from '#modules/matters/queries/public/board.ts';
import { recentResults } from '#modules/matters/queries/public/board-items.ts';
import { publicRates } from '#modules/matters/queries/public/public-rates.ts';
import { matterPhoto } from '#modules/matters/queries/resident/matter-photo.ts';
import { ownMatters } from '#modules/matters/queries/resident/own-matters.ts';
import { pinFits } from '#modules/matters/queries/resident/pin-check.ts';
import { progress } from '#modules/matters/queries/resident/progress.ts';
import { receipt } from '#modules/matters/queries/resident/receipt.ts';
import { reportChoices, unitOfRoom } from '#modules/matters/queries/resident/report-choices.ts';
import { findMatter } from '#modules/matters/store/matters.ts';
import type { Tx } from '#platform/db/database.ts';
import { makePicture, type Picture } from '#platform/files/pictures.ts';
import { approvesLine } from './redaction/second-look.ts';
import {
  does,
  good,
  refusal,
  report,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from './small-neighborhood.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const ask = <T>(actor: Actor, query: (tx: Tx) => Promise<T>) => t.database.inTransaction(actor, query);
const everything = { estateId: null, group: null, state: null, month: null, after: null } as const;
const SECRET = '张三李四家的秘密';

beforeAll(async () => {
  t = await testDatabase(at('2026-11-16 09:00'));
});
afterAll(async () => {
  await t.close();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
  t.clock.now = at('2026-11-16 09:00');
});

/** A matter the property company has in hand. */
async function inHand(more: Partial<SubmitMatter> = {}, actor?: Actor) {
  const sent = await submitted(t, n, more, actor);
  const { matterId } = sent;
  good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
  const lead = { matterId, leadOrgId: n.org.PC, coHandlerOrgIds: [], note: '' };
  good(await does(t, n.as.RC, (tx) => assignMatter(tx, lead)));
  good(await does(t, n.as.PC, (tx) => acceptAssignment(tx, { matterId, postId: n.as.PC.post!.postId })));
  return sent;
}

async function confirmed(more: Partial<SubmitMatter> = {}, publicLine = '换了门锁') {
  const sent = await inHand(more);
  const done = { matterId: sent.matterId, summary: '换了门锁', publicLine };
  good(await does(t, n.as.PC, (tx) => reportDone(tx, done)));
  if (publicLine !== '') good(await approvesLine(t, n.as.RC, sent.matterId));
  const yes = { matterId: sent.matterId, resolved: 'yes', satisfaction: 5, text: SECRET } as const;
  good(await does(t, n.anonymous, (tx) => answerFollowUp(tx, { ...yes, provenByPin: true })));
  return sent;
}

async function photo(): Promise<Picture> {
  const image = sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#446688' } });
  const bytes = await image
    .withExif({ IFD3: { GPSLatitude: '31/1 14/1 0/1' } })
    .jpeg()
    .toBuffer();
  return good(await makePicture(bytes));
}

describe('the progress of a matter', () => {
  it('is for its reporter, and for whoever proved to know the PIN', async () => {
    const { code } = await submitted(t, n);
    expect((await ask(n.residents[0]!, (tx) => progress(tx, code, false)))?.code).toBe(code);
    expect((await ask(n.anonymous, (tx) => progress(tx, code, true)))?.code).toBe(code);
  });

  it('cannot be read by a neighbor, by somebody unknown, or from another neighborhood even with a proof', async () => {
    const { code } = await submitted(t, n);
    const other = await smallNeighborhood(t);
    expect(await ask(n.residents[1]!, (tx) => progress(tx, code, false))).toBeNull();
    expect(await ask(n.anonymous, (tx) => progress(tx, code, false))).toBeNull();
    expect(await ask(other.anonymous, (tx) => progress(tx, code, true))).toBeNull();
    expect(await ask(n.residents[1]!, (tx) => receipt(tx, code, false))).toBeNull();
  });

  it('shows public notes and no internal ones', async () => {
    const { matterId, code } = await inHand();
    for (const [visibility, text] of [
      ['PUBLIC', '明天上午来看'],
      ['INTERNAL', '这户情绪激动'],
    ] as const) {
      good(await does(t, n.as.PC, (tx) => addNote(tx, { matterId, visibility, text })));
    }
    const seen = await ask(n.residents[0]!, (tx) => progress(tx, code, false));
    expect(seen?.timeline.map((e) => e.text)).toContain('明天上午来看');
    expect(JSON.stringify(seen)).not.toContain('这户情绪激动');
    expect(seen?.answerable?.org.id).toBe(n.org.PC);
  });

  it('offers the two questions when it is done, and no urging any more', async () => {
    const { matterId, code } = await inHand();
    const before = await ask(n.residents[0]!, (tx) => progress(tx, code, false));
    expect(before?.actions).toEqual(['urge', 'add-photo', 'ask-withdrawal', 'change-consent']);
    good(await does(t, n.as.PC, (tx) => reportDone(tx, { matterId, summary: '换了门锁', publicLine: '' })));
    const after = await ask(n.residents[0]!, (tx) => progress(tx, code, false));
    expect(after?.actions[0]).toBe('answer-follow-up');
    expect(after?.actions).not.toContain('urge');
    expect(after?.result).toBe('换了门锁');
  });

  it('tells a merged reporter how the main matter goes and nothing of its reporter', async () => {
    const main = await inHand({ description: SECRET });
    const note = {
      matterId: main.matterId,
      visibility: 'PUBLIC',
      text: '已联系302室，电话13800001234',
    } as const;
    good(await does(t, n.as.PC, (tx) => addNote(tx, note)));
    const contact = { matterId: main.matterId, channel: 'PHONE', result: 'REACHED', note: SECRET } as const;
    good(await does(t, n.as.PC, (tx) => recordContact(tx, contact)));
    const child = await submitted(t, n, {}, n.residents[1]);
    good(
      await does(t, n.as.RC, (tx) => mergeMatter(tx, { matterId: child.matterId, intoId: main.matterId })),
    );
    const seen = await ask(n.residents[1]!, (tx) => progress(tx, child.code, false));
    expect(seen?.main?.answerable?.org.id).toBe(n.org.PC);
    const told = JSON.stringify(seen?.main);
    expect(told).toContain('已联系***，电话***');
    for (const hidden of [SECRET, main.code, '13800001234', '302']) expect(told).not.toContain(hidden);
    expect(seen?.main?.timeline.map((e) => e.key)).not.toContain('reached');
    expect(seen?.actions).not.toContain('answer-follow-up');
    good(
      await does(t, n.as.PC, (tx) =>
        reportDone(tx, { matterId: main.matterId, summary: '好了', publicLine: '' }),
      ),
    );
    const now = await ask(n.residents[1]!, (tx) => progress(tx, child.code, false));
    expect(now?.actions[0]).toBe('answer-follow-up');
  });

  it('does not repeat a text that was hidden', async () => {
    const { matterId, code } = await submitted(t, n, { description: SECRET });
    good(await does(t, n.as.RC, (tx) => hideText(tx, { matterId, reason: '辱骂' })));
    const seen = await ask(n.residents[0]!, (tx) => progress(tx, code, false));
    expect(seen?.textHidden).toBe(true);
    expect(seen?.description).toBe('');
  });
});

describe('code and PIN', () => {
  it('open a matter only together', async () => {
    const { code } = await submitted(t, n);
    const pin = (await ask(n.residents[0]!, (tx) => receipt(tx, code, false)))!.pin!;
    const wrong = pin === '000000' ? '000001' : '000000';
    expect(await ask(n.anonymous, (tx) => pinFits(tx, code, pin))).toBe(true);
    expect(await ask(n.anonymous, (tx) => pinFits(tx, code, wrong))).toBe(false);
    expect(await ask(n.anonymous, (tx) => pinFits(tx, 'ZJ-2611-9999', pin))).toBe(false);
    const other = await smallNeighborhood(t);
    expect(await ask(other.anonymous, (tx) => pinFits(tx, code, pin))).toBe(false);
  });
});

describe('own matters', () => {
  it('are one’s own only, and what waits for an answer stands first', async () => {
    const first = await inHand();
    await submitted(t, n, { description: '后来的另一件' });
    await submitted(t, n, {}, n.residents[1]);
    const done = { matterId: first.matterId, summary: '好了', publicLine: '' };
    good(await does(t, n.as.PC, (tx) => reportDone(tx, done)));
    const { mine } = await ask(n.residents[0]!, ownMatters);
    expect(mine).toHaveLength(2);
    expect(mine[0]).toMatchObject({ code: first.code, waitsForMe: true });
    expect((await ask(n.anonymous, ownMatters)).mine).toEqual([]);
  });
});

describe('a report of somebody signed in', () => {
  const digits = '13900001234';
  const register = async (personId: string) => {
    const sealed = await ask(n.anonymous, async (tx) => [
      tx.vault.encrypt(digits),
      tx.vault.index('phone', digits),
    ]);
    const sentence = 'update registry.person set phone_cipher = $1, phone_index = $2 where id = $3';
    await t.ownerPool.query(sentence, [...sealed, personId]);
  };

  it('keeps the name and the registered phone as they were that day', async () => {
    await register(n.residents[0]!.personId!);
    const { matterId } = await submitted(t, n);
    const row = (await ask(n.as.RC, (tx) => findMatter(tx, matterId)))!;
    expect(row.reporter_name).toBe('住户测试1');
    expect(await ask(n.as.RC, async (tx) => tx.vault.decrypt(row.reporter_phone_cipher!))).toBe(digits);
  });

  it('finds what was reported under one’s phone before one was registered, without its words', async () => {
    const named = {
      reporter: 'NAMED',
      reporterPhone: digits,
      reporterName: '某某',
      description: SECRET,
    } as const;
    const early = await submitted(t, n, named, n.anonymous);
    await register(n.residents[0]!.personId!);
    const own = await ask(n.residents[0]!, ownMatters);
    expect(own.byPhone.map((one) => one.code)).toEqual([early.code]);
    expect(JSON.stringify(own)).not.toContain(SECRET);
    expect((await ask(n.residents[1]!, ownMatters)).byPhone).toEqual([]);
  });
});

describe('photos', () => {
  it('are kept scaled, without their place, and seen by the reporter and the handlers only', async () => {
    const picture = await photo();
    const input = report(n, { complainedOrgId: n.org.OC });
    const sent = good(await does(t, n.residents[0]!, (tx) => submitWithPhotos(tx, input, [picture])));
    const seen = await ask(n.residents[0]!, (tx) => progress(tx, sent.code, false));
    const fileId = seen!.photos[0]!.fileId;
    const see = (actor: Actor, proven: readonly string[] = []) =>
      ask(actor, (tx) => matterPhoto(tx, fileId, 'FULL', new Set(proven)));
    const own = await see(n.residents[0]!);
    const meta = await sharp(own!.bytes).metadata();
    expect([meta.width, meta.height, meta.exif]).toEqual([1600, 800, undefined]);
    expect(await see(n.anonymous, [sent.code])).not.toBeNull();
    expect(await see(n.as.RC)).not.toBeNull();
    for (const stranger of [n.residents[1]!, n.anonymous, n.as.PC, n.as.OC, n.as.AG]) {
      expect(await see(stranger)).toBeNull();
    }
    const other = await smallNeighborhood(t);
    expect(await see(other.as.RC)).toBeNull();
  });

  it('cannot be more than six on a matter', async () => {
    const picture = await photo();
    const { matterId } = await submitted(t, n);
    const add = (count: number) =>
      does(t, n.residents[0]!, (tx) => addPhotos(tx, { matterId, pictures: Array(count).fill(picture) }));
    good(await add(5));
    expect(refusal(await add(2))).toBe('matters.six-photos');
    expect(refusal(await add(0))).toBe('matters.no-photo-chosen');
  });

  it('are not added by a neighbor', async () => {
    const picture = await photo();
    const { matterId } = await submitted(t, n);
    const added = await does(t, n.residents[1]!, (tx) => addPhotos(tx, { matterId, pictures: [picture] }));
    expect(refusal(added)).toBe('matters.not-yours-to-do');
  });
});

describe('the public board', () => {
  it('shows kind, estate, days and the line, and no personal data whatever was typed', async () => {
    const place = { unitId: n.units[1]!, stairwellId: n.stairwellId };
    const words = { title: SECRET, description: `${SECRET}，0102室`, placeNote: SECRET };
    const { code, matterId } = await confirmed({ ...place, ...words });
    const shown = await ask(n.anonymous, (tx) => board(tx, everything));
    expect(shown.items).toHaveLength(1);
    expect(shown.items[0]).toMatchObject({ category: 'A09', state: 'CONFIRMED', line: '换了门锁', days: 1 });
    const results = await ask(n.anonymous, recentResults);
    expect(results.map((r) => r.id)).toEqual([matterId]);
    const all = JSON.stringify([shown, results]);
    for (const hidden of [SECRET, '0102', '住户测试', code, n.units[1]!, n.stairwellId])
      expect(all).not.toContain(hidden);
  });

  it('names no building where fewer than five households live', async () => {
    await confirmed();
    const shown = await ask(n.anonymous, (tx) => board(tx, everything));
    expect(shown.items[0]?.place.building).toBeNull();
    const unit =
      "insert into registry.unit (neighborhood_id, id, estate_id, building_id, stairwell_id, code, room, kind, area, area_source) values ($1, gen_random_uuid(), $2, $3, $4, 'ZJ-B01-S01-0301', '0301', 'DWELLING', 8840, 'REGISTRY')";
    await t.ownerPool.query(unit, [n.id, n.estateId, n.buildingId, n.stairwellId]);
    const five = await ask(n.anonymous, (tx) => board(tx, everything));
    expect(five.items[0]?.place.building?.id).toBe(n.buildingId);
    expect(five.items[0]?.place.stairwell).toBeNull();
  });

  it('never shows matters among neighbors or of safety singly, and counts fewer than five as fewer than five', async () => {
    for (let i = 0; i < 4; i++) {
      await confirmed({ category: 'D01', publishConsent: true, description: `吵架第${i}次` });
    }
    const few = await ask(n.anonymous, (tx) => board(tx, everything));
    expect(few.items).toEqual([]);
    expect(few.counted).toContainEqual({ group: 'D', total: null, confirmed: null });
    expect(await ask(n.anonymous, recentResults)).toEqual([]);
    await confirmed({ category: 'D03', publishConsent: true, description: '第五次' });
    const enough = await ask(n.anonymous, (tx) => board(tx, everything));
    expect(enough.items).toEqual([]);
    expect(enough.counted).toContainEqual({ group: 'D', total: 5, confirmed: 5 });
  });

  it('shows complaints about the property company only where the reporter agreed', async () => {
    await confirmed({ category: 'E01', publishConsent: false, description: '第一件事' });
    const agreed = await confirmed({ category: 'E01', publishConsent: true, description: '第二件事' });
    const shown = await ask(n.anonymous, (tx) => board(tx, everything));
    expect(shown.items.map((i) => i.id)).toEqual([agreed.matterId]);
  });

  it('shows nothing that nobody has taken up, and nothing of another neighborhood', async () => {
    await submitted(t, n);
    expect((await ask(n.anonymous, (tx) => board(tx, everything))).items).toEqual([]);
    await confirmed({ description: '另一件' });
    const other = await smallNeighborhood(t);
    expect((await ask(other.anonymous, (tx) => board(tx, everything))).items).toEqual([]);
  });

  it('tells parked matters with their cause and the day of review, without the reason typed by staff', async () => {
    const { matterId } = await inHand();
    const parking = {
      cause: 'FUNDS',
      reason: SECRET,
      unlockCondition: SECRET,
      interimMeasure: SECRET,
    } as const;
    const asked = { matterId, ...parking, ownerOrgId: n.org.OC, reviewOn: '2027-01-15' };
    good(await does(t, n.as.PC, (tx) => requestParking(tx, asked)));
    good(await does(t, n.as.GB, (tx) => decideParking(tx, { matterId, approve: true, note: '' })));
    const shown = await ask(n.anonymous, (tx) => board(tx, everything));
    expect(shown.parked[0]).toMatchObject({ cause: 'FUNDS', reviewOn: '2027-01-15' });
    expect(shown.parked[0]?.owner?.id).toBe(n.org.OC);
    expect(JSON.stringify(shown)).not.toContain(SECRET);
  });

  it('filters by state, group and month, and pages without losing or repeating one', async () => {
    for (let i = 0; i < 23; i++) {
      t.clock.now = at(`2026-11-16 09:${String(10 + i)}`);
      const actor = n.residents[i % 4]!;
      await inHand({ description: `第${i}件事情要办` }, actor);
    }
    const first = await ask(n.anonymous, (tx) => board(tx, everything));
    const second = await ask(n.anonymous, (tx) => board(tx, { ...everything, after: first.next }));
    expect([first.items.length, second.items.length, second.next]).toEqual([20, 3, null]);
    expect(new Set([...first.items, ...second.items].map((i) => i.id)).size).toBe(23);
    const count = async (filter: object) =>
      (await ask(n.anonymous, (tx) => board(tx, { ...everything, ...filter }))).items.length;
    expect(await count({ state: 'CONFIRMED' })).toBe(0);
    expect(await count({ group: 'B' })).toBe(0);
    expect(await count({ month: '2026-10' })).toBe(0);
    expect(await count({ month: '2026-11', group: 'A', state: 'UNDER_WAY' })).toBe(20);
  });
});

describe('the rates', () => {
  it('count answers of this neighborhood, with their denominators, and no percentage below ten', async () => {
    await confirmed({ description: '第一件事' });
    const rates = await ask(n.anonymous, (tx) => publicRates(tx));
    expect(rates.resolution).toEqual({ numerator: 1, denominator: 1, percent: null });
    expect(rates.satisfaction).toEqual({ numerator: 1, denominator: 1, percent: null });
    expect(rates.total).toBe(1);
    const other = await smallNeighborhood(t);
    expect((await ask(other.anonymous, (tx) => publicRates(tx))).total).toBe(0);
  });
});

describe('the report form', () => {
  it('offers one’s own home to its resident and to nobody else', async () => {
    const own = await ask(n.residents[2]!, reportChoices);
    expect(own.homes.map((h) => h.unit?.id)).toEqual([n.units[2]]);
    expect((await ask(n.anonymous, reportChoices)).homes).toEqual([]);
  });

  it('finds a room as people write it', async () => {
    const room = (typed: string) => ask(n.anonymous, (tx) => unitOfRoom(tx, n.stairwellId, typed));
    expect(await room('202')).toBe(n.units[3]);
    expect(await room('０２０２室')).toBe(n.units[3]);
    expect(await room('999')).toBeNull();
  });
});
