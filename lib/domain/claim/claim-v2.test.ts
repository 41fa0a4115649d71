import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parseClaim } from '@/lib/domain/claim/claim';
import { claimV1 } from '@/lib/domain/claim/claim-v1';
import { answersOfClaim, claimAsFiled, claimV2, storedClaim } from '@/lib/domain/claim/claim-v2';

const first = claimV1.parse(
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'claim-v1.json'), 'utf8')),
);
const nature = {
  ...{ id: 'data-breach', en: 'Data breach', fr: 'Atteinte aux données' },
  countsAs: 'economicInjury' as const,
};
let n = 0;
const newId = () => `p${++n}`;

/** The claim of version 1 once more, about another nature. */
function claimAbout(id: string) {
  const parsed = parseClaim({ ...answersOfClaim(first, newId), nature: { nature: id } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.missing));
  return parsed.claim;
}

it('is version 1 where nobody set the nature, and version 2 with its words where two people did', () => {
  expect(claimAsFiled(claimAbout('contract'), null)).toEqual(first);
  const filed = claimAsFiled(claimAbout('data-breach'), nature);
  expect(filed).toEqual({ ...first, version: 2, nature });
  expect(storedClaim.parse(JSON.parse(JSON.stringify(filed)))).toEqual(filed);
});

it('is read for ever as it was filed, byte by byte', () => {
  const filed = JSON.stringify(claimV2.parse({ ...first, version: 2, nature }));
  const frozen = '4c898df409e01976bfa2ec898b561b12f7842696624147304441ff6576c4b1a6';
  expect(createHash('sha256').update(filed).digest('hex')).toBe(frozen);
});

it('is copied with the id of its nature', () => {
  expect(answersOfClaim({ ...first, version: 2, nature }, newId).nature).toEqual({ nature: 'data-breach' });
  expect(answersOfClaim(first, newId).nature).toEqual({ nature: 'contract' });
});

it.each([
  ['a nature without its words', { nature: 'contract' }],
  ['a nature that counts as none', { nature: { ...nature, countsAs: 'data-breach' } }],
  ['more than that', { more: '' }],
])('is refused with %s', (_, change) => {
  expect(() => storedClaim.parse({ ...first, version: 2, nature, ...change })).toThrow();
});
