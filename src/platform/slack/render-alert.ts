/**
 * An alert in Block Kit. Nothing of an article is read as markup: its words stand in rich and in plain text. Any article
 * fits: each part is cut to its measure, and what matters least is left out until all of it has room.
 */
import type { AlertContent, DeliveryOptions, Language, Outlet } from '../../domain.ts';
import { textsFor } from '../../messages/choose.ts';
import { telling } from '../../messages/reasons.ts';
import type { Texts } from '../../messages/texts.ts';
import { formatWhen } from '../../messages/when.ts';
import { directionOf } from '../local/direction.ts';
import { markWords } from '../local/mark.ts';
import { isolated, oneLine } from '../one-line.ts';
import { deceives, safeUrl } from '../safe-url.ts';
import {
  type Actions,
  type Block,
  button,
  context,
  type Mrkdwn,
  mostInBlocks,
  mostInLabel,
  mostInUrl,
  mrkdwn,
  plain,
  type PlainText,
  type RichElement,
  richText,
} from './blocks.ts';
import { dateMarkup, escaped, letters } from './escape.ts';
import { type AlertAction, blockIdOf, type Marked } from './marker.ts';
import { richLine } from './rich-line.ts';

export interface Rendering extends Marked {
  /** Of the channel. */
  readonly language: Language;
  /** Without it where Slack did not take the picture. */
  readonly picture?: boolean | undefined;
}

