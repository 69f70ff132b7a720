/**
 * An alert as a message of Components V2. Nothing of an article is read as Markdown, and any article fits: each part is
 * cut to its measure, and what matters least is left out until all of it has room.
 */
import type { AlertContent, DeliveryOptions, Language, Outlet } from '../../domain.ts';
import { textsFor } from '../../messages/choose.ts';
import { telling } from '../../messages/reasons.ts';
import type { Texts } from '../../messages/texts.ts';
import { directionOf } from '../local/direction.ts';
import { markWords } from '../local/mark.ts';
import { isolated, oneLine } from '../one-line.ts';
import { deceives, safeUrl } from '../safe-url.ts';
import {
  type AllowedMentions,
  button,
  container,
  type MessageBody,
  messageFlags,
  mostBytes,
  mostCharacters,
  mostInLabel,
  mostInMediaUrl,
  nobodyIsCalled,
  row,
  section,
  text,
  thumbnail,
} from './components.ts';
import { escaped, escapeMarkdown, maskedLink } from './escape.ts';
import { type AlertAction, alertControlId } from './marker.ts';

export interface Rendering {
  readonly marker: string;
  readonly revision: number;
  /** Of the channel. */
  readonly language: Language;
  /** Without it where Discord did not take the picture. */
  readonly picture?: boolean | undefined;
}

/** Characters before escaping, which at most doubles them. */
const most = {
  title: 300,
  outlet: 80,
  summary: 600,
  term: 60,
  word: 40,
  figure: 60,
  titleUrl: 1000,
  outletUrl: 300,
};
const mostReasons = 5;
const mostChanges = 5;
const mostWords = 25;
/** Room for what Discord may count otherwise than we do. */
const margin = 0.95;
/** 0xRRGGBB: seen on light and on dark. */
const usualColour = 0x3b_6c_f6;

export function renderAlert(content: AlertContent, rendering: Rendering): MessageBody {
  const texts = textsFor(rendering.language);
  const { delivery = {} } = content;
  const head = headOf(content);
  const summary = summaryOf(content, texts);
  const calls = callOf(delivery);
  const further = furtherOf(content, texts, [...calls.texts, ...head, ...summary]);
  const picture = rendering.picture === false ? undefined : safeUrl(content.image, mostInMediaUrl);
  const above = [head.join('\n'), ...summary];
  return {
    flags: messageFlags.componentsV2 | (delivery.silent === true ? messageFlags.silent : 0),
    components: [
      ...calls.texts.map(text),
      container(
        [
          ...(picture === undefined ? above.map(text) : [section(above, thumbnail(picture))]),
          ...further.map(text),
          buttons(texts, rendering),
        ],
        colourOf(delivery),
      ),
    ],
    allowed_mentions: calls.allowed,
  };
}

/** The title as the link to the article; outlet and time below it. */
function headOf({ title, url, outlet, publishedAt, language }: AlertContent): readonly string[] {
  const address = safeUrl(url, most.titleUrl);
  const shown = escaped(title, most.title) || escaped(outlet, most.outlet) || '…';
  // A title that reads like an address would send people elsewhere than it says: then the true host is the link.
  const link = address !== undefined && !deceives(oneLine(title, most.title), address);
  const linked = link ? maskedLink(shown, address) : shown;
  const host = link || address === undefined ? '' : maskedLink(escaped(hostOf(address), 253), address);
  const source = [isolated(escaped(outlet, most.outlet)), timeOf(publishedAt), host];
  // Begins with a mark of its direction, so that "AWS" in front does not turn an Arabic title around.
  const direction = directionOf(language) === 'rtl' ? '\u200F' : '';
  return [`### ${direction}${linked}`, smallPrint(source.filter((part) => part !== '').join(' · '))];
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}

/** Each client shows it in its own zone and language, and lets it grow older. */
function timeOf(at: number): string {
  const seconds = Math.floor(at / 1000);
  return Math.abs(seconds) <= 8_640_000_000_000 ? `<t:${seconds}:R>` : '';
}

function summaryOf(
  { summary, withoutText, reasons, language }: AlertContent,
  texts: Texts,
): readonly string[] {
  const line = oneLine(summary, most.summary);
  if (line === '') return withoutText ? [smallPrint(texts.alert.noText)] : [];
  const words = [...new Set(reasons.flatMap((reason) => reason.words))]
    .filter((word) => word.length <= most.word * 2)
    .slice(0, mostWords);
  const direction = directionOf(language) === 'rtl' ? '\u200F' : '';
  const segments = markWords(line, words);
  return [
    direction +
      segments
        .map((segment) =>
          segment.marked ? `**${escapeMarkdown(segment.text)}**` : escapeMarkdown(segment.text),
        )
        .join(''),
  ];
}

