import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { replyToHandlers } from '#modules/matters/commands/citizen/urge.ts';
import { answerFollowUp } from '#modules/matters/commands/closing/follow-up.ts';
import { linkExternal } from '#modules/matters/commands/handling/add-note.ts';
import { reportDone } from '#modules/matters/commands/handling/report-done.ts';
import { decideExtension, requestExtension } from '#modules/matters/commands/pace/extension.ts';
import { waitForRequester } from '#modules/matters/commands/pace/waiting.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import { acceptAssignment, assignMatter } from '#modules/matters/commands/triage/assign-matter.ts';
import { reclassifyMatter } from '#modules/matters/commands/triage/reclassify-matter.ts';
import { submitMatter as raiseMatter } from '#modules/matters/facade.server.ts';
import { findMatter } from '#modules/matters/store/matters.ts';
import {
  does,
  good,
  refusal,
  report,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const row = async (matterId: string) =>
  (await t.database.inTransaction(n.as.GB, (tx) => findMatter(tx, matterId)))!;

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

/** A matter that the property company has in hand. */
async function inHand(more: Parameters<typeof submitted>[2] = {}): Promise<string> {
  const { matterId } = await submitted(t, n, more);
  good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
  good(
    await does(t, n.as.RC, (tx) =>
      assignMatter(tx, { matterId, leadOrgId: n.org.PC, coHandlerOrgIds: [], note: '' }),
    ),
  );
  good(await does(t, n.as.PC, (tx) => acceptAssignment(tx, { matterId, postId: n.as.PC.post!.postId })));
  return matterId;
}
async function done(matterId: string) {
  good(
    await does(t, n.as.PC, (tx) =>
      reportDone(tx, { matterId, summary: '换了门锁，试了十次都能关上', publicLine: '' }),
    ),
  );
}
const no = { resolved: 'no', satisfaction: 2, text: '' } as const;

describe('what the handlers wait for', () => {
  it('a reply of the reporter, by code and PIN too, sets work and clock going again', async () => {
    const matterId = await inHand();
    good(await does(t, n.as.PC, (tx) => waitForRequester(tx, { matterId, reason: '什么时候在家' })));
    const reply = { matterId, text: '明天下午在家', provenByPin: true };
    expect(
      refusal(await does(t, n.residents[1]!, (tx) => replyToHandlers(tx, { ...reply, provenByPin: false }))),
    ).toBe('matters.not-yours-to-do');
    good(await does(t, n.anonymous, (tx) => replyToHandlers(tx, reply)));
    expect(await row(matterId)).toMatchObject({ status: 'IN_PROGRESS', waiting_since: null, urge_count: 0 });
  });

  it('a number typed by somebody nobody knows ties the report to no registered person', async () => {
    const digits = '13800000001';
    const index = t.vault.index('phone', digits);
    await t.ownerPool.query('update registry.person set phone_index = $1 where id = $2', [
      index,
      n.residents[2]!.personId,
    ]);
    const named = { reporter: 'NAMED', reporterName: '某人', reporterPhone: digits } as const;
    const typed = await submitted(t, n, named, n.anonymous);
    expect((await row(typed.matterId)).reporter_person_id).toBeNull();
    const taken = await submitted(t, n, { ...named, channel: 'PHONE' }, n.as.RC);
    expect((await row(taken.matterId)).reporter_person_id).toBe(n.residents[2]!.personId);
  });
});

describe('putting right what was entered', () => {
  const right = { kind: 'HELP', category: 'A04', level: 'P2', reason: '归错类了' } as const;

  it('deadlines run as if it had been right from the start, except those of a later round', async () => {
    const matterId = await inHand();
    good(await does(t, n.as.RC, (tx) => reclassifyMatter(tx, { matterId, ...right, level: 'P3' })));
    expect((await row(matterId)).handle_due_at).toEqual(at('2026-12-07 17:00'));
    await done(matterId);
    good(await does(t, n.residents[0]!, (tx) => answerFollowUp(tx, { matterId, ...no })));
    const redo = await row(matterId);
    good(await does(t, n.as.RC, (tx) => reclassifyMatter(tx, { matterId, ...right })));
    expect(await row(matterId)).toMatchObject({
      handle_due_at: redo.handle_due_at,
      contact_due_at: redo.contact_due_at,
    });
  });

  it('a lead that is complained about cannot take itself off the complaint', async () => {
    const matterId = await inHand({ complainedOrgId: n.org.PC });
    good(await does(t, n.as.PC, (tx) => reclassifyMatter(tx, { matterId, ...right })));
    expect((await row(matterId)).complained_org_id).toBe(n.org.PC);
    good(await does(t, n.as.RC, (tx) => reclassifyMatter(tx, { matterId, ...right })));
    expect((await row(matterId)).complained_org_id).toBeNull();
  });

  it('an extension never passes the date of the hot line', async () => {
    const matterId = await inHand();
    const externalDueAt = at('2026-12-01 12:00');
    good(
      await does(t, n.as.RC, (tx) => linkExternal(tx, { matterId, externalNo: '12345-测试', externalDueAt })),
    );
    good(
      await does(t, n.as.PC, (tx) =>
        requestExtension(tx, { matterId, reason: '等配件', newDueOn: '2026-12-04' }),
      ),
    );
    good(await does(t, n.as.GB, (tx) => decideExtension(tx, { matterId, approve: true, note: '' })));
    expect((await row(matterId)).handle_due_at).toEqual(externalDueAt);
  });
});

describe('a finding of a team', () => {
  it('becomes a matter through the door of the module, in the post of who walked', async () => {
    const finding = report(n, {
      channel: 'PATROL',
      reporter: 'ANONYMOUS',
      description: '巡视看到楼道灯坏了',
      category: 'A05',
    });
    const made = good(await does(t, n.as.RC, (tx) => raiseMatter(tx, finding)));
    expect(await row(made.matterId)).toMatchObject({
      channel: 'PATROL',
      category: 'A05',
      status: 'SUBMITTED',
    });
    expect(refusal(await does(t, n.as.HO, (tx) => raiseMatter(tx, finding)))).toBe(
      'matters.not-yours-to-raise',
    );
  });
});
