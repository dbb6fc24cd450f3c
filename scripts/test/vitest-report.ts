import type { Outcome } from './run-steps.ts';

/** What is used of Vitest's JSON report. */
export type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

/**
 * Counts the tests of a report. A file that could not be run counts as a failed test, and so does a run that
 * ended badly without saying which test failed, or that found no test.
 */
export function countTests(report: VitestReport | null, exitCode: number | null, output: string): Outcome {
  if (!report) return { passed: 0, failed: 1, output };
  const passed = report.numPassedTests;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  const isStrange = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isStrange ? 1 : failed, output };
}
