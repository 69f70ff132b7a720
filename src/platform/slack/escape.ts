/**
 * What comes from outside, where Slack reads markup: https://docs.slack.dev/messaging/formatting-message-text#escaping.
 * With these three no mention, link or date can come from it. Its other marks (`*`, `_`, `~`, "`") cannot be escaped, so
 * that words of an article stand where no markup is read (`plain_text`, `rich_text`) wherever that can be.
 */
import { oneLine } from '../one-line.ts';

/**
 * One line of text for where no markup is read, letter by letter. But what would call somebody or lead somewhere if it
 * were read ("<!channel>") is written with a full-width sign, for clients and bridges that know no better.
 */
export function letters(text: string, most: number): string {
  return oneLine(text, most).replaceAll(/<(?=[!@#])/g, '＜');
}

/** One line of text, cut and then escaped: an entity cut in two would be read as it stands. */
export function escaped(text: string, most: number): string {
  return escapeMarkup(oneLine(text, most));
}

/** Each character once: "&lt;" in an article stays "&lt;" for whoever reads it. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What stands around a mention or a date in markup: no mark of style can begin or end in it. */
export function unmarked(text: string, most: number): string {
  return escaped(text.replaceAll(/[*_~`]/g, ''), most);
}

/**
 * A time as each reader's own client says it, in its zone (https://docs.slack.dev/messaging/formatting-message-text#date-formatting).
 * @param fallback for clients that do not, without markup
 * @returns undefined for what Slack takes for no date
 */
export function dateMarkup(at: number, fallback: string): string | undefined {
  const seconds = Math.floor(at / 1000);
  if (!(seconds > 0 && seconds < endOfTime)) return undefined;
  return `<!date^${seconds}^{date_short_pretty} {time}|${escapeMarkup(fallback.replaceAll(/[|^]/g, ' '))}>`;
}

/** The year 10000, in seconds. */
const endOfTime = 253_402_300_800;
