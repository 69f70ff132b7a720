/** Alerts and notices of a local channel as Discord would show them, so that they can be looked at without Discord. */
import { html } from 'hono/html';
import type { MessageContent } from '../domain.ts';
import type { Container, MessageBody, TopComponent } from '../platform/discord/components.ts';
import { renderPost } from '../platform/discord/render.ts';
import { readPost } from '../platform/local/posted.ts';
import type { LocalPost } from '../store/store.ts';
import type { Assets } from './assets.ts';
import { markdownHtml } from './discord-markdown.ts';
import type { Html, Showing } from './post-html.ts';

type Component = TopComponent | Container['components'][number];

/** The newest first: what has just rung is what somebody wants to look at. */
export function discordPreviewHtml(posts: readonly LocalPost[], showing: Showing, assets: Assets): Html {
  const { channel, texts } = showing;
  const messages = posts.flatMap((post) => {
    const content = messageOf(post);
    return content === undefined ? [] : [{ post, content }];
  });
  return html`<link rel="stylesheet" href="${assets.url('discord.css')}" />
    <main class="preview">
      <header>
        <h1 dir="auto"><span aria-hidden="true">#</span>${channel}</h1>
        <p>${texts.chat.asOnDiscord}</p>
        <p><a href="/channels/${encodeURIComponent(channel)}">${texts.chat.backToChannel}</a></p>
      </header>
      <div id="scroll" tabindex="0" role="region" aria-label="${texts.chat.messagesIn(channel)}">
        ${messages.length === 0 ? html`<p>${texts.chat.emptyChannel}</p>` : ''}
        <ol>
          ${messages.toReversed().map(({ post, content }) => messageHtml(bodyOf(post, content, showing), showing))}
        </ol>
      </div>
    </main>`;
}

function messageOf(post: LocalPost): MessageContent | undefined {
  const posted = readPost(post);
  if (posted.kind === 'alert') return posted.content;
  return posted.kind === 'notice' ? { kind: 'notice', notice: posted.notice } : undefined;
}

function bodyOf(
  { marker = '', revision }: LocalPost,
  content: MessageContent,
  { texts }: Showing,
): MessageBody {
  return renderPost(texts, { marker, revision, content });
}

function messageHtml({ components }: MessageBody, showing: Showing): Html {
  return html`<li class="discord">${components.map((component) => componentHtml(component, showing))}</li>`;
}

function componentHtml(component: Component, showing: Showing): Html | '' {
  switch (component.type) {
    case 10:
      return markdownHtml(component.content, showing);
    case 17:
      return html`<article class="container">
        ${accentHtml(component.accent_color)}
        ${component.components.map((inner) => componentHtml(inner, showing))}
      </article>`;
    case 9:
      return html`<div class="section">
        <div>${component.components.map((inner) => componentHtml(inner, showing))}</div>
        ${component.accessory.type === 11 ? pictureHtml(component.accessory.media.url) : ''}
      </div>`;
    case 1:
      return html`<p class="row">
        ${component.components.map((one) =>
          one.type === 2 ? html`<button type="button" disabled>${one.label}</button>` : '',
        )}
      </p>`;
    case 14:
      return html`<hr />`;
  }
}

/** No style of our own may come from a message: the page allows none in line. */
function accentHtml(colour = 0): Html {
  const hex = `#${colour.toString(16).padStart(6, '0')}`;
  return html`<svg class="accent" preserveAspectRatio="none" viewBox="0 0 1 1" aria-hidden="true">
    <rect width="1" height="1" fill="${hex}" />
  </svg>`;
}

/** Not loaded: whoever looks at a preview tells no other server that they do. */
function pictureHtml(url: string): Html {
  return html`<a class="picture" href="${url}" target="_blank" rel="noopener noreferrer"
    >${URL.parse(url)?.hostname ?? ''}</a
  >`;
}
