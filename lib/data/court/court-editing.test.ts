import { beforeAll, expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { saveCourt } from '@/lib/data/court/court-editing';
import { getCourt, seedCourts } from '@/lib/data/court/courts';
import type { Role } from '@/lib/domain/access/access';
import { newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const settings = {
  acceptsFrom: '2026-01-01',
  acceptsUntil: '2026-12-31',
  noticeEn: 'Use the side door.',
  noticeFr: 'Passez par la porte de côté.',
  address: '43 Drummond St E, Perth, ON K7H 1G1',
};

onDatabase('editing a court', () => {
  beforeAll(seedCourts);

  it.each<Role>(['registrar', 'administrator'])('is for a %s', async (role) => {
    await saveCourt(await newPerson(role), 'perth', { ...settings, noticeEn: role }, now);
    expect(await getCourt('perth')).toMatchObject({ ...settings, noticeEn: role, municipality: 'Perth' });
  });

  it('takes an empty last day for no end', async () => {
    await saveCourt(await newPerson('registrar'), 'perth', { ...settings, acceptsUntil: '' }, now);
    expect((await getCourt('perth')).acceptsUntil).toBeNull();
  });

  it('is not for clerks, filers and visitors, nor for a court that does not exist', async () => {
    await expect(saveCourt(await newPerson('clerk'), 'barrie', settings, now)).rejects.toThrow(NotFound);
    await expect(saveCourt(await newPerson(), 'barrie', settings, now)).rejects.toThrow(NotFound);
    await expect(saveCourt({ kind: 'anonymous' }, 'barrie', settings, now)).rejects.toThrow(NotFound);
    expect((await getCourt('barrie')).noticeEn).not.toBe(settings.noticeEn);
    await expect(saveCourt(await newPerson('registrar'), 'gotham', settings, now)).rejects.toThrow(NotFound);
  });
});
