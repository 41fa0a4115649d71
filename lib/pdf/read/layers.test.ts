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
/** A file with a layer that is on, and a part of its page in a membership of layers. */
const member = (entries: string) =>
  pageFile({
    catalog: '/OCProperties<</OCGs[6 0 R]/D<<>>>>',
    page: '/Resources<</Properties<</Part 7 0 R>>/Font<</F1 5 0 R>>>>',
    more: ['<</Type/OCG/Name(Draft)>>', `<</Type/OCMD ${entries}>>`],
  });
const rule = (event: string) => `/AS[<</Event/${event}/OCGs[6 0 R]/Category[/${event}]>>]`;

test.each([
  ['a layer that is on', file('/D<<>>')],
  ['a layer that is on by name', file('/D<</BaseState/OFF/ON[6 0 R]>>')],
  ['a layer that is on in another order', file('/D<</Order[6 0 R]>>/Configs[<</Order[]>>]')],
  ['a layer that is on for every use', file(`/D<<${rule('Print')}>>`, '/Print<</PrintState/ON>>')],
  ['a layer whose uses nothing asks for', file('/D<<>>', '/Print<</PrintState/OFF>>')],
  ['content of layers that are on', member('/OCGs[6 0 R]')],
  ['content of layers that must all be on', member('/OCGs 6 0 R/P/AllOn')],
  ['content of no layer', member('/OCGs[]/P/AllOff')],
  ['content by an expression that holds', member('/VE[/And 6 0 R[/Or 6 0 R[/Not 6 0 R]]]')],
  ['content by a negation of a negation', member('/VE[/Not[/Not 6 0 R]]')],
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
  ['content that shows while a layer is off', member('/OCGs[6 0 R]/P/AnyOff')],
  ['content that shows while all layers are off', member('/OCGs 6 0 R/P/AllOff')],
  ['content by an expression that does not hold', member('/VE[/Not 6 0 R]')],
  ['content by an expression within one', member('/VE[/And 6 0 R[/Not[/Or 6 0 R]]]')],
  ['content by an expression without a meaning', member('/VE[/Xor 6 0 R 6 0 R]')],
  ['content that a reader without expressions hides', member('/VE[/And 6 0 R]/OCGs[6 0 R]/P/AllOff')],
  [
    'a picture in a membership',
    pageFile({
      catalog: '/OCProperties<</OCGs[6 0 R]/D<<>>>>',
      page: '/Resources<</XObject<</X 7 0 R>>>>',
      more: [
        '<</Type/OCG/Name(Draft)>>',
        '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/OC<</Type/OCMD/VE[/Not 6 0 R]>>/Length 0>>\nstream\n\nendstream',
      ],
    }),
  ],
  [
    'an annotation in a membership',
    pageFile({
      catalog: '/OCProperties<</OCGs[6 0 R]/D<<>>>>',
      page: '/Annots[7 0 R]',
      more: [
        '<</Type/OCG/Name(Draft)>>',
        '<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]/OC<</Type/OCMD/OCGs[6 0 R]/P/AllOff>>>>',
      ],
    }),
  ],
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