/** Blocks, and the same in a line for notifications and for readers without blocks. */
export interface Rendered {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** In UTF-16 units. */
const most = {
  title: 300,
  outlet: 80,
  summary: 600,
  term: 60,
  word: 40,
  figure: 60,
  titleUrl: 2000,
  outletUrl: 500,
};
const mostReasons = 5;
const mostChanges = 5;
const mostWords = 25;
const mostCalled = 10;

export function renderAlert(content: AlertContent, rendering: Rendering): Rendered {
  const texts = textsFor(rendering.language);
  const call = callOf(content.delivery);
  const above = [...(call === '' ? [] : [sectionOf(call)]), ...headOf(content, texts)];
  const summary = summaryOf(content, texts, rendering);
  const below = buttons(texts, rendering);
  const further = furtherOf(content, texts, [...above, ...summary, below]);
  const said = [call, escaped(content.title, most.title), escaped(content.outlet, most.outlet)];
  return {
    text: said.filter((part) => part !== '').join(' — ') || '…',
    blocks: [...above, ...summary, ...further, below],
  };
}

function sectionOf(markup: string): Block {
  return { type: 'section', text: mrkdwn(markup) };
}

/** The title as the link to the article; outlet and time below it. */
function headOf(
  { title, url, outlet, publishedAt, language }: AlertContent,
  texts: Texts,
): readonly [Block, Block] {
  const address = safeUrl(url, most.titleUrl);
  const shown = letters(title, most.title) || letters(outlet, most.outlet) || '…';
  // Begins with a mark of its direction, so that "AWS" in front does not turn an Arabic title around.
  const text = (directionOf(language) === 'rtl' ? '\u200F' : '') + shown;
  // A title that reads like an address would send people elsewhere than it says: then the true host is the link.
  const isLink = address !== undefined && !deceives(oneLine(title, most.title), address);
  const linked: RichElement = isLink
    ? { type: 'link', url: address, text, style: { bold: true } }
    : { type: 'text', text, style: { bold: true } };
  const host: readonly RichElement[] =
    isLink || address === undefined
      ? []
      : [
          { type: 'text', text: '\n' },
          { type: 'link', url: address, text: new URL(address).hostname },
        ];
  return [richText(linked, ...host), sourceLine(outlet, publishedAt, texts)];
}

/** Where and when: each client says the time in its reader's zone. */
export function sourceLine(where: string, at: number, { language }: Pick<Texts, 'language'>): Block {
  const name = isolated(letters(where, most.outlet));
  const date = dateMarkup(at, fallbackOf(at, language));
  const parts: ReadonlyArray<PlainText | Mrkdwn> = [
    ...(name === '' ? [] : [plain(name)]),
    ...(date === undefined ? [] : [mrkdwn(name === '' ? date : `· ${date}`)]),
  ];
  return context(...(parts.length === 0 ? [plain('…')] : parts));
}

/** "5 Jan 2026, 08:00 UTC" */
function fallbackOf(at: number, language: Language): string {
  // Looked at from the beginning of time nothing is today or yesterday, and every date has its year.
  const isDate = Number.isFinite(at) && Math.abs(at) < 8.64e15;
  return isDate ? `${formatWhen(at, 0, { language, zone: 'UTC' })} UTC` : '';
}

/** Nothing where there is no more to say than the title does. Beside its picture, or with the words that rang in bold: a text with a picture has no styles but those of markup. */
function summaryOf(
  { summary, withoutText, reasons, language, image, title }: AlertContent,
  texts: Texts,
  { picture }: Rendering,
): readonly Block[] {
  const line = letters(summary, most.summary);
  const direction = directionOf(language) === 'rtl' ? '\u200F' : '';
  const imageUrl = picture === false ? undefined : safeUrl(image, mostInUrl);
  if (imageUrl !== undefined) {
    const alt = letters(title, most.title) || '…';
    const accessory = { type: 'image', image_url: imageUrl, alt_text: alt } as const;
    const said = line === '' && withoutText ? texts.alert.noText : line === '' ? '' : direction + line;
    return said === '' ? [context(accessory)] : [{ type: 'section', text: plain(said), accessory }];
  }
  if (line === '') return withoutText ? [context(plain(texts.alert.noText))] : [];
  const words = [...new Set(reasons.flatMap((reason) => reason.words))]
    .filter((word) => word.length <= most.word * 2)
    .slice(0, mostWords);
  const segments = markWords(line, words).map(({ text, marked }): RichElement => {
    return { type: 'text', text, ...(marked && { style: { bold: true } }) };
  });
  return [richText(...(direction === '' ? [] : [{ type: 'text', text: direction } as const]), ...segments)];
}

/** As many of the further parts as there is room for, the most important first. */
function furtherOf(content: AlertContent, texts: Texts, always: readonly Block[]): readonly Block[] {
  const parts = [
    reasonsOf(content, texts),
    followsOf(content, texts),
    changesOf(content, texts),
    outletsOf(content, texts),
  ];
  const shown: Block[] = [];
  for (const part of parts) {
    if (part !== undefined && hasRoom([...always, ...shown, part])) shown.push(part);
  }
  return shown;
}

function hasRoom(blocks: readonly Block[]): boolean {
  return JSON.stringify(blocks).length <= mostInBlocks;
}

function reasonsOf({ reasons }: AlertContent, { alert }: Texts): Block | undefined {
  if (reasons.length === 0) return undefined;
  const subscriptions = [...new Set(reasons.map(({ subscription }) => subscription))];
  const lines = [
    alert.rangFor(subscriptions.slice(0, mostReasons).map((typed) => cut(typed, most.term))),
    ...telling(reasons)
      .slice(0, mostReasons)
      .map(({ term, words }) => {
        const met = words.slice(0, mostReasons).map((word) => cut(word, most.word));
        return alert.metBy(cut(term, most.term), met);
      }),
  ];
  return context(plain([...new Set(lines)].join('\n')));
}

function cut(text: string, length: number): string {
  return isolated(letters(text, length)) || '…';
}

function followsOf({ follows }: AlertContent, { alert }: Texts): Block | undefined {
  return follows && context(plain(alert.followsUp(cut(follows.title, most.title / 2))));
}

function changesOf({ changes = [] }: AlertContent, { alert }: Texts): Block | undefined {
  const lines = changes
    .slice(-mostChanges)
    .map(({ was, now }) => alert.changed(cut(was, most.figure), cut(now, most.figure)));
  return lines.length === 0 ? undefined : richText({ type: 'text', text: lines.join('\n') });
}

/** The outlets besides the one whose title the alert carries: it need not be the first of the story. */
function outletsOf({ outlet, outlets }: AlertContent, { alert }: Texts): Block | undefined {
  const others = outlets.filter(({ name }) => name !== outlet);
  const byName = Map.groupBy(others, ({ name }) => name.slice(0, most.outlet));
  const links = [...byName.values()].flatMap(([first]) => (first === undefined ? [] : [outletLink(first)]));
  if (links.length === 0) return undefined;
  return richText(...richLine(alert.alsoReportedBy, links.slice(0, 90)));
}

function outletLink({ name, url }: Outlet): RichElement {
  const text = cut(name, most.outlet);
  const address = safeUrl(url, most.outletUrl);
  return address === undefined || deceives(oneLine(name, most.outlet), address)
    ? { type: 'text', text }
    : { type: 'link', url: address, text };
}

function buttons({ alert }: Texts, marked: Marked): Actions {
  const press = (label: string, action: AlertAction) =>
    button(oneLine(label, mostInLabel), action, marked.marker);
  return {
    type: 'actions',
    block_id: blockIdOf(marked),
    elements: [press(alert.why, 'why'), press(alert.mute, 'mute'), press(alert.unsubscribe, 'unsubscribe')],
  };
}

/** The only mention that can ever call somebody: people (U…, W…) and their groups (S…), by Slack's ids. */
function callOf({ mentions = [] }: DeliveryOptions = {}): string {
  return mentions
    .filter(({ kind, id }) => (kind === 'role' ? /^S[A-Z0-9]{2,20}$/ : /^[UW][A-Z0-9]{2,20}$/).test(id))
    .slice(0, mostCalled)
    .map(({ kind, id }) => (kind === 'role' ? `<!subteam^${id}>` : `<@${id}>`))
    .join(' ');
}
