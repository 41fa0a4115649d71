import type { Fault } from '@/lib/domain/register/register-walk';

/** The first fault of a register, in words. */
export class Broken extends Error {}

const words: Record<Fault['fault'], string> = {
  number: 'is missing: the next entry bears another number',
  previous: 'does not follow the entry before it',
  hash: 'was changed: its hash does not cover its text',
  closed: 'bears a court file number that a gap before it closed',
};

/** The error for a fault in the chain. */
export const broken = ({ entry, fault }: Fault): Broken => new Broken(`entry ${entry} ${words[fault]}`);
