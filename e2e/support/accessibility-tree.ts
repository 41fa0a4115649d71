import type { Page } from '@playwright/test';

/** A part of a page as the browser tells it to a screen reader: landmarks, headings and controls, in reading order. */
export type Told = { role: string; name: string; level?: number; isRequired: boolean; depth: number };

const landmarks = ['banner', 'navigation', 'main', 'contentinfo', 'region', 'complementary', 'search'];
const groups = ['radiogroup', 'group', 'table', 'alert', 'status'];
const controls = [
  'link',
  'button',
  'textbox',
  'searchbox',
  'combobox',
  'checkbox',
  'radio',
  'DisclosureTriangle',
];
const told = new Set([...landmarks, ...groups, ...controls, 'heading']);

export const isLandmark = ({ role }: Told): boolean => landmarks.includes(role);
export const isControl = ({ role }: Told): boolean => controls.includes(role);
export const isHeading = ({ role }: Told): boolean => role === 'heading';

/** The page's accessibility tree, as Chromium computes it. */
export async function accessibilityTree(page: Page): Promise<Told[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (id: string, depth: number): Told[] => {
    const node = byId.get(id);
    if (!node) return [];
    const role = String(node.role?.value ?? '');
    const isTold = !node.ignored && told.has(role);
    const property = (name: string) => node.properties?.find((one) => one.name === name)?.value.value;
    const level = property('level');
    const own: Told = {
      role,
      name: String(node.name?.value ?? '').trim(),
      ...(typeof level === 'number' && { level }),
      isRequired: property('required') === true,
      depth,
    };
    const below = (node.childIds ?? []).flatMap((child) => walk(child, isTold ? depth + 1 : depth));
    return isTold ? [own, ...below] : below;
  };
  const root = nodes.find(({ parentId }) => parentId === undefined);
  return root ? walk(root.nodeId, 0) : [];
}

/** The tree for a person to read: a line for each part. */
export function treeLines(tree: readonly Told[]): string {
  const line = ({ role, name, level, isRequired, depth }: Told) =>
    `${'  '.repeat(depth)}${level ? `h${level}` : role}${name && ` “${name}”`}${isRequired ? ' (required)' : ''}`;
  return `${tree.map(line).join('\n')}\n`;
}
