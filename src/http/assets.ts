/** The page's files: ours, and those of the packages it is made with. Read once; there is no build step. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Context } from 'hono';

export interface Assets {
  /** Where a file is served: under a name that changes with any file, so that it may be cached for ever. */
  readonly url: (name: AssetName) => string;
  readonly serve: (c: Context) => Response;
}

const packages = createRequire(import.meta.url);

const files = {
  'pico.css': packages.resolve('@picocss/pico/css/pico.min.css'),
  'htmx.js': packages.resolve('htmx.org/dist/htmx.min.js'),
  'hx-sse.js': packages.resolve('htmx.org/dist/ext/hx-sse.min.js'),
  'hx-upsert.js': packages.resolve('htmx.org/dist/ext/hx-upsert.min.js'),
  'page.css': own('page.css'),
  'discord.css': own('discord.css'),
  'slack.css': own('slack.css'),
  'page.js': own('page.js'),
  'command-line.js': own('command-line.js'),
  'log.js': own('log.js'),
  'times.js': own('times.js'),
  'bell.svg': own('bell.svg'),
} as const;

export type AssetName = keyof typeof files;

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

export function loadAssets(): Assets {
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>(
    Object.entries(files).map(([name, path]) => [name, new Uint8Array(readFileSync(path))]),
  );
  // One version for all: our modules import each other by relative names.
  const version = [...bytes.values()]
    .reduce((hash, file) => hash.update(file), createHash('sha256'))
    .digest('base64url')
    .slice(0, 12);
  const etag = `"${version}"`;

  return {
    url: (name) => `/assets/${version}/${name}`,
    serve(c) {
      const name = c.req.param('name') ?? '';
      const file = bytes.get(name);
      if (!file) return c.text('There is no such file.\n', 404);
      c.header('ETag', etag);
      // Under the name of an older version the newest file is served, but not to be kept.
      c.header(
        'Cache-Control',
        c.req.param('version') === version ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      if (c.req.header('if-none-match') === etag) return c.body(null, 304);
      return c.body(file, 200, {
        'Content-Type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      });
    },
  };
}

function own(name: string): string {
  return `${import.meta.dirname}/assets/${name}`;
}
