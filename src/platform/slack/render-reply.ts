/** A reply in Block Kit: in plain and rich text, where nothing that comes from outside is more than text. */
import type { Card, ChoicesPart, Reply, ReplyPart } from '../../invoke/invocation.ts';
import { telling } from '../../messages/reasons.ts';
import type { Texts } from '../../messages/texts.ts';
import { oneLine } from '../one-line.ts';
import { deceives, safeUrl } from '../safe-url.ts';
import {
  type Block,
  button,
  context,
  type Mrkdwn,
  mostBlocks,
  mostInBlocks,
  mostInLabel,
  mostInText,
  mrkdwn,
  plain,
  type PlainText,
  type RichElement,
  type RichSection,
  richText,
} from './blocks.ts';
import { escaped, letters } from './escape.ts';
import { type Rendered, sourceLine } from './render-alert.ts';

const mostInLine = 1500;
const mostInLead = 200;
const mostInTitle = 200;
const mostInSummary = 400;
const mostInAddress = 1000;
const mostReasons = 3;
const mostInList = 60;

export interface ReplyRendering {
  readonly texts: Texts;
  /** As a command is typed here: "/why" → "/news why" where only that one is installed. */
  readonly typed: (sentence: string) => string;
  /** Slack's id of the channel that it is about, if it is seen in another: "this channel" is said of that one. */
  readonly about?: string | undefined;
}

/** @param below what can be pressed */
export function renderReply(
  { parts }: Pick<Reply, 'parts'>,
  rendering: ReplyRendering,
  below: readonly Block[] = [],
): Rendered {
  const { texts, about } = rendering;
  const above: readonly Block[] = about === undefined ? [] : [context(placeOf(about, texts))];
  const blocks = [...above, ...parts.flatMap((part) => renderPart(part, rendering))];
  return {
    text: escaped(parts.map((part) => wordsOf(part, rendering)).join(' '), 1000) || '…',
    blocks: fitting(blocks, below, texts),
  };
}

/** A conversation of two has no name that could be shown. */
function placeOf(channel: string, { slack }: Texts): PlainText | Mrkdwn {
  return channel.startsWith('D') ? plain(slack.aboutDirect) : mrkdwn(slack.about(`<#${channel}>`));
}

/** Whole blocks, as many as fit; a reply of many ends with a line that says so. */
function fitting(blocks: readonly Block[], below: readonly Block[], texts: Texts): readonly Block[] {
  const cutLine = context(plain(texts.slack.cut));
  const all = [...blocks, ...below];
  if (fits(all)) return all.length === 0 ? [context(plain('…'))] : all;
  const shown: Block[] = [];
  for (const block of blocks) {
    if (!fits([...shown, block, cutLine, ...below])) break;
    shown.push(block);
  }
  return [...shown, cutLine, ...below];
}

function fits(blocks: readonly Block[]): boolean {
  return blocks.length <= mostBlocks && JSON.stringify(blocks).length <= mostInBlocks;
}

function renderPart(part: ReplyPart, rendering: ReplyRendering): readonly Block[] {
  switch (part.kind) {
    case 'text':
      return textBlocks(rendering.typed(part.text));
    case 'list':
      return listBlocks(part.items, rendering);
    case 'choices':
      return choiceBlocks(part, rendering);
    case 'cards':
      return part.cards.flatMap((card) => cardBlocks(card, rendering));
  }
}

/** A question with a button for each answer; as lines to type where a button would act on another channel. */
function choiceBlocks({ question, choices }: ChoicesPart, rendering: ReplyRendering): readonly Block[] {
  const asked = textBlocks(rendering.typed(question));
  if (rendering.about !== undefined) {
    const typed = choices.map(({ label, line }) => ({ lead: label, rest: line }));
    return [...asked, ...listBlocks(typed, rendering)];
  }
  const buttons = choices.map(({ label, line }, at) =>
    button(oneLine(label, mostInLabel) || '…', `${sayAction}${at}`, line.slice(0, mostInValue)),
  );
  return buttons.length === 0 ? asked : [...asked, { type: 'actions', elements: buttons }];
}

/** An `action_id` that begins so is a button whose value is a line. */
export const sayAction = 'say:';
/** Published: of the value of a button. */
const mostInValue = 2000;

function textBlocks(text: string): readonly Block[] {
  const lines = text
    .slice(0, mostInText * 4)
    .split('\n')
    .map((line) => letters(line, mostInLine));
  const said = lines.join('\n').trim().slice(0, mostInText).toWellFormed();
  return said === '' ? [] : [{ type: 'section', text: plain(said) }];
}

/** In lists of some length, so that of a long one as much as fits is shown. */
function listBlocks(
  items: Extract<ReplyPart, { kind: 'list' }>['items'],
  { typed }: ReplyRendering,
): readonly Block[] {
  const sections = items.slice(0, mostInList).map(({ lead, rest }): RichSection => {
    const bold = letters(typed(lead), mostInLead) || '…';
    const explained = letters(typed(rest), mostInLine - mostInLead);
    return {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: bold, style: { bold: true } },
        ...(explained === '' ? [] : [{ type: 'text', text: ` — ${explained}` } as const]),
      ],
    };
  });
  const groups = Array.from({ length: Math.ceil(sections.length / 5) }, (_, at) =>
    sections.slice(at * 5, at * 5 + 5),
  );
  // Bullets before numbers would be one mark too many.
  const numbered = items.every(({ lead }) => /^\d+\. /.test(lead));
  return groups.map((elements) => ({
    type: 'rich_text',
    elements: numbered ? elements : [{ type: 'rich_text_list', style: 'bullet', elements }],
  }));
}

function cardBlocks(card: Card, { texts }: ReplyRendering): readonly Block[] {
  const { alert, slack } = texts;
  const url = safeUrl(card.url, mostInAddress);
  const title = letters(card.title, mostInTitle) || '…';
  // A title that looks like an address would lead elsewhere than it says.
  const isLink = url !== undefined && !deceives(oneLine(card.title, mostInTitle), url);
  const summary = letters(card.summary ?? '', mostInSummary);
  const head: readonly RichElement[] = [
    isLink
      ? { type: 'link', url, text: title, style: { bold: true } }
      : { type: 'text', text: title, style: { bold: true } },
    ...(summary === '' ? [] : [{ type: 'text', text: `\n${summary}` } as const]),
    ...(url === undefined || isLink
      ? []
      : [{ type: 'text', text: '\n' } as const, { type: 'link', url, text: slack.toArticle } as const]),
  ];
  const others = [...new Set((card.outlets ?? []).map(({ name }) => name))].filter(
    (name) => name !== card.outlet,
  );
  const small = [
    ...telling(card.reasons ?? [])
      .slice(0, mostReasons)
      .map(({ term, words }) => alert.metBy(term, words)),
    others.length > 0 ? alert.alsoReportedBy(others) : '',
  ].flatMap((line) => letters(line, 200) || []);
  const where = `${alert.number(card.articleId)} · ${letters(card.outlet, 60)}`;
  return [
    richText(...head),
    sourceLine(where, card.publishedAt, texts),
    ...(small.length === 0 ? [] : [context(plain(small.join('\n')))]),
  ];
}

function wordsOf(part: ReplyPart, { typed }: ReplyRendering): string {
  switch (part.kind) {
    case 'text':
      return typed(part.text);
    case 'list':
      return part.items.map(({ lead }) => typed(lead)).join(' · ');
    case 'choices':
      return typed(part.question);
    case 'cards':
      return part.cards.map(({ title }) => title).join(' · ');
  }
}
