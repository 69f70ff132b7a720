/** Names of local channels: what people may call them and how they are written. */

/** Long enough for a sentence of a name, short enough for the channel list at 360 pixels. */
const longest = 40;

/**
 * "#AI news " → "ai-news": lower case, without "#", parts joined by "-".
 * @returns undefined if no name is left: letters and digits of any script, "-" and "_", at most 40 characters.
 */
export function channelName(typed: string): string | undefined {
  const name = typed
    .normalize('NFC')
    .trim()
    .replace(/^#+/u, '')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/gu, '-');
  return name.length <= longest && /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(name) ? name : undefined;
}
