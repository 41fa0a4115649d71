import { afterEach, describe, expect, it, vi } from 'vitest';
import { claimPdf } from '@/e2e/fixtures/pdfs';
import { budgetMilliseconds, countingTime, isBudgetSpent } from '@/lib/services/pdf-sandbox/budget';
import { examinePdf } from '@/lib/services/pdf-sandbox/pdf';

const hour = 3_600_000;

/** A job that takes so long by the clock, and no time of the test. */
const taking = (milliseconds: number) => async () => {
  vi.advanceTimersByTime(milliseconds);
};

afterEach(() => vi.useRealTimers());

describe('the time for one person’s uploads within an hour', () => {
  it('is spent by what took long, one’s own alone, and there again after the hour', async () => {
    vi.useFakeTimers();
    await countingTime('slow', taking(budgetMilliseconds - 1));
    expect(await isBudgetSpent('slow')).toBe(false);
    await countingTime('slow', taking(1));
    expect(await isBudgetSpent('slow')).toBe(true);
    expect(await isBudgetSpent('another')).toBe(false);
    vi.advanceTimersByTime(hour);
    expect(await isBudgetSpent('slow')).toBe(false);
  });

  it('counts what failed as well', async () => {
    vi.useFakeTimers();
    const failing = async () => {
      await taking(budgetMilliseconds)();
      throw new Error('failed');
    };
    await expect(countingTime('failing', failing)).rejects.toThrow('failed');
    expect(await isBudgetSpent('failing')).toBe(true);
  });

  it('is asked before an upload is examined, and not for the court’s own work', async () => {
    const claim = await claimPdf({ title: 'Statement of Claim', pages: 1 });
    vi.useFakeTimers();
    await countingTime('spent', taking(budgetMilliseconds));
    vi.useRealTimers();
    expect(await examinePdf(claim, { person: 'spent' })).toEqual({ ok: false, code: 'budget-spent' });
    expect(await examinePdf(claim, { person: 'fresh' })).toMatchObject({ ok: true });
    expect(await examinePdf(claim)).toMatchObject({ ok: true });
  });
});
