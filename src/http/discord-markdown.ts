/** What Discord makes of the little Markdown that our alerts and replies use. Everything else stays text. */
import { html } from 'hono/html';
import { formatWhen } from '../messages/when.ts';
import type { Html, Showing } from './post-html.ts';

type Reader = Pick<Showing, 'texts' | 'zone' | 'now'>;

/** Headings (`###`), small print (`-#`) and plain lines. */
export function markdownHtml(content: string, reader: Reader): Html {
  return html`${content.split('\n').map((line) => lineHtml(line, reader))}`;
}

function lineHtml(line: string, reader: Reader): Html {
  const [, mark = '', rest = ''] = /^(###|-#)?\s?(.*)$/s.exec(line) ?? [];
  const inner = inlineHtml(rest, reader);
  if (mark === '###') return html`<h3 dir="auto">${inner}</h3>`;
  return mark === '-#' ? html`<p dir="auto"><small>${inner}</small></p>` : html`<p dir="auto">${inner}</p>`;
}

/** An escaped character, bold, a masked link, a time, a mention. */
const inline =
  /\\([\p{P}\p{S}])|\*\*((?:\\.|[^*\\])+)\*\*|\[((?:\\.|[^\]\\])+)\]\(<?([^\s()<>]+)>?\)|<t:(-?\d+):[Rf]>|<@&?(\d+)>/gsu;

function inlineHtml(text: string, reader: Reader): Html {
  const parts: Array<Html | string> = [];
  let from = 0;
  for (const found of text.matchAll(inline)) {
    parts.push(text.slice(from, found.index), markHtml(found, reader));
    from = found.index + found[0].length;
  }
  parts.push(text.slice(from));
  return html`${parts}`;
}

function markHtml(found: RegExpExecArray, reader: Reader): Html | string {
  const [, escaped, bold, label, url = '', seconds, called] = found;
  if (escaped !== undefined) return escaped;
  if (bold !== undefined) return html`<b>${inlineHtml(bold, reader)}</b>`;
  if (label !== undefined)
    return /^https?:/i.test(url)
      ? html`<a href="${url}" target="_blank" rel="noopener noreferrer">${inlineHtml(label, reader)}</a>`
      : found[0];
  if (seconds !== undefined)
    return formatWhen(Number(seconds) * 1000, reader.now, {
      language: reader.texts.language,
      zone: reader.zone,
    });
  return html`<mark>@${called ?? ''}</mark>`;
}
