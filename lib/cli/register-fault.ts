import type { Fault } from '@/lib/domain/register';

/** The first thing that is wrong with a register, in words. */
export class Broken extends Error {}

const words: Record<Fault['fault'], string> = {
  number: 'is missing: the next entry bears another number',
  previous: 'does not follow the entry before it',
  hash: 'was changed: its hash does not cover its text',
};

/** What breaks the chain. */
export const broken = ({ entry, fault }: Fault): Broken => new Broken(`entry ${entry} ${words[fault]}`);
