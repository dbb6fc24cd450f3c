import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { consentsAbout, consentsOf } from '#modules/consents/facade.server.ts';
import { changeConsent } from '#modules/matters/commands/citizen/change-consent.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import { reclassifyMatter } from '#modules/matters/commands/triage/reclassify-matter.ts';
import { ownMattersByConsent } from '#modules/matters/facade.server.ts';
import { board } from '#modules/matters/queries/public/board.ts';
import { progress } from '#modules/matters/queries/resident/progress.ts';
import { verifyChain } from '#platform/audit/events.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

let t: TestDatabase;
let n: SmallNeighborhood;

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(async () => {
  await t.close();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
});

/** Of a category that is shown one by one only when the reporter agreed. */
const NOISE = { category: 'E01', description: '楼上半夜拖椅子，睡不好觉' };

/** A matter somebody took up, so that the board speaks of it. */
async function takenUp(more = {}): Promise<string> {
  const { matterId } = await submitted(t, n, { ...NOISE, publishConsent: true, ...more });
  good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
  return matterId;
}

const onBoard = async () =>
  (
    await t.database.inTransaction(n.anonymous, (tx) =>
      board(tx, { estateId: null, group: null, state: null, month: null, after: null }),
    )
  ).items.length;
const change = (
  matterId: string,
  actor: Actor,
  purpose: 'PUBLISH_MATTER' | 'REVEAL_REPORTER',
  state: 'GIVEN' | 'WITHDRAWN',
  more = {},
) => does(t, actor, (tx) => changeConsent(tx, { matterId, purpose, state, ...more }));
const history = async (id: string) =>
  (await t.database.inTransaction(n.as.RC, (tx) => consentsAbout(tx, 'matter', id))).map(
    ({ purpose, state, how }) => `${purpose} ${state} ${how}`,
  );

describe('fixture 17: withdrawal of the consent to publish', () => {
  it('takes the matter off the board at once and leaves an audit event', async () => {
    const id = await takenUp();
    expect(await onBoard()).toBe(1);
    let told = 0;
    t.database.onPublicChange(() => {
      told += 1;
    });
    const before = told;
    good(await change(id, n.residents[0]!, 'PUBLISH_MATTER', 'WITHDRAWN'));
    expect(told).toBeGreaterThan(before);
    expect(await onBoard()).toBe(0);
    const { rows } = await t.ownerPool.query(
      "select data, person_id from platform.event where neighborhood_id = $1 and kind = 'matters.change-consent'",
      [n.id],
    );
    expect(rows).toEqual([
      {
        data: { consent: 'PUBLISH_MATTER', consentState: 'WITHDRAWN', consentHow: 'SELF' },
        person_id: n.residents[0]!.personId,
      },
    ]);
    expect(await history(id)).toEqual(['PUBLISH_MATTER GIVEN SELF', 'PUBLISH_MATTER WITHDRAWN SELF']);
    expect((await t.database.inTransaction(n.as.GB, verifyChain)).brokenAt).toBeNull();
  });

  it('holds also where the board asks nobody: who agreed may take it back, and is asked on the page', async () => {
    const id = await takenUp({ category: 'A09', description: '一楼大门的门禁坏了' });
    const other = await takenUp({ category: 'A09', description: '二楼的门禁也坏了' });
    expect(await onBoard()).toBe(2);
    const mine = await t.database.inTransaction(n.residents[0]!, ownMattersByConsent);
    expect(mine.map(({ consents }) => consents)).toEqual([
      [{ purpose: 'PUBLISH_MATTER', given: true }],
      [{ purpose: 'PUBLISH_MATTER', given: true }],
    ]);
    good(await change(id, n.residents[0]!, 'PUBLISH_MATTER', 'WITHDRAWN'));
    expect(await onBoard()).toBe(1);
    good(await change(id, n.residents[0]!, 'PUBLISH_MATTER', 'GIVEN'));
    good(await change(other, n.residents[0]!, 'PUBLISH_MATTER', 'GIVEN'));
    expect(await onBoard()).toBe(2);
  });

  it('is as easy as giving, and can be given again; given twice is one consent', async () => {
    const id = await takenUp();
    for (const state of ['WITHDRAWN', 'GIVEN', 'GIVEN'] as const)
      good(await change(id, n.residents[0]!, 'PUBLISH_MATTER', state));
    expect(await onBoard()).toBe(1);
    expect(await history(id)).toHaveLength(3);
    const mine = await t.database.inTransaction(n.residents[0]!, (tx) =>
      consentsOf(tx, n.residents[0]!.personId!),
    );
    expect(mine[0]).toMatchObject({ state: 'GIVEN', number: 3 });
  });

  it('works with code and PIN for somebody who is not registered', async () => {
    const id = await takenUp();
    good(await change(id, n.anonymous, 'PUBLISH_MATTER', 'WITHDRAWN', { provenByPin: true }));
    expect(await onBoard()).toBe(0);
    expect((await history(id)).at(-1)).toBe('PUBLISH_MATTER WITHDRAWN CODE');
  });

  it('a refused command tells no page', async () => {
    const id = await takenUp();
    let told = 0;
    t.database.onPublicChange(() => {
      told += 1;
    });
    const before = told;
    expect(refusal(await change(id, n.residents[1]!, 'PUBLISH_MATTER', 'WITHDRAWN'))).toBe(
      'matters.not-yours-to-do',
    );
    expect(told).toBe(before);
  });
});

