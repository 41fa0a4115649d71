import { expect, it } from 'vitest';
import { NotFound } from '@/lib/data/errors';
import { eachDatabase } from '@/lib/data/testing';
import { newPerson } from '@/lib/data/testing-people';
import { getVersion } from '@/lib/data/versions';

eachDatabase('versions of documents', () => {
  it('do not exist under an id that is none, nor under one that was never given', async () => {
    const clerk = await newPerson('clerk');
    for (const id of ['-'.repeat(36), 'x', '00000000-0000-4000-8000-000000000000']) {
      await expect(getVersion(clerk, id), id).rejects.toThrow(NotFound);
    }
  });
});
