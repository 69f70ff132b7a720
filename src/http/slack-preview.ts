/** A message as Slack shows it. */
import { html } from 'hono/html';
import { formatWhen } from '../messages/when.ts';
import type { Actions, Block, Context, RichElement, RichText } from '../platform/slack/blocks.ts';
import { renderPost } from '../platform/slack/render.ts';
import type { Html, Showing } from './post-html.ts';
import { type Preview, pictureHtml } from './preview.ts';

export const slackPreview: Preview = {
  style: 'slack.css',
  caption: ({ chat }) => chat.asOnSlack,
  message(post, at, showing) {
    const { blocks } = renderPost(showing.texts, post);
    return html`<li class="slack">
      <p class="app"><b>Bellwire</b> <span>APP</span> <time>${whenOf(at, showing)}</time></p>
      ${blocksHtml(blocks, showing)}
    </li>`;
  },
};

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
