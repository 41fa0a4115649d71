import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';
import type { Actor } from '@/lib/domain/access/access';

/**
 * IP addresses of visitors, as limits and the audit log use them. An address has one spelling here: IPv4 as people
 * know it also where a dual-stack socket reports it in IPv6 form, IPv6 as RFC 5952 has it, without a zone.
 */

type Ip = IPv4 | IPv6;

function parse(text: string): Ip | undefined {
  const [bare = ''] = text.trim().split('%');
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare)
    ? ipaddr.process(bare)
    : undefined;
}

const spelled = (ip: Ip): string => (ip.kind() === 'ipv6' ? (ip as IPv6).toRFC5952String() : ip.toString());

/** An address in its one spelling; undefined for any other text. */
export function canonicalIp(text: string | undefined): string | undefined {
  const ip = text === undefined ? undefined : parse(text);
  return ip && spelled(ip);
}

/**
 * The groups of addresses among which one visitor can choose, the narrowest first. An IPv4 address is its own group. A
 * subscriber has at least the last 64 bits of an IPv6 address, and many have 72 (RFC 6177).
 */
export function ipGroups(ip: string): string[] {
  const parsed = parse(ip);
  if (!parsed || parsed.kind() === 'ipv4') return [ip];
  return [64, 56].map((bits) => {
    const network = ipaddr.IPv6.networkAddressFromCIDR(`${spelled(parsed)}/${bits}`);
    return `${network.toRFC5952String()}/${bits}`;
  });
}

/** The groups of addresses that a visitor's belongs to, the narrowest first. Visitors without an address share one. */
export function networksOf(actor: Actor): string[] {
  return ipGroups((actor.kind !== 'system' && actor.ip) || 'unknown');
}

/** A wider group of addresses may hold several visitors: it may do so many times what one may. */
export const inWiderGroup = 4;

/** Addresses and networks of the servers in front of this one. */
export type Proxies = readonly [Ip, number][];

/** Reads a list such as `10.0.0.5, 192.0.2.0/24, ::1`. @returns null where a part is neither address nor network */
export function parseProxies(list: string): Proxies | null {
  const parts = list.split(/[\s,]+/).filter(Boolean);
  const parsed = parts.map((part): [Ip, number] | null => {
    if (part.includes('/')) return ipaddr.isValidCIDR(part) ? ipaddr.parseCIDR(part) : null;
    const ip = parse(part);
    return ip ? [ip, ip.kind() === 'ipv4' ? 32 : 128] : null;
  });
  return parsed.every((one) => one !== null) ? parsed : null;
}

/** Whether the address is one of the servers in front. */
export function isProxy(address: string | undefined, proxies: Proxies): boolean {
  const ip = address === undefined ? undefined : parse(address);
  return (
    ip !== undefined &&
    proxies.some(([network, bits]) => ip.kind() === network.kind() && ip.match(network, bits))
  );
}

/**
 * The address of the visitor. Each server in front adds to the right of `X-Forwarded-For` the address that reached it, so
 * the list is read from the right, for as long as a server in front vouches for it. What is left of the first
 * other address anybody may have written.
 * @param socket the address of the connection
 * @param forwarded the header
 */
export function clientIp(
  socket: string | undefined,
  forwarded: string | undefined,
  proxies: Proxies,
): string | undefined {
  let client = canonicalIp(socket);
  const hops = forwarded?.split(',') ?? [];
  while (isProxy(client, proxies) && hops.length > 0) {
    const next = canonicalIp(hops.pop());
    if (!next) break;
    client = next;
  }
  return client;
}
