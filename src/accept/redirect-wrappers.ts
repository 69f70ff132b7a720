/** Addresses of aggregators, mail scanners and share pages that carry the real one in themselves. */

interface Wrapper {
  readonly host: RegExp;
  readonly path: RegExp;
  /** The parameters that may hold the target; or none, if the path's first group does. */
  readonly parameters?: readonly string[];
}

const wrappers: readonly Wrapper[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, parameters: ['url', 'q'] },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/amp\/(s\/)?(.+)$/ },
  { host: /\.cdn\.ampproject\.org$/, path: /^\/[cvw]\/(s\/)?(.+)$/ },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/news\/apiclick\.aspx$/i, parameters: ['url'] },
  { host: /^(?:www\.)?msn\.com$/, path: /^\/[a-z-]+\/redirect$/i, parameters: ['url'] },
  { host: /^(?:l|lm)\.(?:facebook|instagram)\.com$/, path: /^\/(?:l\.php)?$/, parameters: ['u'] },
  { host: /^out\.reddit\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)\/?$/, parameters: ['url'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /^(?:\w+\.)?vk\.com$/, path: /^\/away\.php$/, parameters: ['to'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameters: ['z'] },
  { host: /^(?:\w+\.)?duckduckgo\.com$/, path: /^\/l\/$/, parameters: ['uddg'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameters: ['url'] },
  { host: /^(?:getpocket\.com)$/, path: /^\/redirect$/, parameters: ['url'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^disq\.us$/, path: /^\/url$/, parameters: ['url'] },
  { host: /^medium\.com$/, path: /^\/r\/$/, parameters: ['url'] },
  { host: /^go\.skimresources\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^redirect\.viglink\.com$/, path: /^\//, parameters: ['u'] },
  { host: /^link\.zhihu\.com$/, path: /^\/$/, parameters: ['target'] },
  { host: /^r\.search\.yahoo\.com$/, path: /\/RU=([^/]+)\// },
];

/** @returns the target as it stands there, not yet checked; undefined for what is no wrapper */
export function unwrapRedirect(url: URL): string | undefined {
  for (const { host, path, parameters } of wrappers) {
    if (!host.test(url.hostname)) continue;
    const found = path.exec(url.pathname);
    if (found === null) continue;
    return parameters === undefined ? fromPath(found, url.search) : fromQuery(url, parameters);
  }
  return undefined;
}

function fromQuery(url: URL, parameters: readonly string[]): string | undefined {
  const values = parameters.map((name) => url.searchParams.get(name));
  // A page's own search ("q=amazon") is no target.
  return values.find((value) => value !== null && /^https?:\/\//i.test(value)) ?? undefined;
}

/** AMP caches write "s/" for https and leave the scheme out; Yahoo escapes the whole address. */
function fromPath(found: RegExpExecArray, search: string): string | undefined {
  const [, first, rest] = found;
  if (rest !== undefined) return `${first === undefined ? 'http' : 'https'}://${rest}${search}`;
  return first === undefined ? undefined : unescaped(first);
}

function unescaped(text: string): string | undefined {
  return new URLSearchParams(`x=${text}`).get('x') ?? undefined;
}
