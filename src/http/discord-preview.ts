/** A message as Discord shows it. */
import { html } from 'hono/html';
import type { Container, TopComponent } from '../platform/discord/components.ts';
import { renderPost } from '../platform/discord/render.ts';
import { markdownHtml } from './discord-markdown.ts';
import type { Html, Showing } from './post-html.ts';
import { type Preview, pictureHtml } from './preview.ts';

type Component = TopComponent | Container['components'][number];

export const discordPreview: Preview = {
  style: 'discord.css',
  caption: ({ chat }) => chat.asOnDiscord,
  message(post, _at, showing) {
    const { components } = renderPost(showing.texts, post);
    return html`<li class="discord">${components.map((component) => componentHtml(component, showing))}</li>`;
  },
};

function componentHtml(component: Component, showing: Showing): Html | '' {
  switch (component.type) {
    case 10:
      return markdownHtml(component.content, showing);
    case 17:
      return html`<article class="container">
        ${component.accent_color === undefined ? '' : accentHtml(component.accent_color)}
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
function accentHtml(colour: number): Html {
  const hex = `#${colour.toString(16).padStart(6, '0')}`;
  return html`<svg class="accent" preserveAspectRatio="none" viewBox="0 0 1 1" aria-hidden="true">
    <rect width="1" height="1" fill="${hex}" />
  </svg>`;
}
