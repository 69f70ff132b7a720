/** Who reads: the language and the zone to answer in. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Language } from '../domain.ts';
import { textsFor } from '../messages/choose.ts';
import type { Texts } from '../messages/texts.ts';

export interface Reader {
  readonly texts: Texts;
  /** IANA zone: what the browser says of itself (a cookie set by the page), else the workspace's. */
  readonly zone: string;
}

export function readerOf(c: Context, workspaceZone: string): Reader {
  const zone = getCookie(c, 'zone');
  return {
    texts: textsFor(preferredLanguage(c.req.header('accept-language') ?? '')),
    zone: zone !== undefined && isZone(zone) ? zone : workspaceZone,
  };
}

/** The first of `Accept-Language` by quality (RFC 9110 §12.5.4) that we have words in; "en" if there is none. */
export function preferredLanguage(header: string): Language {
  const ranges = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return {
        language: range.toLowerCase().split('-')[0] ?? '',
        quality: quality === undefined ? 1 : Number(quality),
      };
    });
  return (
    ranges
      .filter(({ language, quality }) => quality > 0 && textsFor(language).language === language)
      .toSorted((a, b) => b.quality - a.quality)[0]?.language ?? 'en'
  );
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
