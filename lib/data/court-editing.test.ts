import { beforeAll, expect, it } from 'vitest';
import { saveCourt } from '@/lib/data/court-editing';
import { getCourt, seedCourts } from '@/lib/data/courts';
import { NotFound } from '@/lib/data/errors';
import { eachDatabase } from '@/lib/data/testing';
import { newPerson } from '@/lib/data/testing-people';
import type { Role } from '@/lib/domain/access';

const now = new Date('2026-11-24T15:00:00Z');
const settings = {
  acceptsFrom: '2026-01-01',
  acceptsUntil: '2026-12-31',
  noticeEn: 'Use the side door.',
  noticeFr: 'Passez par la porte de côté.',
  address: '43 Drummond St E, Perth, ON K7H 1G1',
};

eachDatabase('editing a court', () => {
  beforeAll(seedCourts);

  it.each<Role>(['clerk', 'registrar', 'administrator'])('is for a %s', async (role) => {
    await saveCourt(await newPerson(role), 'perth', { ...settings, noticeEn: role }, now);
    expect(await getCourt('perth')).toMatchObject({ ...settings, noticeEn: role, municipality: 'Perth' });
  });

  it('takes an empty last day for no end', async () => {
    await saveCourt(await newPerson('clerk'), 'perth', { ...settings, acceptsUntil: '' }, now);
    expect((await getCourt('perth')).acceptsUntil).toBeNull();
  });

  it('is not for filers and visitors, nor for a court that does not exist', async () => {
    await expect(saveCourt(await newPerson(), 'barrie', settings, now)).rejects.toThrow(NotFound);
    await expect(saveCourt({ kind: 'anonymous' }, 'barrie', settings, now)).rejects.toThrow(NotFound);
    expect((await getCourt('barrie')).noticeEn).not.toBe(settings.noticeEn);
    await expect(saveCourt(await newPerson('clerk'), 'gotham', settings, now)).rejects.toThrow(NotFound);
  });
});
