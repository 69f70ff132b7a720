/** Alerts and notices of a local channel as a chat platform would show them, so that they can be looked at without it. */
import { html } from 'hono/html';
import { readPost } from '../platform/local/posted.ts';
import type { Post } from '../platform/platform.ts';
import type { LocalPost } from '../store/store.ts';
import type { Assets } from './assets.ts';
import type { Html, Showing } from './post-html.ts';

export interface Preview {
  /** The file of its looks. */
  readonly style: Parameters<Assets['url']>[0];
  readonly caption: (texts: Showing['texts']) => string;
  /** One item of the list of messages. */
  readonly message: (post: Post, at: number, showing: Showing) => Html;
}

/** The newest first: what has just rung is what somebody wants to look at. */
export function previewHtml(
  { style, caption, message }: Preview,
  posts: readonly LocalPost[],
  showing: Showing,
  assets: Assets,
): Html {
  const { channel, texts } = showing;
  const messages = posts.toReversed().flatMap((local) => {
    const post = postOf(local);
    return post === undefined ? [] : [message(post, local.at, showing)];
  });
  return html`<link rel="stylesheet" href="${assets.url(style)}" />
    <main class="preview">
      <header>
        <h1 dir="auto"><span aria-hidden="true">#</span>${channel}</h1>
        <p>${caption(texts)}</p>
        <p><a href="/channels/${encodeURIComponent(channel)}">${texts.chat.backToChannel}</a></p>
      </header>
      <div id="scroll" tabindex="0" role="region" aria-label="${texts.chat.messagesIn(channel)}">
        ${messages.length === 0 ? html`<p>${texts.chat.emptyPreview}</p>` : ''}
        <ol>
          ${messages}
        </ol>
      </div>
    </main>`;
}

function postOf(post: LocalPost): Post | undefined {
  const posted = readPost(post);
  const { marker = '', revision } = post;
  switch (posted.kind) {
    case 'alert':
      return { marker, revision, content: posted.content };
    case 'notice':
      return { marker, revision, content: { kind: 'notice', notice: posted.notice } };
    case 'said':
    case 'reply':
      return undefined;
  }
}

/** Not loaded: whoever looks at a preview tells no other server that they do. */
export function pictureHtml(url: string): Html {
  return html`<a class="picture" href="${url}" target="_blank" rel="noopener noreferrer"
    >${URL.parse(url)?.hostname ?? ''}</a
  >`;
}
