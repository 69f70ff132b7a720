/** Addresses that come from outside, as they may become links: the same for every platform. */

/**
 * The URL as it may stand in a link, a button or a picture, or undefined: only http(s), and none that carries a
 * name or password ("https://paypal.com@evil.example"), which is there to deceive or is a secret.
 * @param most characters of the result
 */
export function safeUrl(url: string | undefined, most: number): string | undefined {
  // No use in reading what would be too long: percent-encoding only makes it longer.
  if (url === undefined || url.length > most) return undefined;
  const read = URL.parse(url);
  if (read === null || !/^https?:$/.test(read.protocol) || read.username !== '' || read.password !== '')
    return undefined;
  const encoded = read.href.replace(endsLink, percentEncoded);
  return encoded.length > most ? undefined : encoded;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * As the label of a link to `url` it would deceive: it is, or has in it, an address that leads elsewhere.
 * @param label as people read it, at most some hundred characters
 */
export function deceives(label: string, url: string): boolean {
  const plain = label.normalize('NFKC').replace(wideDot, '.').trim();
  if (isDomain.test(plain)) {
    const host = `.${new URL(url).hostname}`;
    return !host.endsWith(`.${plain.toLowerCase().replace(/^www\./, '')}`);
  }
  return hasAddress.test(plain);
}

const hasAddress =
  /[a-z][\w+.-]*\s?:\s?[/\\⁄∕⧸]{2}|\bwww\s?\.|[\p{L}\p{N}-]\.\p{L}{2,}(?:[/\\⁄∕⧸]|:\d|[?#]\w)/iu;
/** Browsers take it for a dot, and between Latin letters no sentence ends with it. */
const wideDot = /(?<=[\da-z-])。(?=[a-z])/gi;
const isDomain = /^(?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,}$/u;

const endsLink = /[()<>[\]\\*|`'"\s]/g;
