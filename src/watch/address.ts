/** Which addresses a fetch may reach: public ones, and the private places an operator has named. */
import { isIPv4, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import { UserError } from '../errors.ts';

type Address = ReturnType<typeof ipaddr.parse>;

/** Private places that may be fetched, as the setting FETCH_ALLOW names them. */
export interface AllowedPlaces {
  /** The name in the URL is on the list: whatever it resolves to may be fetched. */
  readonly hasHost: (host: string, port: number) => boolean;
  /** The address is public, or in a network on the list. */
  readonly hasAddress: (address: string) => boolean;
}

/**
 * Reads places as people write them: "10.1.0.0/16", "fd00::/8", "10.1.2.3", "wiki.corp", "wiki.corp:8080", "[::1]:8080".
 * Throws `UserError` for anything else.
 */
export function allowedPlaces(allow: readonly string[]): AllowedPlaces {
  const places = allow.map(parsePlace);
  const hosts = new Set(places.flatMap((place) => (place.kind === 'host' ? [place.host] : [])));
  const networks = places.flatMap((place) => (place.kind === 'network' ? [place.network] : []));
  return {
    hasHost(host, port) {
      const name = hostName(host);
      return hosts.has(name) || hosts.has(`${name}:${port}`);
    },
    hasAddress(text) {
      if (isPublicAddress(text)) return true;
      const address = addressOf(text);
      return address !== undefined && networks.some((network) => isWithin(address, network));
    },
  };
}

/** Can everybody on the internet reach it? False for what is no address at all. */
export function isPublicAddress(text: string): boolean {
  const address = addressOf(text);
  if (address === undefined) return false;
  if (address.kind() === 'ipv4') return address.range() === 'unicast';
  const bytes = address.toByteArray();
  // NAT64 (RFC 6052): the real address is in the last four bytes; a network behind NAT64 has no other way out.
  if (isWithin(address, nat64)) return isPublicAddress(bytes.slice(12).join('.'));
  // The library calls "unicast" whatever it does not know; only 2000::/3 is given out to the public (RFC 4291 §2.4).
  return address.range() === 'unicast' && (bytes[0]! & 0xe0) === 0x20;
}

const nat64 = ipaddr.parseCIDR('64:ff9b::/96');

/** IPv4 written as IPv6 ("::ffff:10.0.0.1") becomes IPv4; zone ("%eth0") and brackets fall away. */
function addressOf(text: string): Address | undefined {
  const bare = text.replaceAll(/^\[|\]$|%.*$/g, '');
  // The four-part form alone: whatever else inet_aton takes ("127.1", "0x7f.1") is turned into it by `URL`.
  if (isIPv4(bare)) return ipaddr.parse(bare);
  if (!isIPv6(bare)) return undefined;
  // Written in hexadecimal first: the library takes "::1.2.3.4" for the mapped "::ffff:1.2.3.4", which is another place.
  const { hostname } = new URL(`http://[${bare}]/`);
  return ipaddr.process(hostname.slice(1, -1));
}

function isWithin(address: Address, [network, bits]: [Address, number]): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

type Place =
  | { readonly kind: 'host'; readonly host: string }
  | { readonly kind: 'network'; readonly network: [Address, number] };

function parsePlace(text: string): Place {
  const place = text.trim();
  if (ipaddr.isValidCIDR(place)) return { kind: 'network', network: ipaddr.parseCIDR(place) };
  const address = addressOf(place);
  if (address !== undefined) {
    return { kind: 'network', network: [address, address.toByteArray().length * 8] };
  }
  const host = /^(?:\[(?<v6>[0-9a-f:.]+)\]|(?<name>[\p{L}\p{N}_.-]+))(?::\d{1,5})?$/iu.exec(place);
  if (host === null) {
    throw new UserError(
      `"${text}" is no place that can be allowed: expected a network ("10.1.0.0/16"), an address or a host ("wiki.corp:8080").`,
    );
  }
  return { kind: 'host', host: hostName(place) };
}

/** Lower case, without the brackets of IPv6 and the dot that may end a full name. */
function hostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\](:\d+)?$/, '$1$2')
    .replace(/\.$/, '');
}
