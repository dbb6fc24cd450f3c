/** What a step of the test run came to; `output` is shown when something failed. */
export type Outcome = { readonly passed: number; readonly failed: number; readonly output: string };

export type Step = { readonly name: string; readonly run: () => Promise<Outcome> };

/**
 * Runs the steps in order, all of them, and says how each went in a line. The last line is
 * `N passed, N failed`; the exit code is 1 when anything failed.
 */
export async function runSteps(steps: readonly Step[], say: (line: string) => void = console.log) {
  let passed = 0;
  let failed = 0;
  for (const { name, run } of steps) {
    const started = performance.now();
    const outcome = await run().catch(
      (error: unknown): Outcome => ({ passed: 0, failed: 1, output: String(error) }),
    );
    passed += outcome.passed;
    failed += outcome.failed;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (outcome.failed > 0) say(outcome.output.trimEnd());
    const mark = outcome.failed > 0 ? '✗' : '✓';
    const count = outcome.failed > 0 ? `${outcome.passed} passed, ${outcome.failed} failed` : outcome.passed;
    say(`${mark} ${name.padEnd(12)} ${String(count).padStart(5)}  ${seconds} s`);
  }
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
