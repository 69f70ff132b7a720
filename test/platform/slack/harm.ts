/** Whether anything of an article is more than text in the message that is made of it. */
import type { AlertContent } from '../../../src/domain.ts';
import { oneLine } from '../../../src/platform/one-line.ts';
import { renderPost } from '../../../src/platform/slack/render.ts';
import { alert } from '../sample-post.ts';

export const marker = 'abcdefghijklmnopqrstuvwx';
export const sample = alert('m1', 'AWS cuts jobs').content as AlertContent;
const own = sample.url ?? '';
const ownDate = `<!date^${sample.publishedAt / 1000}^`;

export function rendered(content: Partial<AlertContent>, language = 'en', picture = true) {
  return renderPost({ language }, { marker, revision: 1, content: { ...sample, ...content } }, picture);
}

export interface Read {
  /** Everything that is read as markup. */
  readonly markup: readonly string[];
  /** Everything that is read letter by letter, a line for each block. */
  readonly letters: readonly string[];
  readonly links: ReadonlyArray<{ readonly url: string; readonly text: string }>;
}

interface Node {
  readonly type?: string;
  readonly text?: string | Node;
  readonly url?: string;
  readonly elements?: readonly Node[];
}

export function readBlocks(blocks: readonly object[]): Read {
  const markup: string[] = [];
  const letters: string[] = [];
  const links: Array<{ url: string; text: string }> = [];
  for (const block of blocks as readonly Node[]) letters.push(lettersIn(block));
  return { markup, letters, links };

  function lettersIn({ type, text, url, elements = [] }: Node): string {
    const said = typeof text === 'object' ? lettersIn(text) : (text ?? '');
    if (type === 'mrkdwn') markup.push(said);
    if (type === 'link') links.push({ url: url ?? '', text: said });
    return said + elements.map(lettersIn).join('');
  }
}

/** The text in every place of an article that a publisher fills; its addresses are others, see `linkingTo`. */
export function filledWith(text: string): AlertContent {
  return {
    ...sample,
    title: text,
    outlet: text,
    summary: text,
    reasons: [{ subscription: text, subscriptionId: 1, term: text, words: [text, 'AWS'] }],
    outlets: [
      { name: text, title: text, url: own },
      { name: text, title: text, url: 'https://wired.example/1' },
      { name: `${text}.`, title: text, url: own },
    ],
    changes: [{ was: text, now: text }],
    follows: { articleId: 1, title: text },
  };
}

/** The text as an address that a publisher gives: it may lead to itself, from the name of its outlet alone. */
export function linkingTo(text: string): AlertContent {
  return { ...sample, image: text, outlets: [...sample.outlets, { name: 'Wired', title: 'x', url: text }] };
}

/** What is wrong with the message; empty if nothing is. */
export function harmOf(content: AlertContent): readonly string[] {
  const { text, blocks } = rendered(content);
  const { markup, letters, links } = readBlocks(blocks);
  const title = oneLine(content.title, 300).replaceAll(/<(?=[!@#])/g, '＜');
  const all = [text, ...letters].join('\n');
  return [
    // Of all markup the one date is ours; in the line for notifications there is none at all.
    ...markup.filter((one) => !/^(?:· )?<!date\^\d+\^\{date_short_pretty\} \{time\}\|[^<>|^]*>$/.test(one)),
    ...markup.filter((one) => !one.includes(ownDate)).map((one) => `has a time of its own: ${one}`),
    // Also where nobody reads markup.
    ...(/<[!@#](?!date)/.test(all) ? ['holds a mention as it is written'] : []),
    ...(/[<>]|&(?!(?:amp|lt|gt);)/.test(text) ? [`markup in the line: ${text}`] : []),
    ...links.filter(({ url }) => !isOwn(url, content)).map(({ url }) => `links to ${url}`),
    ...(hidden.test(all) || !all.isWellFormed() ? ['holds what cannot be seen'] : []),
    ...(letters[0]?.includes(title) ? [] : ['has another title']),
  ];
}

const hidden = /(?!\n)\p{Cc}|[\u200B\u202A-\u202E\u2060\uFEFF]/u;

function isOwn(url: string, { outlets }: AlertContent): boolean {
  // Addresses that are none have no host, and "data:" has an empty one: neither is anybody's own.
  const { host = '' } = URL.parse(url) ?? {};
  return url === own || (host !== '' && outlets.some((outlet) => URL.parse(outlet.url ?? '')?.host === host));
}
