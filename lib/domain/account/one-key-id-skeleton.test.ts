import { expect, it } from 'vitest';
import { oneKeyIdSkeleton } from '@/lib/domain/account/one-key-id-skeleton';

it.each([
  ['paypal-2026', 'раураl-2026'],
  ['paypal-2026', 'PAYPAl-2026'],
  ['william2026', 'wiIIiam2026'],
  ['modern-life', 'rnodern-life'],
  ['zoe.1000', 'zoe.l0OO'],
  ['élodie.cote', `${'é'.normalize('NFD')}lodie.cote`],
  ['annroy2026', 'ann\u200droy2026'],
])('%s looks like %s', (one, other) => {
  expect(oneKeyIdSkeleton(one)).toBe(oneKeyIdSkeleton(other));
});

it.each([
  ['annroy2026', 'annroy2027'],
  ['elodie.cote', 'élodie.cote'],
  ['Шевченко', 'Шевченка'],
])('%s does not look like %s', (one, other) => {
  expect(oneKeyIdSkeleton(one)).not.toBe(oneKeyIdSkeleton(other));
});