describe('nothing is agreed to unless somebody said so', () => {
  it('a report without ticks has no consent, and the reporter is not named', async () => {
    const { matterId } = await submitted(t, n, NOISE);
    expect(await history(matterId)).toEqual([]);
  });

  it('whom to tell must be named: without an organisation there is no consent to be named', async () => {
    const { matterId } = await submitted(t, n, { ...NOISE, revealReporter: true });
    expect(await history(matterId)).toEqual([]);
    expect(refusal(await change(matterId, n.residents[0]!, 'REVEAL_REPORTER', 'GIVEN'))).toBe(
      'matters.nobody-complained-about',
    );
  });

  it('a consent to be named ends when the matter concerns another organisation', async () => {
    const { matterId } = await submitted(t, n, {
      category: 'B01',
      description: '保安态度不好',
      complainedOrgId: n.org.PC,
      revealReporter: true,
    });
    const right = { kind: 'COMPLAINT', category: 'B01', level: 'P2', reason: '反映的是别的单位' } as const;
    good(
      await does(t, n.as.RC, (tx) => reclassifyMatter(tx, { matterId, ...right, complainedOrgId: n.org.OC })),
    );
    const seen = await t.database.inTransaction(n.residents[0]!, async (tx) => {
      const code = await t.ownerPool.query('select code from matters.matter where id = $1', [matterId]);
      return progress(tx, code.rows[0].code, false);
    });
    expect(seen?.consents).toContainEqual({ purpose: 'REVEAL_REPORTER', given: false });
    expect((await history(matterId)).at(-1)).toContain('REVEAL_REPORTER LAPSED');
  });
});

describe('staff write down what was said', () => {
  it('with a witness who is somebody else; taking back needs none', async () => {
    const { matterId } = await submitted(t, n, NOISE);
    const spoken = { how: 'SPOKEN' as const };
    const as = n.as.RC;
    expect(refusal(await change(matterId, as, 'PUBLISH_MATTER', 'GIVEN'))).toBe('matters.say-how-agreed');
    for (const witnessPostId of [undefined, as.post!.postId])
      expect(
        refusal(await change(matterId, as, 'PUBLISH_MATTER', 'GIVEN', { ...spoken, witnessPostId })),
      ).toBe('consents.witness-missing');
    const witnessPostId = n.as.RC2.post!.postId;
    good(await change(matterId, as, 'PUBLISH_MATTER', 'GIVEN', { ...spoken, witnessPostId }));
    good(await change(matterId, as, 'PUBLISH_MATTER', 'WITHDRAWN', spoken));
    expect(await history(matterId)).toEqual([
      'PUBLISH_MATTER GIVEN SPOKEN',
      'PUBLISH_MATTER WITHDRAWN SPOKEN',
    ]);
  });

  it('cannot take a witness of another neighborhood', async () => {
    const { matterId } = await submitted(t, n, NOISE);
    const other = await smallNeighborhood(t, 'CS');
    const stranger = { how: 'PAPER' as const, witnessPostId: other.as.RC.post!.postId };
    expect(refusal(await change(matterId, n.as.RC, 'PUBLISH_MATTER', 'GIVEN', stranger))).toBe(
      'matters.no-such-witness',
    );
  });

  it.each(['PC', 'OC', 'HO', 'AG'] as const)('%s cannot give or withdraw for a reporter', async (who) => {
    const id = await takenUp();
    expect(refusal(await change(id, n.as[who], 'PUBLISH_MATTER', 'WITHDRAWN', { how: 'SPOKEN' }))).toBe(
      'matters.not-yours-to-do',
    );
    expect(await onBoard()).toBe(1);
  });

  it('another neighborhood finds nothing, neither the matter nor its consents', async () => {
    const id = await takenUp();
    const other = await smallNeighborhood(t, 'CS');
    expect(refusal(await change(id, other.as.RC, 'PUBLISH_MATTER', 'WITHDRAWN', { how: 'PAPER' }))).toBe(
      'matters.not-found',
    );
    const seen = await t.database.inTransaction(other.as.RC, (tx) => consentsAbout(tx, 'matter', id));
    expect(seen).toEqual([]);
  });
});

it('the history of consents cannot be changed by the program', async () => {
  await takenUp();
  for (const attempt of ["update consents.consent set state = 'GIVEN'", 'delete from consents.consent'])
    await expect(t.appPool.query(attempt)).rejects.toThrow('permission denied');
});
