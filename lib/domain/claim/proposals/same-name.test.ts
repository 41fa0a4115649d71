import { expect, it } from 'vitest';
import { sameName } from '@/lib/domain/claim/proposals/same-name';

it.each([
  ['O’CONNOR HOLDINGS INC.', "O'Connor Holdings Incorporated"],
  ['Zoé Tremblay-Roy', 'ZOE TREMBLAY ROY'],
  ['Smith & Sons Limited', 'SMITH AND SONS LTD.'],
  ['Société Roy Ltée', 'SOCIETE ROY LIMITEE'],
  ['1234567 Ontario Corporation', '1234567 ONTARIO CORP'],
])('%s is %s', (one, other) => expect(sameName(one, other)).toBe(true));

it.each([
  ['Jean Roy', 'Jeanne Roy'],
  ['1234567 Ontario Inc.', '1234568 Ontario Inc.'],
  ['Acme Inc.', 'Acme Ltd.'],
  ['', ''],
])('%s is not %s', (one, other) => expect(sameName(one, other)).toBe(false));
