/** A reply as Discord shows it: one text in Markdown, everything that comes from outside escaped. */
import type { Card, Reply, ReplyPart } from '../../invoke/invocation.ts';
import { telling } from '../../messages/reasons.ts';
import type { Texts } from '../../messages/texts.ts';
import { oneLine } from '../one-line.ts';
import { deceives, safeUrl } from '../safe-url.ts';
import {
  button,
  type MessageBody,
  messageFlags,
  mostBytes,
  mostCharacters,
  mostInLabel,
  nobodyIsCalled,
  row,
  text,
  type TopComponent,
} from './components.ts';
import { escaped, maskedLink } from './escape.ts';
import { sayId } from './say.ts';

/** In UTF-16 units before escaping, which at most doubles them: the first block of a reply always fits. */
const mostInLine = 1500;
const mostInLead = 200;
const mostInTitle = 200;
const mostInSummary = 400;
const mostInUrl = 700;
const mostReasons = 3;

/**
 * @param below what can be pressed
 * @param about id of the channel that it is about, if it is seen in another: "this channel" is said of that one
 */
export function renderReply(
  reply: Reply,
  texts: Texts,
  below: readonly TopComponent[] = [],
  about?: string,
): MessageBody {
  const above = about === undefined ? [] : [texts.discord.about(`<#${about}>`)];
  // A button would act on the channel where it is pressed.
  const pressed = about === undefined ? sayId : () => undefined;
  const blocks = [...above, ...reply.parts.flatMap((part) => renderPart(part, texts, pressed))];
  return {
    flags: messageFlags.componentsV2 | (reply.audience === 'caller' ? messageFlags.private : 0),
    components: [
      text(fitting(blocks, `-# ${escaped(texts.discord.cut, 200)}`)),
      ...pressable(reply, pressed),
      ...below,
    ],
    allowed_mentions: nobodyIsCalled,
  };
}

const mostRows = 4;

/** Of the button that stands for a line; undefined if it must be typed. */
type IdOf = (line: string) => string | undefined;

/** A row of buttons for each question. */
function pressable({ parts }: Reply, idOf: IdOf): readonly TopComponent[] {
  const rows = parts.flatMap((part) => {
    if (part.kind !== 'choices') return [];
    const buttons = part.choices.flatMap(({ label, line }) => {
      const id = idOf(line);
      return id === undefined ? [] : [button(oneLine(label, mostInLabel) || '…', id)];
    });
    return buttons.length === 0 ? [] : [row(...buttons)];
  });
  return rows.slice(0, mostRows);
}

/** Whole blocks, as many as fit; a reply of many ends with a line that says so. */
function fitting(blocks: readonly string[], cutLine: string): string {
  const whole = blocks.join('\n');
  if (fits(whole)) return whole === '' ? '…' : whole;
  let shown = blocks[0] ?? '';
  for (const block of blocks.slice(1)) {
    if (!fits(`${shown}\n${block}\n${cutLine}`)) break;
    shown += `\n${block}`;
  }
  return `${shown}\n${cutLine}`;
}

function fits(content: string): boolean {
  return content.length <= mostCharacters && Buffer.byteLength(content) <= mostBytes;
}

function renderPart(part: ReplyPart, texts: Texts, idOf: IdOf): readonly string[] {
  switch (part.kind) {
    case 'text':
      return part.text.split('\n').map((line) => escaped(line, mostInLine));
    case 'list':
      return part.items.map(({ lead, rest }) => {
        const said = `**${escaped(lead, mostInLead)}**`;
        return rest === '' ? said : `${said} — ${escaped(rest, mostInLine - mostInLead)}`;
      });
    case 'choices':
      return [
        escaped(part.question, mostInLine),
        // What does not fit a button can still be typed.
        ...part.choices
          .filter(({ line }) => idOf(line) === undefined)
          .map(
            ({ label, line }) =>
              `**${escaped(label, mostInLead)}** — ${escaped(line, mostInLine - mostInLead)}`,
          ),
      ];
    case 'cards':
      return part.cards.map((card) => renderCard(card, texts));
  }
}

function renderCard(card: Card, texts: Texts): string {
  const { alert, discord } = texts;
  const url = safeUrl(card.url, mostInUrl);
  const title = escaped(card.title, mostInTitle);
  // A title that looks like an address would lead elsewhere than it says.
  const linked = url !== undefined && !deceives(oneLine(card.title, mostInTitle), url);
  const others = [...new Set((card.outlets ?? []).map(({ name }) => name))].filter(
    (name) => name !== card.outlet,
  );
  const lines = [
    `**${linked ? maskedLink(title, url) : title}**`,
    // Discord says times in each reader's own zone.
    `-# ${escaped(alert.number(card.articleId), 40)} · ${escaped(card.outlet, 80)} · <t:${Math.floor(card.publishedAt / 1000)}:f>`,
    escaped(card.summary ?? '', mostInSummary),
    url !== undefined && !linked ? maskedLink(escaped(discord.toArticle, 80), url) : '',
    ...telling(card.reasons ?? [])
      .slice(0, mostReasons)
      .map(({ term, words }) => escaped(alert.metBy(term, words), 100)),
    others.length > 0 ? escaped(alert.alsoReportedBy(others), 200) : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}
