import { describe, expect, test } from 'vitest';
import { runSteps } from './run-steps.ts';
import { countTests } from './vitest-report.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});
const counted = (report: Parameters<typeof countTests>[0], code = 0) => {
  const { passed, failed } = countTests(report, code, '');
  return { passed, failed };
};

describe('the count of a test run', () => {
  test('has every test', () => {
    const testResults = [file('passed', 'passed', 'passed'), file('failed', 'failed', 'passed')];
    expect(counted({ numPassedTests: 3, numFailedTests: 1, testResults }, 1)).toEqual({
      passed: 3,
      failed: 1,
    });
  });

  test('has a file that could not be run as a failed test', () => {
    const testResults = [file('passed', 'passed'), file('failed')];
    expect(counted({ numPassedTests: 1, numFailedTests: 0, testResults }, 1)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  test('is failed when the run ended badly, found nothing or left no report', () => {
    const testResults = [file('passed', 'passed')];
    expect(counted({ numPassedTests: 1, numFailedTests: 0, testResults }, 1)).toEqual({
      passed: 1,
      failed: 1,
    });
    expect(counted({ numPassedTests: 0, numFailedTests: 0, testResults: [] })).toEqual({
      passed: 0,
      failed: 1,
    });
    expect(counted(null, 1)).toEqual({ passed: 0, failed: 1 });
  });
});

test('the last line sums up all steps, also those after a failed one, and the output of that one is shown', async () => {
  const before = process.exitCode;
  const lines: string[] = [];
  const step = (name: string, passed: number, failed: number) => ({
    name,
    run: async () => ({ passed, failed, output: `output of ${name}` }),
  });
  const thrown = { name: 'thrown', run: () => Promise.reject(new Error('no such program')) };
  await runSteps([step('one', 2, 0), step('two', 1, 3), thrown, step('last', 4, 0)], (line) =>
    lines.push(line),
  );
  const code = process.exitCode;
  process.exitCode = before;
  expect(lines.at(-1)).toBe('7 passed, 4 failed');
  expect(code).toBe(1);
  expect(lines).toContain('output of two');
  expect(lines).not.toContain('output of one');
});
