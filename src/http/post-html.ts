/** Posts as HTML: what was said, replies, alerts. Everything that comes from outside goes through `html`, which escapes it. */
import { html } from 'hono/html';
import type { AlertContent, Language, Notice, Reason } from '../domain.ts';
import type { Card, Reply, ReplyPart } from '../invoke/invocation.ts';
import { noticeSentence } from '../messages/notice.ts';
import { telling } from '../messages/reasons.ts';
import { formatWhen } from '../messages/when.ts';
import { directionOf } from '../platform/local/direction.ts';
import { markWords } from '../platform/local/mark.ts';
import { readPost } from '../platform/local/posted.ts';
import type { LocalPost } from '../store/store.ts';
import type { Reader } from './reader.ts';

export type Html = ReturnType<typeof html>;

/** Who reads it, where it stands, and when it is rendered (epoch ms). */
export interface Showing extends Reader {
  readonly channel: string;
  readonly now: number;
}

export const linesPath = (channel: string): string => `/channels/${encodeURIComponent(channel)}/lines`;

/** One list item of the log; its id is the key by which it is inserted in order, or replaced. */
export function postHtml(post: LocalPost, showing: Showing): Html {
  const posted = readPost(post);
  switch (posted.kind) {
    case 'said':
      return item(post, 'said', saidHtml(post, posted.line, showing));
    case 'reply':
      return item(post, posted.reply.mistake ? 'reply mistake' : 'reply', replyHtml(posted.reply, showing));
    case 'alert':
      return item(post, 'alert', alertHtml(post, posted.content, showing));
    case 'notice':
      return item(post, 'notice', noticeHtml(post, posted.notice, showing));
  }
}

function item(post: LocalPost, classes: string, content: Html): Html {
  return html`<li id="post-${post.seq}" class="post ${classes}">${content}</li>`;
}

function saidHtml(post: LocalPost, line: string, showing: Showing): Html {
  return html`<p class="line" dir="auto">
      <span class="visually-hidden">${showing.texts.chat.you}: </span>${line}
    </p>
    ${timeHtml(post.at, showing)}`;
}

function replyHtml(reply: Reply, showing: Showing): Html {
  return html`${reply.parts.map((part) => partHtml(part, showing))}`;
}

function partHtml(part: ReplyPart, showing: Showing): Html {
  switch (part.kind) {
    case 'text':
      return html`<p class="text" dir="auto">${part.text}</p>`;
    case 'list':
      return html`<dl>
        ${part.items.map(
          ({ lead, rest }) =>
            html`<dt dir="auto">${lead}</dt>
              <dd dir="auto">${rest}</dd>`,
        )}
      </dl>`;
    case 'choices':
      return html`<p class="text" dir="auto">${part.question}</p>
        <div class="actions">
          ${part.choices.map(({ label, line }) => lineButtonHtml(line, label, showing))}
        </div>`;
    case 'cards':
      return html`${part.cards.map((card) => cardHtml(card, showing))}`;
  }
}

function cardHtml(card: Card, showing: Showing): Html {
  const words = wordsOf(card.reasons ?? []);
  return html`<article class="card">
    ${sourceHtml(card, showing)}
    <h3 dir="auto">${linkHtml(card.title, card.url, words)}</h3>
    ${card.summary ? html`<p class="summary" dir="auto">${markedHtml(card.summary, words)}</p>` : ''}
    ${reasonsHtml(card.reasons ?? [], showing)} ${outletsHtml(card, showing)}
    ${card.explained ? '' : whyHtml(card.articleId, showing)}
  </article>`;
}

function alertHtml(post: LocalPost, content: AlertContent, showing: Showing): Html {
  const words = wordsOf(content.reasons);
  const { alert, chat } = showing.texts;
  const language = languageAttributes(content.language);
  return html`<article class="card" aria-labelledby="title-${post.seq}">
    ${sourceHtml(content, showing)} ${followsHtml(post, content, showing)}
    <h3 id="title-${post.seq}" ${language}>${linkHtml(content.title, content.url, words)}</h3>
    ${
      content.summary === ''
        ? content.withoutText && html`<p class="summary none">${alert.noText}</p>`
        : html`<p class="summary" ${language}>${markedHtml(content.summary, words)}</p>`
    }
    ${changesHtml(content, showing)} ${reasonsHtml(content.reasons, showing)} ${outletsHtml(content, showing)}
    <div class="actions">${whyHtml(content.articleId, showing)} ${muteHtml(content.articleId, showing)}</div>
    ${post.editedAt === undefined ? '' : html`<small class="edited">${chat.edited} ${timeHtml(post.editedAt, showing)}</small>`}
  </article>`;
}

