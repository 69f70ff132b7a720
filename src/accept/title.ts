/** A title as its author meant it. */
import { fold } from '../language/fold.ts';
import { decodeEntities } from './entities.ts';
import { collapseSpace, shorten, visibleText } from './plain-text.ts';

const longest = 300;
/** No title is longer with its site's name and entities; the rest of a broken one is not looked at. */
const longestWritten = 2000;

/**
 * One line of at most 300 characters, without the name of the site behind it.
 * @param siteNames what the site may call itself: outlet, source title, host
 */
export function cleanTitle(written: string, siteNames: readonly string[]): string {
  // Decoding may bring control characters in ("&#8238;"), so they are taken out behind it.
  const line = collapseSpace(visibleText(decodeEntities(written.slice(0, longestWritten))));
  return shorten(withoutSite(line, new Set(siteNames.map(plain).filter((name) => name !== ''))), longest);
}

/** "Title - Example News", "Title | example.com": the part behind the last separator, if it is the site's name. */
function withoutSite(title: string, sites: ReadonlySet<string>): string {
  const suffix = /^(.*\S)\s*(?:\s[-–—:·•/]\s|\s?[|｜»_]\s?)\s*([^|｜»]+)$/u.exec(title);
  if (suffix?.[1] === undefined || suffix[2] === undefined) return title;
  return sites.has(plain(suffix[2])) ? suffix[1] : title;
}

function plain(name: string): string {
  return collapseSpace(
    fold(name)
      .replace(/^(?:https?:\/\/)?www\./, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '),
  );
}
