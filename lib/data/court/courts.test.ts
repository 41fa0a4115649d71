import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { getCourt, listCourts, seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { courts } from '@/lib/data/db/schema/court';
import { onDatabase } from '@/lib/testing/db/databases';

onDatabase('courts', () => {
  it('are the fifty offices, and keep what staff changed', async () => {
    await seedCourts();
    await db().update(courts).set({ noticeEn: 'Use the side door.' }).where(eq(courts.id, 'perth'));
    await seedCourts();
    expect(await listCourts()).toHaveLength(50);
    expect(await getCourt('perth')).toMatchObject({ municipality: 'Perth', noticeEn: 'Use the side door.' });
    await expect(getCourt('gotham')).rejects.toThrow(NotFound);
  });
});
