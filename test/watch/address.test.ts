import { assert, integer, ipV6, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedPlaces, isPublicAddress } from '../../src/watch/address.ts';

const publicAddresses = [
  '8.8.8.8',
  '1.1.1.1',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.0.1',
  '100.128.0.1',
  '2001:4860:4860::8888',
  '2606:4700::1111',
  '[2606:4700::1111]',
  '::ffff:8.8.8.8',
  '::ffff:808:808',
  '64:ff9b::808:808',
];

test.for(publicAddresses)('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

/** Every range that is not the public internet, by its registry entry: first and last address. */
const privateRanges: ReadonlyArray<[name: string, first: string, last: string]> = [
  ['this network (RFC 1122)', '0.0.0.0', '0.255.255.255'],
  ['private (RFC 1918)', '10.0.0.0', '10.255.255.255'],
  ['carrier-grade NAT (RFC 6598)', '100.64.0.0', '100.127.255.255'],
  ['loopback (RFC 1122)', '127.0.0.0', '127.255.255.255'],
  ['link-local and cloud metadata (RFC 3927)', '169.254.0.0', '169.254.255.255'],
  ['private (RFC 1918)', '172.16.0.0', '172.31.255.255'],
  ['protocol assignments (RFC 6890)', '192.0.0.0', '192.0.0.255'],
  ['documentation (RFC 5737)', '192.0.2.0', '192.0.2.255'],
  ['private (RFC 1918)', '192.168.0.0', '192.168.255.255'],
  ['benchmarking (RFC 2544)', '198.18.0.0', '198.19.255.255'],
  ['documentation (RFC 5737)', '198.51.100.0', '198.51.100.255'],
  ['documentation (RFC 5737)', '203.0.113.0', '203.0.113.255'],
  ['multicast (RFC 5771)', '224.0.0.0', '239.255.255.255'],
  ['reserved (RFC 1112)', '240.0.0.0', '255.255.255.254'],
  ['broadcast (RFC 919)', '255.255.255.255', '255.255.255.255'],
];

describe.for(privateRanges)('%s: %s to %s', ([, first, last]) => {
  test('is not public, in whatever spelling', () => {
    assert(
      property(integer({ min: number(first), max: number(last) }), (value) => {
        expect(spellings(value).filter(isPublicHost)).toEqual([]);
      }),
    );
  });
});

test('a public address stays public in every spelling but the one that is no way to it', () => {
  const all = spellings(number('93.184.215.14'));
  expect(all.filter((spelling) => !isPublicHost(spelling))).toEqual(['[::5db8:d70e]']);
});

const privateIpv6 = [
  '::',
  '::1',
  '::2',
  '::7f00:1',
  '::ffff:0:10.0.0.1',
  '64:ff9b::10.0.0.1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::808:808',
  '100::1',
  '2001::1',
  '2001:2::1',
  '2001:10::1',
  '2001:20::1',
  '2001:db8::1',
  '2002:a00:1::',
  '2002:808:808::',
  '3fff::1',
  '4000::1',
  '5f00::1',
  '8000::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
];

test.for(privateIpv6)('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('no IPv6 address outside 2000::/3 is public, unless it stands for a public one of IPv4', () => {
  const others = ipV6().filter((address) => !/^(?:[23][\da-f]{3}:|::ffff:|64:ff9b:)/i.test(address));
  expect(() => assert(property(others, (address) => !isPublicAddress(address)))).not.toThrow();
});

test.for(['', 'localhost', '10', '127.1', '0x7f000001', '1.2.3.4.5', 'fe80', '::g'])(
  '"%s" is no address, so it is not public',
  (text) => {
    expect(isPublicAddress(text)).toBe(false);
  },
);

// ── What an operator allows ──────────────────────────────────────────────────────────────────────

const allowances: ReadonlyArray<[place: string, address: string, allowed: boolean]> = [
  ['10.1.0.0/16', '10.1.2.3', true],
  ['10.1.0.0/16', '::ffff:10.1.2.3', true],
  ['10.1.0.0/16', '10.2.0.1', false],
  ['10.1.2.3', '10.1.2.3', true],
  ['10.1.2.3', '10.1.2.4', false],
  ['fd00::/8', 'fd12::1', true],
  ['fd00::/8', '10.0.0.1', false],
  ['::1', '::1', true],
  [' 192.168.0.0/24 ', '192.168.0.9', true],
  ['wiki.corp', '10.0.0.1', false],
];

test.for(allowances)('allowing %s, %s is allowed: %s', ([place, address, allowed]) => {
  expect(allowedPlaces([place]).hasAddress(address)).toBe(allowed);
});

const hosts: ReadonlyArray<[place: string, host: string, port: number, allowed: boolean]> = [
  ['wiki.corp', 'wiki.corp', 80, true],
  ['wiki.corp', 'Wiki.Corp.', 8080, true],
  ['wiki.corp:8080', 'wiki.corp', 8080, true],
  ['wiki.corp:8080', 'wiki.corp', 80, false],
  ['wiki.corp', 'evil-wiki.corp', 80, false],
  ['wiki.corp', 'wiki.corp.evil.example', 80, false],
  ['127.0.0.1:8080', '127.0.0.1', 8080, true],
  ['[::1]:8080', '::1', 8080, true],
  ['[::1]:8080', '[::1]', 80, false],
];

test.for(hosts)('allowing %s, host %s at port %s is allowed: %s', ([place, host, port, allowed]) => {
  expect(allowedPlaces([place]).hasHost(host, port)).toBe(allowed);
});

test.for(['', 'http://wiki.corp', '10.0.0.0/33', 'a b', 'wiki.corp:port', '*'])(
  '"%s" is no place, and that is told',
  (place) => {
    expect(() => allowedPlaces([place])).toThrow(/expected a network/);
  },
);

function number(dotted: string): number {
  return dotted.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}

/** All the ways of writing an IPv4 address that browsers and our ancestors understand. */
function spellings(value: number): readonly string[] {
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256);
  const hex = value.toString(16).padStart(8, '0');
  const groups = `${hex.slice(0, 4)}:${hex.slice(4)}`;
  return [
    parts.join('.'),
    `${parts.join('.')}.`,
    String(value),
    `0x${hex}`,
    `0${value.toString(8)}`,
    parts.map((part) => `0${part.toString(8)}`).join('.'),
    parts.map((part) => `0x${part.toString(16)}`).join('.'),
    `${parts[0]}.${value % 2 ** 24}`,
    `[::ffff:${parts.join('.')}]`,
    `[::ffff:${groups}]`,
    `[64:ff9b::${groups}]`,
    `[::${groups}]`,
  ];
}

/** What a person or a redirect writes is read by `URL` first, which knows all the old ways to write numbers. */
function isPublicHost(spelling: string): boolean {
  return isPublicAddress(new URL(`http://${spelling}/`).hostname);
}
