import { parse } from 'content-disposition';
import { expect, it, vi } from 'vitest';
import { download } from '@/app/api/download';
import { namesAnywhere } from '@/lib/testing/claim/names';

vi.mock('@/lib/web/session/session', () => ({ currentActor: async () => ({ kind: 'anonymous' }) }));

const disposition = (name: string) =>
  download(name, 'application/pdf', '').headers.get('content-disposition') ?? '';

it.each([...namesAnywhere, 'Déclaration'])('%s is the name under which a file is saved', (name) => {
  expect(parse(disposition(`${name}.pdf`)).parameters.filename).toBe(`${name}.pdf`);
});

it('has a name for programs that know ASCII alone, with as many letters', () => {
  expect(disposition('Déclaration W̱SÁNEĆ.pdf')).toContain('filename="Declaration WSANEC.pdf"');
  expect(disposition('محمد 王.pdf')).toContain('filename="____ _.pdf"');
});
