import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  RULE_PARAMETER_NAMES,
  RULE_PARAMETERS,
  RULES_ACTIONS,
  RULES_STATES,
  type RuleParameters,
} from '../../contract/rules-of-procedure.ts';
import {
  adoptionFits,
  consultationFits,
  inForceOn,
  parametersFit,
  RULES_TRANSITIONS,
  rulesStep,
  standingOn,
} from './rules-lifecycle.ts';

const offered = (more: Partial<RuleParameters> = {}): RuleParameters => ({
  ...(Object.fromEntries(
    RULE_PARAMETER_NAMES.map((name) => [name, { value: RULE_PARAMETERS[name].offered, clause: '第一条' }]),
  ) as RuleParameters),
  ...more,
});
const code = (answer: ReturnType<typeof parametersFit>) => (answer.ok ? 'ok' : answer.refusal.code);

describe('a version of the rules', () => {
  it('goes its way and no other: every state, every action', () => {
    const table = RULES_ACTIONS.flatMap((action) =>
      RULES_STATES.map((from) => `${action} ${from} ${rulesStep(action, from) ?? '-'}`),
    );
    expect(table).toEqual([
      'draft-rules DRAFT DRAFT',
      'draft-rules CONSULTING DRAFT',
      'draft-rules ADOPTED -',
      'draft-rules WITHDRAWN -',
      'consult-rules DRAFT CONSULTING',
      'consult-rules CONSULTING -',
      'consult-rules ADOPTED -',
      'consult-rules WITHDRAWN -',
      'adopt-rules DRAFT -',
      'adopt-rules CONSULTING ADOPTED',
      'adopt-rules ADOPTED -',
      'adopt-rules WITHDRAWN -',
      'withdraw-rules DRAFT WITHDRAWN',
      'withdraw-rules CONSULTING WITHDRAWN',
      'withdraw-rules ADOPTED -',
      'withdraw-rules WITHDRAWN -',
    ]);
    expect(RULES_TRANSITIONS).toHaveLength(RULES_ACTIONS.length);
  });

  it('is open for comments seven days at least, the first and the last counted', () => {
    expect(code(consultationFits('2026-01-01', '2026-01-06'))).toBe('agreements.consultation-too-short');
    expect(code(consultationFits('2026-01-01', '2026-01-07'))).toBe('ok');
  });

  it('is adopted from the day after the last day for comments, never backwards', () => {
    expect(code(adoptionFits('2026-01-07', '2026-01-07', '2026-01-08'))).toBe('agreements.still-consulting');
    expect(code(adoptionFits('2026-01-08', '2026-01-07', '2026-01-07'))).toBe('agreements.not-backwards');
    expect(code(adoptionFits('2026-01-08', '2026-01-07', '2026-01-08'))).toBe('ok');
  });

  it('needs every number within sense and with its clause', () => {
    expect(code(parametersFit(offered()))).toBe('ok');
    for (const name of RULE_PARAMETER_NAMES) {
      const { least, most } = RULE_PARAMETERS[name];
      for (const value of [least - 1, most + 1, least + 0.5, Number.NaN])
        expect(code(parametersFit(offered({ [name]: { value, clause: '第一条' } })))).toBe(
          'agreements.number-out-of-range',
        );
      expect(code(parametersFit(offered({ [name]: { value: least, clause: ' ' } })))).toBe(
        'agreements.clause-missing',
      );
    }
  });

  it('has no quorum of more than all seats', () => {
    const quorum = (part: number, whole: number) =>
      code(
        parametersFit(
          offered({ quorumPart: { value: part, clause: '五' }, quorumWhole: { value: whole, clause: '五' } }),
        ),
      );
    expect([quorum(3, 3), quorum(4, 3)]).toEqual(['ok', 'agreements.quorum-over-whole']);
  });
});

describe('the version in force', () => {
  const version = (effectiveFrom: string | null) => ({
    state: effectiveFrom ? ('ADOPTED' as const) : ('DRAFT' as const),
    effectiveFrom,
  });
  const [v10, v11, draft] = [version('2026-01-08'), version('2026-07-15'), version(null)];
  const all = [draft, v11, v10];

  it('is the last that began by that day; none before the first, never a draft', () => {
    expect(inForceOn(all, '2026-01-07')).toBeUndefined();
    expect(inForceOn(all, '2026-01-08')).toBe(v10);
    expect(inForceOn(all, '2026-07-14')).toBe(v10);
    expect(inForceOn(all, '2026-07-15')).toBe(v11);
    expect(inForceOn([draft], '2099-01-01')).toBeUndefined();
  });

  it('is one at most on any day, and all others say how they stand', () => {
    const standings = (day: string) => all.map((one) => standingOn(one, all, day));
    expect(standings('2026-03-01')).toEqual(['DRAFT', 'ADOPTED', 'EFFECTIVE']);
    expect(standings('2026-08-01')).toEqual(['DRAFT', 'EFFECTIVE', 'SUPERSEDED']);
    const day = fc
      .date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 6 }), day, (days, today) => {
        const versions = days.map(version);
        const now = versions.filter((one) => standingOn(one, versions, today) === 'EFFECTIVE');
        expect(now.length).toBe(days.some((from) => from <= today) ? 1 : 0);
      }),
    );
  });
});
