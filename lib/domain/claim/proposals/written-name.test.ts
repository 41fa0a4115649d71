import { expect, it } from 'vitest';
import { writtenName } from '@/lib/domain/claim/proposals/written-name';

it.each([
  ['ZOÉ TREMBLAY-ROY', 'Zoé Tremblay-Roy'],
  ['ALAN VAN DER BERG', 'Alan van der Berg'],
  ['MARIE DE LA ROCHE', 'Marie de la Roche'],
  ['ANH LE', 'Anh Le'],
  ['DE WANG', 'De Wang'],
  ['SEAN O’CONNOR', 'Sean O’Connor'],
  ['IAN MCDONALD III', 'Ian McDonald III'],
  ['J. P. SMITH', 'J. P. Smith'],
  ['Jean MacKay', 'Jean MacKay'],
  ['王小明', '王小明'],
])('%s is written %s', (name, written) => expect(writtenName(name)).toBe(written));