/** As many of the further parts as there is room for, the most important first; each is a text of its own. */
function furtherOf(content: AlertContent, texts: Texts, above: readonly string[]): readonly string[] {
  const parts = [
    changesOf(content, texts),
    followsOf(content, texts),
    reasonsOf(content, texts),
    outletsOf(content, texts),
  ];
  const shown: string[] = [];
  for (const part of parts) {
    if (part !== '' && hasRoom([...above, ...shown, part])) shown.push(part);
  }
  return shown;
}

function hasRoom(parts: readonly string[]): boolean {
  const all = parts.join('\n');
  return all.length <= mostCharacters * margin && Buffer.byteLength(all) <= mostBytes * margin;
}

function reasonsOf({ reasons }: AlertContent, { alert }: Texts): string {
  if (reasons.length === 0) return '';
  const subscriptions = [...new Set(reasons.map(({ subscription }) => subscription))];
  const lines = [
    alert.rangFor(subscriptions.slice(0, mostReasons).map((typed) => isolated(escaped(typed, most.term)))),
    ...telling(reasons)
      .slice(0, mostReasons)
      .map(({ term, words }) => {
        const met = words.slice(0, mostReasons).map((word) => isolated(escaped(word, most.word)));
        return alert.metBy(isolated(escaped(term, most.term)), met);
      }),
  ];
  return [...new Set(lines)].map(smallPrint).join('\n');
}

function followsOf({ follows }: AlertContent, { alert }: Texts): string {
  return follows === undefined
    ? ''
    : smallPrint(alert.followsUp(isolated(escaped(follows.title, most.title / 2))));
}

function changesOf({ changes = [] }: AlertContent, { alert }: Texts): string {
  return changes
    .slice(-mostChanges)
    .map(({ was, now }) =>
      alert.changed(isolated(escaped(was, most.figure)), isolated(escaped(now, most.figure))),
    )
    .join('\n');
}

/** The outlets besides the one whose title the alert carries: it need not be the first of the story. */
function outletsOf({ outlet, outlets }: AlertContent, { alert }: Texts): string {
  const others = outlets.filter(({ name }) => name !== outlet);
  const byName = Map.groupBy(others, ({ name }) => name.slice(0, most.outlet));
  const names = [...byName.values()].flatMap(([first]) => (first === undefined ? [] : outletLink(first)));
  return names.length === 0 ? '' : smallPrint(alert.alsoReportedBy(names));
}

function outletLink({ name, url }: Outlet): string {
  const shown = isolated(escaped(name, most.outlet)) || '…';
  const address = safeUrl(url, most.outletUrl);
  return address === undefined || deceives(oneLine(name, most.outlet), address)
    ? shown
    : maskedLink(shown, address);
}

function smallPrint(line: string): string {
  return `-# ${line}`;
}

function buttons({ alert }: Texts, { marker, revision }: Rendering) {
  const press = (label: string, action: AlertAction) =>
    button(oneLine(label, mostInLabel), alertControlId({ action, marker, revision }));
  return row(press(alert.why, 'why'), press(alert.mute, 'mute'), press(alert.unsubscribe, 'unsubscribe'));
}

/** The only mention that can ever call somebody. */
function callOf({ mentions = [] }: DeliveryOptions): { texts: readonly string[]; allowed: AllowedMentions } {
  const called = mentions.filter(({ id }) => /^\d{1,20}$/.test(id));
  if (called.length === 0) return { texts: [], allowed: nobodyIsCalled };
  const { role = [], member = [] } = Object.groupBy(called, ({ kind }) => kind);
  return {
    texts: [called.map(({ kind, id }) => (kind === 'role' ? `<@&${id}>` : `<@${id}>`)).join(' ')],
    allowed: { parse: [], roles: role.map(({ id }) => id), users: member.map(({ id }) => id) },
  };
}

function colourOf({ colour = usualColour }: DeliveryOptions): number {
  return Number.isInteger(colour) && colour >= 0 && colour <= 0xff_ff_ff ? colour : usualColour;
}
