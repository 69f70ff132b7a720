/** Opens connections to allowed addresses only: every outgoing connection of Bellwire is made here. */
import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { buildConnector as BuildConnector } from 'undici';
import type { AllowedPlaces } from './address.ts';

/** The host leads to private addresses only, and nobody has allowed that. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = 'PRIVATE_ADDRESS';
}

/**
 * A connector that checks the address itself, when it is known and before a byte is sent: a check of the URL would miss
 * names that resolve to private addresses, and one made before connecting would miss names that change in between.
 */
export function guardedConnector(
  buildConnector: typeof BuildConnector,
  allowed: AllowedPlaces,
  connectTimeoutMs: number,
): BuildConnector.connector {
  const options = { timeout: connectTimeoutMs, allowH2: false, autoSelectFamily: true };
  const open = buildConnector(options);
  const openGuarded = buildConnector({ ...options, lookup: lookupAllowed(allowed) });

  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    if (allowed.hasHost(host, port)) return open(target, callback);
    // `lookup` is not called for an address that is written out, so that one is checked here.
    if (isIP(host) !== 0 && !allowed.hasAddress(host)) return callback(new PrivateAddressError(host), null);
    return openGuarded(target, (error, socket) => {
      if (error !== null) return callback(error, null);
      // Never seen to happen; but what counts is where we are connected, so that is what is asked last.
      if (allowed.hasAddress(socket.remoteAddress ?? '')) return callback(null, socket);
      socket.destroy();
      return callback(new PrivateAddressError(host), null);
    });
  };
}

/** Resolves a name to its allowed addresses; fails if there is none among them. */
function lookupAllowed(allowed: AllowedPlaces): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error !== null) return callback(error, '');
      const addresses = found.filter(({ address }) => allowed.hasAddress(address));
      const [first] = addresses;
      if (first === undefined) return callback(new PrivateAddressError(host), '');
      return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}
