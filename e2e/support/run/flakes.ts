import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Names each journey that passed at its second try only: a flake is a fault of the test or of the service. */
export default class Flakes implements Reporter {
  private readonly tests = new Set<TestCase>();

  onTestEnd(test: TestCase, _result: TestResult): void {
    this.tests.add(test);
  }

  onEnd(): void {
    for (const test of this.tests) {
      if (test.outcome() === 'flaky')
        process.stdout.write(`FLAKE ${test.titlePath().slice(2).join(' › ')}\n`);
    }
  }

  printsToStdio(): boolean {
    return false;
  }
}
