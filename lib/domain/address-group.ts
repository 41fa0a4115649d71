/** An IPv4 address as people know it, where a socket that takes both kinds tells it as one of IPv6 (RFC 4291, 2.5.5.2). */
export const plainAddress = (address: string): string =>
  address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');

/**
 * The addresses that one visitor can choose among, by their common part: an IPv4 address is its own, of an IPv6
 * address a subscriber has at least the 64 bits at the end to themselves (RFC 6177). Other text is its own.
 */
export function addressGroup(given: string): string {
  const address = plainAddress(given);
  if (!/^[0-9a-f:]+(%.*)?$/i.test(address) || !address.includes(':')) return address;
  const [bare = ''] = address.toLowerCase().split('%');
  const [head = '', tail] = bare.split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const [first, last] = [groups(head), groups(tail)];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const all = [...first, ...Array.from({ length: missing }, () => '0'), ...last];
  const plain = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${plain.join(':')}::/64`;
}
