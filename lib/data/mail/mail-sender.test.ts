import { expect, it } from 'vitest';
import { db } from '@/lib/data/db/db';
import { mailSender } from '@/lib/data/db/schema/mail';
import { isSilent, resumeSender, slowDown, takeSlot } from '@/lib/data/mail/mail-sender';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

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
    // The table rounds an instant to the millisecond, so up to half a millisecond into the future.
    expect(await isSilent(1)).toBe(false);
    expect(await takeSlot(2)).toBeLessThan(1);
  });
});
