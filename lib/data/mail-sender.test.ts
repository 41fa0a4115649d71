import { expect, it } from 'vitest';
import { db } from '@/lib/data/db';
import { isSilent, resumeSender, slowDown, takeSlot } from '@/lib/data/mail-sender';
import { mailSender } from '@/lib/data/schema';
import { eachDatabase } from '@/lib/data/testing';
import { newPerson } from '@/lib/data/testing-people';

const nextAt = async () => (await db().select().from(mailSender))[0]?.nextAt.getTime() ?? 0;

eachDatabase('the pace of e-mail', () => {
  it.each([1, 2, 5])(
    'leaves more than a second between a message and the one %i after it',
    async (perSecond) => {
      await slowDown(60_000);
      const begins = await nextAt();
      for (let n = 0; n < perSecond; n += 1) await takeSlot(perSecond);
      expect((await nextAt()) - begins).toBeGreaterThanOrEqual(1_050);
      await resumeSender(await newPerson('clerk'), new Date());
    },
  );

  it('is resumed at once by staff, after whatever silence was asked for', async () => {
    await slowDown(3_600_000);
    expect(await isSilent(5_000)).toBe(true);
    await resumeSender(await newPerson('clerk'), new Date());
    expect(await isSilent(0)).toBe(false);
    expect(await takeSlot(2)).toBe(0);
  });
});