function noticeHtml(post: LocalPost, notice: Notice, showing: Showing): Html {
  const { texts, zone, now } = showing;
  const when = (at: number): string => formatWhen(at, now, { language: texts.language, zone });
  return html`<p class="text" dir="auto">${noticeSentence(notice, texts, when)}</p>
    ${timeHtml(post.at, showing)}`;
}

/** It continues a story that is further up, or that only this workspace's memory has. */
function followsHtml({ replyTo }: LocalPost, { follows }: AlertContent, { texts }: Showing): Html | '' {
  if (follows === undefined) return '';
  const words = texts.alert.followsUp(isolated(follows.title));
  return html`<p class="follows" dir="auto">
    ${replyTo === undefined ? words : html`<a href="#post-${replyTo}">${words}</a>`}
  </p>`;
}

function changesHtml({ changes = [] }: AlertContent, { texts }: Showing): Html | '' {
  if (changes.length === 0) return '';
  return html`<ul class="changes">
    ${changes.map(({ was, now }) => html`<li dir="auto">${texts.alert.changed(isolated(was), isolated(now))}</li>`)}
  </ul>`;
}

function sourceHtml(
  { outlet, publishedAt, articleId }: Pick<Card, 'outlet' | 'publishedAt' | 'articleId'>,
  showing: Showing,
): Html {
  return html`<p class="source">
    <bdi>${outlet}</bdi> ${timeHtml(publishedAt, showing)}
    <span>${showing.texts.alert.number(articleId)}</span>
  </p>`;
}

/** Only http(s) is a link: a feed may claim `javascript:` as its article's address. */
function linkHtml(title: string, url: string | undefined, words: readonly string[]): Html {
  const marked = markedHtml(title, words);
  if (url === undefined || !/^https?:\/\//i.test(url)) return marked;
  return html`<a href="${url}" target="_blank" rel="noopener noreferrer">${marked}</a>`;
}

function markedHtml(text: string, words: readonly string[]): Html {
  return html`${markWords(text, words).map((segment) =>
    segment.marked ? html`<mark>${segment.text}</mark>` : segment.text,
  )}`;
}

function reasonsHtml(reasons: readonly Reason[], { texts }: Showing): Html | '' {
  if (reasons.length === 0) return '';
  const subscriptions = [...new Set(reasons.map((reason) => reason.subscription))];
  const lines = telling(reasons).map(({ term, words }) => texts.alert.metBy(term, words.map(isolated)));
  return html`<div class="reasons">
    <p dir="auto">${texts.alert.rangFor(subscriptions)}</p>
    ${
      lines.length > 0
        ? html`<ul>
            ${lines.map((line) => html`<li dir="auto">${line}</li>`)}
          </ul>`
        : ''
    }
  </div>`;
}

/** The outlets besides the one whose title is on the card. */
function outletsHtml(
  { outlet, title: shown, outlets = [] }: Pick<Card, 'outlet' | 'title' | 'outlets'>,
  { texts }: Showing,
): Html | '' {
  const own = outlets.findIndex(({ name, title }) => name === outlet && title === shown);
  const further = outlets.filter((_, at) => at !== Math.max(0, own));
  if (further.length === 0) return '';
  const names = [...new Set(further.map(({ name }) => name))];
  return html`<details class="outlets">
    <summary>${texts.alert.alsoReportedBy(names.map(isolated))}</summary>
    <ul>
      ${further.map(({ name, title, url }) => html`<li dir="auto"><b>${name}</b> ${linkHtml(title, url, [])}</li>`)}
    </ul>
  </details>`;
}

/** Arabic words within an English sentence keep to themselves: FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE. */
function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}

function whyHtml(articleId: number, showing: Showing): Html {
  return lineButtonHtml(`/why ${articleId}`, showing.texts.alert.why, showing);
}

function muteHtml(articleId: number, showing: Showing): Html {
  return lineButtonHtml(`/mute ${articleId}`, showing.texts.alert.mute, showing);
}

/** A button that says a line as if it had been typed. */
function lineButtonHtml(line: string, label: string, { channel }: Showing): Html {
  return html`<form
    class="why"
    method="post"
    action="${linesPath(channel)}"
    hx-post="${linesPath(channel)}"
    hx-swap="none"
  >
    <button name="line" value="${line}" title="${line}">${label}</button>
  </form>`;
}

/** A time in the reader's zone; `times.js` sets it again in the browser's own, and when "today" has become "yesterday". */
export function timeHtml(at: number, { texts, zone, now }: Showing): Html {
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}">${formatWhen(at, now, { language: texts.language, zone })}</time>`;
}

function languageAttributes(language: Language): Html {
  const direction = directionOf(language);
  return direction === 'auto' ? html`dir="auto"` : html`lang="${language}" dir="${direction}"`;
}

function wordsOf(reasons: readonly Reason[]): readonly string[] {
  return [...new Set(reasons.flatMap((reason) => reason.words))];
}
