import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getCourt, listCourts, seedCourts } from '@/lib/data/courts';
import { db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { courts } from '@/lib/data/schema';
import { eachDatabase } from '@/lib/data/testing';

eachDatabase('courts', () => {
  it('are the fifty offices, and keep what staff changed', async () => {
    await seedCourts();
    await db().update(courts).set({ noticeEn: 'Use the side door.' }).where(eq(courts.id, 'perth'));
    await seedCourts();
    expect(await listCourts()).toHaveLength(50);
    expect(await getCourt('perth')).toMatchObject({ municipality: 'Perth', noticeEn: 'Use the side door.' });
    await expect(getCourt('gotham')).rejects.toThrow(NotFound);
  });
});
