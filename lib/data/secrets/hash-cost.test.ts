import { hash } from '@node-rs/argon2';
import { expect, it } from 'vitest';
// By its place: by its name the tests have a cheaper one.
import { hashCost } from './hash-cost';

it('is argon2id with 46 MiB and one pass', async () => {
  expect(await hash('seven green boats at noon', hashCost)).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
});
