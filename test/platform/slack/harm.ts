/** Whether anything of an article is more than text in the message that is made of it. */
import type { AlertContent } from '../../../src/domain.ts';
import { oneLine } from '../../../src/platform/one-line.ts';
import { renderPost } from '../../../src/platform/slack/render.ts';
import { holdsWhatCannotBeSeen, isOwn, sample } from '../strange-article.ts';

export const marker = 'abcdefghijklmnopqrstuvwx';
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
    ...(holdsWhatCannotBeSeen(all) ? ['holds what cannot be seen'] : []),
    ...(letters[0]?.includes(title) ? [] : ['has another title']),
  ];
}
