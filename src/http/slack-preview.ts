/** Alerts and notices of a local channel as Slack would show them, so that they can be looked at without Slack. */
import { html } from 'hono/html';
import type { MessageContent } from '../domain.ts';
import { formatWhen } from '../messages/when.ts';
import { readPost } from '../platform/local/posted.ts';
import type { Actions, Block, Context, RichElement, RichText } from '../platform/slack/blocks.ts';
import { renderPost } from '../platform/slack/render.ts';
import type { LocalPost } from '../store/store.ts';
import type { Assets } from './assets.ts';
import type { Html, Showing } from './post-html.ts';

/** The newest first: what has just rung is what somebody wants to look at. */
export function slackPreviewHtml(posts: readonly LocalPost[], showing: Showing, assets: Assets): Html {
  const { channel, texts } = showing;
  const messages = posts.flatMap((post) => {
    const content = messageOf(post);
    return content === undefined ? [] : [{ post, content }];
  });
  return html`<link rel="stylesheet" href="${assets.url('slack.css')}" />
    <main class="preview">
      <header>
        <h1 dir="auto"><span aria-hidden="true">#</span>${channel}</h1>
        <p>${texts.chat.asOnSlack}</p>
        <p><a href="/channels/${encodeURIComponent(channel)}">${texts.chat.backToChannel}</a></p>
      </header>
      <div id="scroll" tabindex="0" role="region" aria-label="${texts.chat.messagesIn(channel)}">
        ${messages.length === 0 ? html`<p>${texts.chat.emptyChannel}</p>` : ''}
        <ol>
          ${messages.toReversed().map(({ post, content }) => messageHtml(post, content, showing))}
        </ol>
      </div>
    </main>`;
}

function messageOf(post: LocalPost): MessageContent | undefined {
  const posted = readPost(post);
  if (posted.kind === 'alert') return posted.content;
  return posted.kind === 'notice' ? { kind: 'notice', notice: posted.notice } : undefined;
}

function messageHtml(
  { marker = '', revision, at }: LocalPost,
  content: MessageContent,
  showing: Showing,
): Html {
  const { blocks } = renderPost(showing.texts, { marker, revision, content });
  return html`<li class="slack">
    <p class="app"><b>Bellwire</b> <span>APP</span> <time>${whenOf(at, showing)}</time></p>
    ${blocksHtml(blocks, showing)}
  </li>`;
}

export function blocksHtml(blocks: readonly Block[], showing: Showing): Html {
  return html`${blocks.map((block) => blockHtml(block, showing))}`;
}

function blockHtml(block: Block, showing: Showing): Html | '' {
  switch (block.type) {
    case 'rich_text':
      return richHtml(block);
    case 'context':
      return html`<p class="context" dir="auto">
        ${block.elements.map((element) => html`<span>${textHtml(element, showing)}</span> `)}
      </p>`;
    case 'section': {
      const picture = block.accessory?.type === 'image' ? pictureHtml(block.accessory.image_url) : '';
      return html`<div class="section">
        <p dir="auto">${textHtml(block.text, showing)}</p>
        ${picture}
      </div>`;
    }
    case 'actions':
      return html`<p class="row">${block.elements.map(controlHtml)}</p>`;
    case 'header':
      return html`<h3 dir="auto">${block.text.text}</h3>`;
    case 'divider':
      return html`<hr />`;
    case 'input':
      return html`<p>${block.label.text}</p>`;
  }
}

function richHtml({ elements }: RichText): Html {
  return html`${elements.map((one) =>
    one.type === 'rich_text_list'
      ? html`<ul>
          ${one.elements.map((item) => html`<li>${item.elements.map(elementHtml)}</li>`)}
        </ul>`
      : html`<p dir="auto">${one.elements.map(elementHtml)}</p>`,
  )}`;
}

function elementHtml(element: RichElement): Html {
  const said =
    element.type === 'link'
      ? html`<a href="${element.url}" target="_blank" rel="noopener noreferrer">${element.text}</a>`
      : html`${element.text}`;
  return element.style?.bold === true ? html`<b>${said}</b>` : said;
}

function textHtml(element: Context['elements'][number], showing: Showing): Html | string {
  if (element.type === 'image') return pictureHtml(element.image_url);
  return element.type === 'mrkdwn' ? markupHtml(element.text, showing) : element.text;
}

/** The little markup that our alerts use: a date, a mention, three entities. */
function markupHtml(text: string, showing: Showing): Html {
  const parts = text.split(/(<[^<>]*>)/).map((part): Html | string => {
    const [, seconds] = /^<!date\^(\d+)\^/.exec(part) ?? [];
    if (seconds !== undefined) return whenOf(Number(seconds) * 1000, showing);
    const [, called] = /^<(?:@|!subteam\^|#)(\w+)>$/.exec(part) ?? [];
    return called === undefined ? unescaped(part) : html`<mark>@${called}</mark>`;
  });
  return html`${parts}`;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function controlHtml(control: Actions['elements'][number]): Html | '' {
  return control.type === 'button' ? html`<button type="button" disabled>${control.text.text}</button>` : '';
}

function whenOf(at: number, { now, texts, zone }: Showing): string {
  return formatWhen(at, now, { language: texts.language, zone });
}

/** Not loaded: whoever looks at a preview tells no other server that they do. */
function pictureHtml(url: string): Html {
  return html`<a class="picture" href="${url}" target="_blank" rel="noopener noreferrer"
    >${URL.parse(url)?.hostname ?? ''}</a
  >`;
}
