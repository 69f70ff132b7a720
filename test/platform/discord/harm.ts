/** Whether anything of an article is more than text in the message that is made of it. */
import type { AlertContent } from '../../../src/domain.ts';
import type { MessageBody } from '../../../src/platform/discord/components.ts';
import { oneLine } from '../../../src/platform/one-line.ts';
import { renderAlert } from '../../../src/platform/discord/render-alert.ts';
import { textsOf } from '../../fakes/discord/component-tree.ts';
import { holdsWhatCannotBeSeen, isOwn, sample } from '../strange-article.ts';
import { readMarkdown } from './read-markdown.ts';

const ownTime = `<t:${sample.publishedAt / 1000}:R>`;

export function rendered(content: Partial<AlertContent>, language = 'en'): MessageBody {
  return renderAlert(
    { ...sample, ...content },
    { marker: 'abcdefghijklmnopqrstuvwx', revision: 1, language },
  );
}

export function textOf(body: MessageBody): string {
  return textsOf(body.components).join('\n');
}

/** What is wrong with the message; empty if nothing is. The article's time is the sample's. */
export function harmOf(content: AlertContent): readonly string[] {
  const body = rendered(content);
  const text = textOf(body);
  const { calls, times, links, styles, text: read } = readMarkdown(text);
  const title = oneLine(content.title, 300).replace(/@(?=everyone|here)/gi, '＠');
  return [
    ...calls.map((call) => `calls ${call}`),
    ...times.filter((time) => time !== ownTime).map((time) => `has a time of its own: ${time}`),
    ...links.filter(({ url }) => !isOwn(url, content)).map(({ url }) => `links to ${url}`),
    ...styles.filter((style) => !ourStyles.includes(style)).map((style) => `is styled: ${style}`),
    ...(body.allowed_mentions.parse.length > 0 ? ['lets mentions through'] : []),
    ...(holdsWhatCannotBeSeen(text) ? ['holds what cannot be seen'] : []),
    // Also where nobody reads Markdown.
    ...(/@(?:everyone|here)|(?<!\\)<(?!t:)/i.test(text) ? ['holds a mention as it is written'] : []),
    // All that is left of the title is there to be read, letter by letter; brackets may become others.
    ...(/[[\]]/.test(title) || read.split('\n')[0]?.includes(title) ? [] : ['has another title']),
  ];
}

const ourStyles = ['heading', 'small print', 'bold'];
