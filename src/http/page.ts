/** The page: channels at the left, the log in the middle, the command line below. Works, without life, without scripts. */
import { html } from 'hono/html';
import type { Channel } from '../domain.ts';
import { type Cursor, writeCursor } from '../platform/local/cursor.ts';
import type { LocalPost } from '../store/store.ts';
import type { Assets } from './assets.ts';
import { type Html, linesPath, postHtml, type Showing } from './post-html.ts';

export interface ChannelItem {
  readonly channel: Channel;
  /** Its newest post. */
  readonly latest: number;
}

export interface PageContent {
  readonly channels: readonly ChannelItem[];
  readonly posts: readonly LocalPost[];
  /** Posts before these can be asked for. */
  readonly more: boolean;
  /** From where the event stream goes on. */
  readonly cursor: Cursor;
  /** The inbox folder as a person would type it. */
  readonly inbox: string;
}

export function pageHtml(content: PageContent, showing: Showing, assets: Assets): Html {
  const { channel, texts } = showing;
  return documentHtml(
    `#${channel} · Bellwire`,
    texts.language,
    assets,
    html`<a class="skip" href="#line">${texts.chat.skipToCommandLine}</a>
      ${sideHtml(content, showing)}
      <main>
        <header>
          <button class="menu" type="button" popovertarget="side" aria-label="${texts.chat.channels}">
            ☰
          </button>
          <h1 dir="auto"><span aria-hidden="true">#</span>${channel}</h1>
          <p id="connection" role="status" data-lost="${texts.chat.connectionLost}"></p>
        </header>
        ${logHtml(content, showing)} ${commandLineHtml(showing)}
      </main>`,
    scriptsHtml(assets),
  );
}

/** A page that says one thing: no such channel, no such page. Nothing in it moves, so it has no scripts. */
export function noticeHtml(sentence: string, showing: Pick<Showing, 'texts'>, assets: Assets): Html {
  return documentHtml(
    'Bellwire',
    showing.texts.language,
    assets,
    html`<main class="notice">
      <p>${sentence}</p>
      <p><a href="/">${showing.texts.chat.toFirstChannel}</a></p>
    </main>`,
    '',
  );
}

/** A page without life: nothing in it changes. */
export function stillHtml(
  title: string,
  body: Html,
  { texts }: Pick<Showing, 'texts'>,
  assets: Assets,
): Html {
  return documentHtml(title, texts.language, assets, body, '');
}

function documentHtml(title: string, language: string, assets: Assets, body: Html, scripts: Html | ''): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content='{"includeIndicatorCSS": false, "history": false}' />
        <title>${title}</title>
        <link rel="icon" href="${assets.url('bell.svg')}" />
        <link rel="stylesheet" href="${assets.url('page.css')}" />
        ${scripts}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

function scriptsHtml(assets: Assets): Html {
  return html`<script type="module" src="${assets.url('page.js')}"></script>
    <script defer src="${assets.url('htmx.js')}"></script>
    <script defer src="${assets.url('hx-sse.js')}"></script>
    <script defer src="${assets.url('hx-upsert.js')}"></script>`;
}

function sideHtml(content: PageContent, showing: Showing): Html {
  const { texts } = showing;
  return html`<aside id="side" popover>
    <p class="brand">
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="${bell}" /></svg> Bellwire
    </p>
    <nav aria-label="${texts.chat.channels}">
      <ul id="channels" data-unread="${texts.chat.unread}">
        ${channelItemsHtml(content.channels, showing.channel)}
      </ul>
    </nav>
    <form
      class="new-channel"
      method="post"
      action="/channels"
      hx-post="/channels"
      hx-target="#channel-mistake"
    >
      <label for="channel-name">${texts.chat.newChannel}</label>
      <div>
        <input
          id="channel-name"
          name="name"
          placeholder="${texts.chat.channelName}"
          required
          maxlength="60"
          autocomplete="off"
          autocapitalize="none"
          aria-describedby="channel-mistake"
        />
        <button aria-label="${texts.chat.newChannel}">+</button>
      </div>
      <p id="channel-mistake" role="status"></p>
    </form>
    <p class="preview-link">
      <a href="/channels/${encodeURIComponent(showing.channel)}/slack">${texts.chat.asOnSlack}</a>
    </p>
    <p class="preview-link">
      <a href="/channels/${encodeURIComponent(showing.channel)}/discord">${texts.chat.asOnDiscord}</a>
    </p>
  </aside>`;
}

