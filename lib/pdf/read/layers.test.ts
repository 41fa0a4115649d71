import { expect, test } from 'vitest';
import { inspect } from '@/lib/pdf/seal/inspect';
import { pageFile } from '@/lib/testing/pdf/files';

/** A file with a layer in object 6, and how its layers begin. */
const file = (properties: string, usage = '') =>
  pageFile({
    catalog: `/OCProperties<</OCGs[6 0 R]${properties}>>`,
    more: [`<</Type/OCG/Name(Draft)${usage && `/Usage<<${usage}>>`}>>`],
  });
const codeOf = (bytes: Uint8Array) => {
  const found = inspect(bytes);
  return found.ok ? 'accepted' : found.code;
};
const rule = (event: string) => `/AS[<</Event/${event}/OCGs[6 0 R]/Category[/${event}]>>]`;

test.each([
  ['a layer that is on', file('/D<<>>')],
  ['a layer that is on by name', file('/D<</BaseState/OFF/ON[6 0 R]>>')],
  ['a layer that is on in another order', file('/D<</Order[6 0 R]>>/Configs[<</Order[]>>]')],
  ['a layer that is on for every use', file(`/D<<${rule('Print')}>>`, '/Print<</PrintState/ON>>')],
  ['a layer whose uses nothing asks for', file('/D<<>>', '/Print<</PrintState/OFF>>')],
  ['a rule about no layer', file('/D<</AS[<</Event/Print/OCGs[]/Category[/Print]>>]>>')],
])('%s is accepted', (_, bytes) => {
  expect(codeOf(bytes)).toBe('accepted');
});

test.each([
  ['a layer that is off', file('/D<</OFF[6 0 R]>>')],
  ['layers that are off unless named', file('/D<</BaseState/OFF>>')],
  ['layers that stay as they were', file('/D<</BaseState/Unchanged>>')],
  ['a layer that is off in another configuration', file('/D<<>>/Configs[<</OFF[6 0 R]>>]')],
  ['a layer that is not printed', file(`/D<<${rule('Print')}>>`, '/Print<</PrintState/OFF>>')],
  ['a layer that is not shown', file(`/D<<${rule('View')}>>`, '/View<</ViewState/OFF>>')],
  ['a layer that is not copied', file(`/D<<${rule('Export')}>>`, '/Export<</ExportState/OFF>>')],
  [
    'a layer for some magnifications',
    file('/D<</AS[<</Event/View/OCGs[6 0 R]/Category[/Zoom]>>]>>', '/Zoom<</min 2>>'),
  ],
  [
    'a layer for one language',
    file('/D<</AS[<</Event/View/OCGs[6 0 R]/Category[/Language]>>]>>', '/Language<</Lang(fr)>>'),
  ],
])('%s is refused', (_, bytes) => {
  expect(codeOf(bytes)).toBe('changing-layers');
});
