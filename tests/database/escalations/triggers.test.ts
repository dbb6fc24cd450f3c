import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { proposeEscalation } from '#modules/escalations/commands/propose-escalation.ts';
import { endorseMatter } from '#modules/matters/commands/citizen/urge.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import {
  acceptAssignment,
  assignMatter,
  returnAssignment,
  ruleOnReturn,
} from '#modules/matters/commands/triage/assign-matter.ts';
import { declineMatter } from '#modules/matters/commands/triage/decline-matter.ts';
import { mergeMatter } from '#modules/matters/commands/triage/merge-matter.ts';
import {
  escalateMatter,
  flagChronic,
  superviseMatter,
} from '#modules/matters/commands/triage/people-on-matter.ts';
import { assignForm, declineForm } from '#modules/matters/forms/handling.ts';
import { withRules } from '../agreements/adopted-rules.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { at, type Climbing, climbingOf } from './climbing.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
let c: Climbing;
const NOW = at('2026-04-15 10:20');
beforeAll(async () => {
  t = await testDatabase(NOW);
});
beforeEach(async () => {
  t.clock.now = NOW;
  n = await smallNeighborhood(t);
  c = climbingOf(t, n);
});
afterAll(() => t.close());

const assigned = async (matterId: string, org: 'PC' | 'HO') => {
  const input = assignForm.parse({ matterId, leadOrgId: n.org[org] });
  good(await does(t, n.as.GB, (tx) => assignMatter(tx, input)));
};
const returned = async (matterId: string, org: 'PC' | 'HO') => {
  await assigned(matterId, org);
  good(await does(t, n.as[org], (tx) => returnAssignment(tx, { matterId, basis: '不归我们管' })));
};
const accepted = async () => {
  const { matterId, code } = await submitted(t, n);
  good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
  return { matterId, code };
};

describe('a matter climbs by itself', () => {
  it('an organisation asks for help (S19): proposed at once, triage by the end of the next working day', async () => {
    const { matterId } = await submitted(t, n, { channel: 'ORGANISATION', category: 'F02' }, n.as.OC);
    await c.hear();
    const climbed = await c.of(matterId);
    expect(climbed).toMatchObject({ state: 'PROPOSED', triage_due_at: at('2026-04-16 17:00') });
    expect(await c.triggers(climbed.id)).toEqual(['HELP_ASKED']);
    expect(await c.kinds(climbed.id)).toEqual(['proposed']);
  });

  it('news that is heard twice, or by two copies of the program, makes it climb once', async () => {
    const { matterId } = await submitted(t, n, { channel: 'ORGANISATION' }, n.as.OC);
    await Promise.all([c.hear(), c.hear()]);
    await c.hear();
    expect(await c.count(matterId)).toBe(1);
  });

  it('two returns of two organisations: the second return and a dispute about the lead, in one escalation', async () => {
    const { matterId } = await accepted();
    await returned(matterId, 'PC');
    await c.hear();
    expect(await c.count(matterId)).toBe(0);
    await returned(matterId, 'HO');
    await c.hear();
    expect(await c.triggers((await c.of(matterId)).id)).toEqual(['LEAD_DISPUTE', 'SECOND_RETURN']);
    expect(await c.count(matterId)).toBe(1);
  });

  it('a ruling of the general branch on what made it climb settles it before a way is chosen', async () => {
    const { matterId } = await accepted();
    await returned(matterId, 'PC');
    await returned(matterId, 'HO');
    await c.hear();
    good(
      await does(t, n.as.GB, (tx) =>
        ruleOnReturn(tx, { matterId, leadOrgId: n.org.HO, ruling: '房管办牵头' }),
      ),
    );
    await c.hear();
    const over = await c.of(matterId);
    expect(over).toMatchObject({ state: 'RESOLVED', ended_at: NOW });
    expect(await c.kinds(over.id)).toEqual(['proposed', 'trigger-added', 'settled-before']);
  });

  it('endorsed by a share of the households that the rules of procedure name, and not without rules', async () => {
    const { matterId } = await submitted(t, n);
    const endorse = (i: number) =>
      does(t, n.residents[i]!, (tx) => endorseMatter(tx, { matterId, unitId: n.units[i]! }));
    good(await endorse(1));
    await c.hear();
    expect(await c.count(matterId)).toBe(0);
    await withRules(t, n);
    good(await endorse(2));
    await c.hear();
    // Three of four households are more than five percent, though fewer than twenty.
    expect(await c.triggers((await c.of(matterId)).id)).toEqual(['ENDORSED']);
  });

  it('long overdue, marked as coming back, or in danger', async () => {
    const { matterId } = await accepted();
    await assigned(matterId, 'PC');
    good(await does(t, n.as.PC, (tx) => acceptAssignment(tx, { matterId, postId: n.as.PC.post!.postId })));
    t.clock.now = at('2026-05-06 10:00');
    good(await does(t, n.as.RC, (tx) => superviseMatter(tx, { matterId, level: 2, reason: '超期多日' })));
    good(await does(t, n.as.RC, (tx) => flagChronic(tx, { matterId, reason: '第三次了' })));
    await c.hear();
    expect(await c.triggers((await c.of(matterId)).id)).toEqual(['CHRONIC', 'OVERDUE_RED']);
    const danger = await submitted(t, n, { description: '门禁漏电，有人触电了' });
    await c.hear();
    expect(await c.triggers((await c.of(danger.matterId)).id)).toEqual(['SAFETY']);
  });

  it('whoever leads asks for help; the state of the matter is its own', async () => {
    const { matterId } = await accepted();
    await assigned(matterId, 'PC');
    good(await does(t, n.as.PC, (tx) => escalateMatter(tx, { matterId, reason: '要几家一起办' })));
    await c.hear();
    expect(await c.triggers((await c.of(matterId)).id)).toEqual(['HELP_ASKED']);
  });
});