export function channelItemsHtml(channels: readonly ChannelItem[], current: string): Html {
  return html`${channels.map(({ channel: { externalId: name }, latest }) => {
    const here = name === current ? html`aria-current="page"` : '';
    return html`<li>
      <a
        href="/channels/${encodeURIComponent(name)}"
        data-channel="${name}"
        data-latest="${latest}"
        dir="auto"
        ${here}
        ><span aria-hidden="true">#</span>${name}</a
      >
    </li>`;
  })}`;
}

function logHtml({ posts, more, cursor, inbox }: PageContent, showing: Showing): Html {
  const { channel, texts } = showing;
  const events = `/events?channel=${encodeURIComponent(channel)}&after=${writeCursor(cursor)}`;
  return html`<div id="scroll" tabindex="0" role="region" aria-label="${texts.chat.messagesIn(channel)}">
      ${earlierHtml(more ? posts[0] : undefined, showing)}
      <ol id="log" role="log" aria-live="polite" aria-label="${texts.chat.messagesIn(channel)}">
        ${posts.map((post) => postHtml(post, showing))}
      </ol>
      ${emptyHtml(inbox, showing)}
    </div>
    <button
      id="below"
      type="button"
      data-one="${texts.chat.newMessages(1)}"
      data-two="${texts.chat.newMessages(2)}"
      hidden
    ></button>
    <div
      id="live"
      hidden
      hx-sse:connect="${events}"
      hx-trigger="load, reconnect"
      hx-swap="none"
      hx-config='{"sse": {"pauseOnBackground": false, "reconnectMaxDelay": 5000}}'
    ></div>`;
}

/** The button that fetches what was before `oldest`; nothing if that is all. */
export function earlierHtml(oldest: LocalPost | undefined, { channel, texts }: Showing): Html | '' {
  if (oldest === undefined) return '';
  const path = `/channels/${encodeURIComponent(channel)}/earlier?before=${oldest.seq}`;
  return html`<button
    id="earlier"
    type="button"
    class="quiet"
    hx-get="${path}"
    hx-swap="outerHTML swapEmpty:true"
  >
    ${texts.chat.earlierMessages}
  </button>`;
}

/** Posts for the log, each in its place by its number; one that is there already is replaced. */
export function upsertHtml(posts: readonly LocalPost[], showing: Showing): Html {
  return html`<hx-upsert hx-target="#log">${posts.map((post) => postHtml(post, showing))}</hx-upsert>`;
}

/** The whole log, where too much was missed to tell one by one. */
export function replaceLogHtml(posts: readonly LocalPost[], showing: Showing): Html {
  return html`<hx-partial hx-target="#log" hx-swap="innerHTML"
    >${posts.map((post) => postHtml(post, showing))}</hx-partial
  >`;
}

function emptyHtml(inbox: string, { channel, texts }: Showing): Html {
  const path = linesPath(channel);
  return html`<section class="empty">
    <p>${texts.chat.emptyChannel}</p>
    <form method="post" action="${path}" hx-post="${path}" hx-swap="none">
      ${texts.chat.firstLines.map((line) => html`<button name="line" value="${line}">${line}</button>`)}
    </form>
    <p>${texts.chat.dropAnArticle(inbox)}</p>
    <dl class="keys">
      ${texts.chat.keys.map(
        ({ key, does }) =>
          html`<div>
            <dt><kbd>${key}</kbd></dt>
            <dd>${does}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function commandLineHtml({ channel, texts }: Showing): Html {
  const path = linesPath(channel);
  return html`<form
    id="command-line"
    method="post"
    action="${path}"
    hx-post="${path}"
    hx-swap="none"
    hx-sync="this:queue all"
    data-channel="${channel}"
    data-not-sent="${texts.chat.notSent}"
  >
    <ul id="suggestions" role="listbox" aria-label="${texts.chat.suggestions}" hidden></ul>
    <label for="line" class="visually-hidden">${texts.chat.typeCommand}</label>
    <input
      id="line"
      name="line"
      placeholder="${texts.chat.typeCommand}"
      maxlength="10000"
      autocomplete="off"
      autocapitalize="none"
      autocorrect="off"
      spellcheck="false"
      enterkeyhint="send"
      role="combobox"
      aria-autocomplete="list"
      aria-expanded="false"
      aria-controls="suggestions"
      dir="auto"
      autofocus
    />
    <button>${texts.chat.send}</button>
    <p id="notice" role="status"></p>
  </form>`;
}

const bell =
  'M12 2a1.5 1.5 0 0 0-1.5 1.5v.7A6 6 0 0 0 6 10v4.2L4.3 17a.7.7 0 0 0 .6 1h14.2a.7.7 0 0 0 .6-1L18 14.2V10a6 6 0 0 0-4.5-5.8v-.7A1.5 1.5 0 0 0 12 2Zm-2.3 17.5a2.4 2.4 0 0 0 4.6 0Z';
