import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { draftRules } from '#modules/agreements/commands/rules/draft-rules.ts';
import { moveRules } from '#modules/agreements/commands/rules/move-rules.ts';
import {
  RULE_PARAMETER_NAMES,
  RULE_PARAMETERS,
  type RuleParameters,
} from '#modules/agreements/contract/rules-of-procedure.ts';
import { rulesInForce, rulesVersion } from '#modules/agreements/facade.server.ts';
import type { MoveRules } from '#modules/agreements/forms/rules.ts';
import { publicRules, rulesVersions } from '#modules/agreements/queries/rules/rules-of-procedure.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const PARAMETERS = Object.fromEntries(
  RULE_PARAMETER_NAMES.map((name) => [name, { value: RULE_PARAMETERS[name].offered, clause: '第八条' }]),
) as RuleParameters;
const BODY = '第一条 联席会议由党总支召集，每月一次。第二条 到会的席位满三分之二方可议定。';
const at = (day: string) => new Date(`${day}T02:00:00Z`);

let t: TestDatabase;
let n: SmallNeighborhood;
beforeAll(async () => {
  t = await testDatabase(at('2026-01-01'));
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
});
afterAll(() => t.close());

const draft = (more = {}, actor: Actor = n.as.GB, day = '2026-01-01') =>
  does(
    t,
    actor,
    (tx) =>
      draftRules(tx, {
        id: randomUUID(),
        version: 0,
        label: 'v1.0',
        body: BODY,
        parameters: PARAMETERS,
        ...more,
      }),
    at(day),
  );
const move = (input: MoveRules, actor: Actor = n.as.GB, day = '2026-01-01') =>
  does(t, actor, (tx) => moveRules(tx, input), at(day));
const until = (day: string) => ({ step: 'consult-rules' as const, until: day });
const from = (day: string) => ({
  step: 'adopt-rules' as const,
  effectiveFrom: day,
  adoptedBy: '联席会议全体通过',
});

/** A version adopted on a day and in force from it. */
async function adopted(label: string, day: string): Promise<string> {
  const { id } = good(await draft({ label }, n.as.GB, '2026-01-01'));
  good(await move({ id, version: 1, ...until('2026-01-07') }));
  good(await move({ id, version: 2, ...from(day) }, n.as.GB, '2026-01-08'));
  return id;
}
const inForce = (day: string, actor: Actor = n.anonymous) =>
  t.database.inTransaction(actor, (tx) => rulesInForce(tx, day));

describe('rules of procedure', () => {
  it('are in force from their day on, and no numbers before: nothing holds silently', async () => {
    expect(await inForce('2026-01-08')).toBeNull();
    const id = await adopted('v1.0', '2026-01-08');
    expect(await inForce('2026-01-07')).toBeNull();
    expect(await inForce('2026-01-08')).toMatchObject({
      id,
      label: 'v1.0',
      numbers: { noticeWorkdays: 3, quorumPart: 2, quorumWhole: 3 },
      clauses: { noticeWorkdays: '第八条' },
    });
  });

  it('are followed by a later version, and the earlier one can still be asked for by its id', async () => {
    const first = await adopted('v1.0', '2026-01-08');
    await adopted('v1.1', '2026-07-15');
    expect((await inForce('2026-07-14'))?.label).toBe('v1.0');
    expect((await inForce('2026-07-15'))?.label).toBe('v1.1');
    expect((await t.database.inTransaction(n.anonymous, (tx) => rulesVersion(tx, first)))?.label).toBe(
      'v1.0',
    );
  });

  it('are drafted by the general branch alone, and recorded as adopted by its secretary', async () => {
    for (const actor of [n.as.RC, n.as.OC, n.as.PC, n.as.HO, n.residents[0]!, n.anonymous])
      expect(refusal(await draft({}, actor))).toBe('agreements.rules-not-yours');
    const { id } = good(await draft({}, n.as.GB2));
    good(await move({ id, version: 1, ...until('2026-01-07') }, n.as.GB2));
    expect(refusal(await move({ id, version: 2, ...from('2026-01-08') }, n.as.GB2, '2026-01-08'))).toBe(
      'agreements.rules-not-yours',
    );
  });

  it('cannot be adopted before everybody had seven days, nor without having been put before them', async () => {
    const { id } = good(await draft());
    expect(refusal(await move({ id, version: 1, ...from('2026-01-08') }))).toBe(
      'agreements.rules-step-impossible',
    );
    expect(refusal(await move({ id, version: 1, ...until('2026-01-06') }))).toBe(
      'agreements.consultation-too-short',
    );
    good(await move({ id, version: 1, ...until('2026-01-07') }));
    expect(refusal(await move({ id, version: 2, ...from('2026-01-08') }, n.as.GB, '2026-01-07'))).toBe(
      'agreements.still-consulting',
    );
  });

  it('that people comment on go back to a draft when their text changes', async () => {
    const { id } = good(await draft());
    good(await move({ id, version: 1, ...until('2026-01-07') }));
    good(await draft({ id, version: 2, body: `${BODY}第三条 议定事项要写明单位和责任人。` }));
    const [version] = await t.database.inTransaction(n.as.GB, rulesVersions);
    expect(version).toMatchObject({ standing: 'DRAFT', consultedUntil: null });
  });

  it('once adopted never change, not by a draft, a step, or the program itself', async () => {
    const id = await adopted('v1.0', '2026-01-08');
    expect(refusal(await draft({ id, version: 3 }, n.as.GB, '2026-01-09'))).toBe(
      'agreements.rules-adopted-already',
    );
    expect(refusal(await move({ id, version: 3, step: 'withdraw-rules' }))).toBe(
      'agreements.rules-step-impossible',
    );
  });

  it('are one version a day: a second from the same day or before is refused', async () => {
    await adopted('v1.0', '2026-02-01');
    const { id } = good(await draft({ label: 'v1.1' }));
    good(await move({ id, version: 1, ...until('2026-01-07') }));
    for (const day of ['2026-01-20', '2026-02-01'])
      expect(refusal(await move({ id, version: 2, ...from(day) }, n.as.GB, '2026-01-08'))).toBe(
        'agreements.another-from-then',
      );
  });

  it('changed by two at once: the second is told', async () => {
    const { id } = good(await draft());
    good(await draft({ id, version: 1, label: 'v1.0a' }));
    expect(refusal(await draft({ id, version: 1 }, n.as.GB2))).toBe('agreements.changed-meanwhile');
    expect(refusal(await draft({ label: 'v1.0a' }))).toBe('agreements.label-taken');
  });

  it('in draft are nobody else’s to read, and of another neighborhood are not there', async () => {
    const { id } = good(await draft());
    expect(await t.database.inTransaction(n.anonymous, publicRules)).toEqual([]);
    const other = await smallNeighborhood(t);
    expect(refusal(await move({ id, version: 1, step: 'withdraw-rules' }, other.as.GB))).toBe(
      'agreements.rules-not-found',
    );
    good(await move({ id, version: 1, ...until('2026-01-07') }));
    expect((await t.database.inTransaction(n.anonymous, publicRules)).map((one) => one.standing)).toEqual([
      'CONSULTING',
    ]);
    expect(await t.database.inTransaction(other.anonymous, publicRules)).toEqual([]);
  });
});