describe('what is over before anything was decided', () => {
  const climbed = async (more = {}) => {
    const matter = await submitted(t, n, { channel: 'ORGANISATION', ...more }, n.as.OC);
    await c.hear();
    return { ...matter, escalation: await c.of(matter.matterId) };
  };
  const decline = (matterId: string) =>
    does(t, n.as.RC, (tx) =>
      declineMatter(
        tx,
        declineForm.parse({
          matterId,
          reason: 'OUT_OF_SCOPE',
          explanation: '归市政管',
          whereToTurn: '12345',
        }),
      ),
    );

  it('a matter that is declined or withdrawn takes its escalation with it', async () => {
    const { matterId, escalation } = await climbed();
    good(await decline(matterId));
    await c.hear();
    expect(await c.row(escalation.id)).toMatchObject({ state: 'RESOLVED' });
    expect(await c.kinds(escalation.id)).toEqual(['proposed', 'settled-before']);
  });

  it('what is about safety goes on whoever withdraws (§4, generic rule 3)', async () => {
    const { matterId, escalation } = await climbed({ description: '电线漏电，有人触电' });
    expect(await c.triggers(escalation.id)).toEqual(['HELP_ASKED', 'SAFETY']);
    good(await decline(matterId));
    await c.hear();
    expect(await c.row(escalation.id)).toMatchObject({ state: 'PROPOSED' });
  });

  it('merged into another, it goes on there', async () => {
    const { matterId, escalation } = await climbed();
    const main = await submitted(t, n);
    good(await does(t, n.as.RC, (tx) => mergeMatter(tx, { matterId, intoId: main.matterId })));
    await c.hear();
    expect(await c.row(escalation.id)).toMatchObject({ state: 'PROPOSED', matter_id: main.matterId });
    expect(await c.kinds(escalation.id)).toEqual(['proposed', 'moved-to-main']);
  });
});

describe('proposed by hand', () => {
  const propose = (matter: string, actor = n.as.RC, trigger = 'LEAD_DISPUTE') =>
    does(t, actor, (tx) =>
      proposeEscalation(tx, { matter, trigger: trigger as 'SAFETY', said: '三家都说不归自己' }),
    );

  it('by whoever coordinates, once for each reason and round', async () => {
    const { matterId, code } = await submitted(t, n);
    const { id } = good(await propose(code.toLowerCase()));
    expect(await c.row(id)).toMatchObject({ matter_id: matterId, state: 'PROPOSED' });
    expect(refusal(await propose(code))).toBe('escalations.raised-already');
    expect(good(await propose(code, n.as.GB, 'SAFETY'))).toEqual({ id });
    expect(await c.triggers(id)).toEqual(['LEAD_DISPUTE', 'SAFETY']);
  });

  it('cannot be proposed by others, for what is over, nor for a matter of another neighborhood', async () => {
    const { code, matterId } = await submitted(t, n);
    for (const actor of [n.as.PC, n.as.OC, n.residents[0]!, n.anonymous])
      expect(refusal(await propose(code, actor))).toBe('escalations.not-yours');
    const other = await smallNeighborhood(t, 'QT');
    const theirs = await submitted(t, other);
    expect(refusal(await propose(theirs.code))).toBe('escalations.no-such-matter');
    good(
      await does(t, n.as.RC, (tx) =>
        declineMatter(
          tx,
          declineForm.parse({
            matterId,
            reason: 'OUT_OF_SCOPE',
            explanation: '归市政管',
            whereToTurn: '12345',
          }),
        ),
      ),
    );
    expect(refusal(await propose(code))).toBe('escalations.matter-is-over');
  });
});
