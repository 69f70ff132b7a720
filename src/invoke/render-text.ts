/** Replies and alerts as lines of plain text, for the terminal. */
import type { AlertContent, Notice, Reason } from '../domain.ts';
import { noticeSentence } from '../messages/notice.ts';
import { telling } from '../messages/reasons.ts';
import type { Texts } from '../messages/texts.ts';
import { formatWhen } from '../messages/when.ts';
import type { Card, Reply, ReplyPart } from './invocation.ts';
import { plainLine } from './plain-line.ts';

export interface TextReader {
  readonly texts: Texts;
  /** IANA time zone. */
  readonly zone: string;
  readonly now: number;
  /** Emphasis by ANSI codes; false for pipes and files. */
  readonly ansi?: boolean | undefined;
}

export function renderReply(reply: Reply, reader: TextReader): readonly string[] {
  return reply.parts.flatMap((part) => renderPart(part, reader));
}

/** An alert, headed by its title, with its reasons. */
export function renderAlert(content: AlertContent, reader: TextReader): readonly string[] {
  const { alert } = reader.texts;
  const [head = '', source = '', ...below] = renderCard(content, reader);
  const follows = content.follows === undefined ? [] : [alert.followsUp(content.follows.title)];
  const changes = (content.changes ?? []).map(({ was, now }) => alert.changed(was, now));
  return [head, source, ...[...follows, ...changes].map((line) => `    ${plainLine(line)}`), ...below];
}

export function renderNotice(notice: Notice, { texts, zone, now }: TextReader): string {
  const when = (at: number): string => formatWhen(at, now, { language: texts.language, zone });
  return plainLine(noticeSentence(notice, texts, when));
}

function renderPart(part: ReplyPart, reader: TextReader): readonly string[] {
  switch (part.kind) {
    case 'text':
      return part.text.split('\n').map(plainLine);
    case 'list':
      return part.items.map(({ lead, rest }) =>
        rest === ''
          ? `  ${bold(plainLine(lead), reader)}`
          : `  ${bold(plainLine(lead), reader)} — ${plainLine(rest)}`,
      );
    case 'choices':
      return [
        plainLine(part.question),
        ...part.choices.map(({ label, line }) => `  ${bold(plainLine(label), reader)} — ${plainLine(line)}`),
      ];
    case 'cards':
      return part.cards.flatMap((card) => renderCard(card, reader));
  }
}

function renderCard(card: Card, reader: TextReader): readonly string[] {
  const { texts, zone, now } = reader;
  const when = formatWhen(card.publishedAt, now, { language: texts.language, zone });
  const others = namesOfOthers(card);
  const below = [
    card.summary ?? '',
    card.url ?? '',
    ...reasonLines(card.reasons ?? [], texts),
    others.length > 0 ? texts.alert.alsoReportedBy(others) : '',
  ].map(plainLine);
  return [
    `${dim(`[${card.articleId}]`, reader)} ${bold(plainLine(card.title), reader)}`,
    `    ${dim(`${plainLine(card.outlet)} · ${when}`, reader)}`,
    ...below.filter((line) => line !== '').map((line) => `    ${line}`),
  ];
}

function reasonLines(reasons: readonly Reason[], { alert }: Texts): readonly string[] {
  if (reasons.length === 0) return [];
  const subscriptions = new Set(reasons.map(({ subscription }) => subscription));
  return [
    alert.rangFor([...subscriptions]),
    ...telling(reasons).map(({ term, words }) => alert.metBy(term, words)),
  ];
}

/** Without the one the card is from; each name once. */
function namesOfOthers(card: Card): readonly string[] {
  const names = new Set((card.outlets ?? []).map(({ name }) => plainLine(name)));
  names.delete(plainLine(card.outlet));
  return [...names];
}

function bold(text: string, { ansi }: TextReader): string {
  return ansi === true ? `\u001B[1m${text}\u001B[22m` : text;
}

function dim(text: string, { ansi }: TextReader): string {
  return ansi === true ? `\u001B[2m${text}\u001B[22m` : text;
}
