/**
 * What Slack reads in a text: whom it calls, where its links lead. Rules: "Formatting message text" (docs.slack.dev).
 * In doubt it calls: code and quotes protect nobody, and a bare "@here" counts wherever Slack may parse names.
 */
import type { Id, Link, Ping } from './shapes.ts';

export interface Reading {
  readonly pings: readonly Ping[];
  readonly links: readonly Link[];
  /** The text as people see it, mentions as names in brackets. */
  readonly shown: string;
}

export interface HowToRead {
  readonly where: string;
  /** Whether bare names call: mrkdwn that is not `verbatim`, `link_names`, `parse: full`. */
  readonly names: boolean;
  /** Whether bare addresses become links. */
  readonly addresses: boolean;
}

export function readMrkdwn(text: string, how: HowToRead): Reading {
  const pings: Ping[] = [];
  const links: Link[] = [];
  const { where } = how;
  const shown: string[] = [];
  let from = 0;
  for (const found of text.matchAll(/<([^<>]*)>/g)) {
    shown.push(readPlain(text.slice(from, found.index), how, pings, links));
    shown.push(readSequence(found[1] ?? '', where, pings, links) ?? unescaped(found[0]));
    from = found.index + found[0].length;
  }
  shown.push(readPlain(text.slice(from), how, pings, links));
  return { pings, links, shown: shown.join('') };
}

const broadcasts: Readonly<Record<string, Ping['kind']>> = {
  channel: 'channel',
  group: 'channel',
  here: 'here',
  everyone: 'everyone',
};

/** @returns what is seen, or nothing where it is no sequence that Slack knows */
function readSequence(inner: string, where: string, pings: Ping[], links: Link[]): string | undefined {
  const bar = inner.indexOf('|');
  const what = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? undefined : unescaped(inner.slice(bar + 1));
  const user = /^@([UW][A-Z0-9]+)$/.exec(what)?.[1];
  if (user !== undefined) {
    pings.push({ kind: 'user', id: user, where });
    return `[@${user}]`;
  }
  const channel = /^#([CGD][A-Z0-9]+)$/.exec(what)?.[1];
  if (channel !== undefined) return `[#${label ?? channel}]`;
  const group = /^!subteam\^(S[A-Z0-9]+)$/.exec(what)?.[1];
  if (group !== undefined) {
    pings.push({ kind: 'group', id: group, where });
    return `[@${group}]`;
  }
  const broadcast = what.startsWith('!') ? broadcasts[what.slice(1)] : undefined;
  if (broadcast !== undefined) {
    pings.push({ kind: broadcast, where });
    return `[@${broadcast}]`;
  }
  if (what.startsWith('!date^')) return readDate(what, label, where, links);
  if (!/^(?:https?|mailto|tel|slack|ftp):/i.test(what)) return undefined;
  const url = unescaped(what);
  const seen = label === undefined || label === '' ? url : label;
  links.push({ url, label: seen, where, of: 'text', deceptive: isDeceptive(url, seen) });
  return seen;
}

/** `<!date^seconds^format^link|fallback>` */
function readDate(
  what: string,
  fallback: string | undefined,
  where: string,
  links: Link[],
): string | undefined {
  const [, seconds, format, url] = what.split('^');
  if (!/^\d+$/.test(seconds ?? '') || format === undefined) return undefined;
  if (url !== undefined)
    links.push({ url: unescaped(url), label: format, where, of: 'text', deceptive: false });
  return `[${fallback ?? format}]`;
}

function readPlain(
  text: string,
  { names, addresses, where }: HowToRead,
  pings: Ping[],
  links: Link[],
): string {
  const seen = unescaped(text);
  if (names) {
    for (const [, name = ''] of seen.matchAll(/(?<![\p{L}\p{N}_@])@(channel|here|everyone|group)\b/giu)) {
      pings.push({ kind: broadcasts[name.toLowerCase()]!, where });
    }
  }
  if (addresses) {
    for (const [url] of seen.matchAll(/\bhttps?:\/\/[^\s<>|"]+/gi)) {
      links.push({ url, label: url, where, of: 'text', deceptive: false });
    }
  }
  return seen;
}

/** Slack knows three entities, and unescapes once. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Stray `<`, `>` and `&` are escaped when Slack keeps a text; sequences and entities stay. */
export function kept(text: string): string {
  return text
    .replaceAll(/&(?!(?:amp|lt|gt);)/g, '&amp;')
    .replaceAll(/<[^<>]*>|[<>]/g, (part) =>
      part === '<'
        ? '&lt;'
        : part === '>'
          ? '&gt;'
          : isSequence(part)
            ? part
            : `&lt;${part.slice(1, -1)}&gt;`,
    );
}

function isSequence(part: string): boolean {
  return readSequence(part.slice(1, -1), '', [], []) !== undefined;
}

const namesOfTheWorld =
  /^(?:com|net|org|edu|gov|io|ai|co|dev|app|info|biz|news|me|tv|xyz|online|site|shop|example|test|uk|de|fr|eu|es|it|nl|ch|at|be|se|no|jp|cn|kr|in|br|ru|us|ca|au)$/i;

/** Whether a label looks like an address of a host that the link does not lead to. */
export function isDeceptive(url: string, label: string): boolean {
  const host = hostOf(url);
  return hostsIn(label).some((shown) => shown !== host && !host.endsWith(`.${shown}`));
}

function hostOf(url: string): string {
  try {
    const { hostname, protocol, pathname } = new URL(url);
    const host = protocol === 'mailto:' ? (pathname.split('@')[1] ?? '') : hostname;
    return plainHost(host);
  } catch {
    return '';
  }
}

/** A company named after its address in a headline is no address: "Why Booking.com cuts jobs". */
function hostsIn(label: string): readonly string[] {
  // The same letters in other widths and with marks that nobody sees are read as what they look like.
  const seen = label.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  const whole = seen.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const found = seen.matchAll(/(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+(\p{L}[\p{L}\p{N}-]*)/gu);
  return [...found]
    .filter(({ 0: host, 1: name = '', index }) => {
      const isMarked = seen.slice(0, index).endsWith('://') || host.toLowerCase().startsWith('www.');
      const isAlone = host === whole || seen[index + host.length] === '/';
      return isMarked || (isAlone && namesOfTheWorld.test(name));
    })
    .map(([host]) => plainHost(host));
}

function plainHost(host: string): string {
  try {
    return new URL(`http://${host}`).hostname.replace(/^www\./, '');
  } catch {
    return host.toLowerCase().replace(/^www\./, '');
  }
}

export function pingsOfNames(text: string, users: ReadonlyMap<string, Id>, where: string): readonly Ping[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}_@<])@([\p{L}\p{N}._-]+)/gu)].flatMap(([, name = '']) => {
    const id = users.get(name);
    return id === undefined ? [] : [{ kind: 'user' as const, id, where }];
  });
}
