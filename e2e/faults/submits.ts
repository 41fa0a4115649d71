import { strict as assert } from 'node:assert';
import { claimBlob, newClaimant, prepareDraft } from '../support/people/claimant';
import { check } from './check';
import { Court } from './court';

const many = 50;

/** The same form sent fifty times at once: one submission, and everyone sees its receipt. */
export async function sameSubmits(): Promise<string> {
  const court = await Court.open();
  try {
    const { origin } = await court.start('2026-11-24T15:00:00.000Z');
    const visitor = await newClaimant(origin);
    await court.confirmAddresses();
    const draft = await prepareDraft(visitor, await claimBlob(2));
    const review = await visitor.get(`/en/claims/${draft}/review`);
    const send = () => visitor.submit(review, 'certify', { certify: 'on' });
    const pages = await Promise.all(Array.from({ length: many }, send));
    const seen = new Set(pages.map(({ status, path }) => `${status} ${path}`));
    assert.equal(seen.size, 1, `all see one page: ${[...seen].join(', ')}`);
    assert.match([...seen].join(), /^200 .*\/transactions\/R-.*\/confirmation$/);
    await court.settled();
    await check(court, 1);
    return `${many} identical submits over HTTP, 1 filing`;
  } finally {
    await court.close();
  }
}
