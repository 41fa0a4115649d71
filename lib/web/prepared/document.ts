import { createHash } from 'node:crypto';
import {
  type DefaultTreeAdapterTypes,
  html as names,
  parse,
  serialize,
  defaultTreeAdapter as tree,
} from 'parse5';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A page to be kept: its text, and the hashes of the scripts in it as a policy names them (CSP 3, 6.7.2.4). */
export type PageDocument = { html: string; scriptHashes: string[] };

const attribute = ({ attrs }: Element, name: string) => attrs.find((one) => one.name === name)?.value;

function* elementsOf(parent: Parent): Generator<Element> {
  for (const node of [...parent.childNodes]) {
    if (tree.isElementNode(node)) yield node;
    if ('childNodes' in node) yield* elementsOf(node);
  }
}

const textOf = ({ childNodes }: Element) =>
  childNodes.map((node) => (tree.isTextNode(node) ? node.value : '')).join('');

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Where the framework sends parts of a page late, a script of its own puts them into their places. */
function refuseUnfinished(elements: Element[]): void {
  const late = elements.find(
    (one) => one.tagName === 'template' && /^[BP]:/.test(attribute(one, 'id') ?? ''),
  );
  if (late) throw new Error('the page is put together by scripts');
}

const isScript = (element: Element) =>
  element.tagName === 'script' ||
  (element.tagName === 'link' &&
    (attribute(element, 'as') === 'script' || attribute(element, 'rel') === 'modulepreload'));

/**
 * A page as the framework made it, with its own scripts.
 * @throws if parts of it came late
 */
export function withItsScripts(html: string): PageDocument {
  const elements = [...elementsOf(parse(html))];
  refuseUnfinished(elements);
  const inline = elements.filter((one) => one.tagName === 'script' && attribute(one, 'src') === undefined);
  return { html, scriptHashes: inline.map((script) => hashOf(textOf(script))) };
}

/**
 * A page without any of the framework's scripts.
 * @param own the path of the one script that it has instead
 * @throws if parts of it came late
 */
export function withoutScripts(html: string, own?: string): PageDocument {
  const document = parse(html);
  const elements = [...elementsOf(document)];
  refuseUnfinished(elements);
  for (const element of elements.filter(isScript)) tree.detachNode(element);
  const head = elements.find(({ tagName }) => tagName === 'head');
  if (own && head) {
    const attrs = [
      { name: 'src', value: own },
      { name: 'defer', value: '' },
    ];
    tree.appendChild(head, tree.createElement('script', names.NS.HTML, attrs));
  }
  return { html: serialize(document), scriptHashes: [] };
}
