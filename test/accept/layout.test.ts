import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLayout } from '../../src/accept/layout.ts';
import { pages } from './pages.ts';

const context = { now: Date.UTC(2026, 0, 1) };

describe('a scraped page', () => {
  test.each(pages)('$name', ({ lines, published, outlet, author }) => {
    const marked = markedLines(lines);
    const layout = readLayout(marked.map(({ text }) => text).join('\n'), context);
    expect(flat(layout.text)).toBe(
      flat(
        marked
          .filter(({ mark }) => mark === '+')
          .map(({ text }) => text)
          .join('\n'),
      ),
    );
    expect(layout.title).toBe(marked.find(({ mark }) => mark === '=')?.text);
    expect(layout.publishedAt).toBe(published === undefined ? undefined : Date.parse(published));
    expect(layout).toMatchObject(outlet === undefined ? {} : { outlet });
    expect(layout.author).toBe(author);
  });

  test.each(pages)('what was found in it stays as it is: $name', ({ lines }) => {
    const first = readLayout(
      markedLines(lines)
        .map(({ text }) => text)
        .join('\n'),
      context,
    );
    if (first.title === undefined) return;
    const again = readLayout(`${first.title}\n\n${first.text}`, context);
    expect(again).toMatchObject({ title: first.title, text: first.text });
    expect(readLayout(first.text, context, first.title).text).toBe(first.text);
  });
});

describe('a page that is hardly more than a list', () => {
  const cases: ReadonlyArray<[name: string, title: string, text: string, wanted?: string]> = [
    [
      'sentences',
      'Morning briefing',
      '* Snap lays off 528 workers in Los Angeles, the company said on Friday.\n* An AWS outage hit Frankfurt for two hours.',
    ],
    ['facts', 'Dell confirms job cuts', 'Key figures:\n\n- 6,650 jobs go\n- Texas is hit hardest'],
    ['numbers before them', 'Dell confirms job cuts', '1. 6,650 jobs go\n2. Texas is hit hardest'],
    ['a few words', 'Breaking', 'AWS down'],
    ['names', 'Down in Frankfurt', '- AWS\n- Azure'],
    [
      'entries among a few of a menu',
      'Morning briefing',
      '- AWS is down in Frankfurt\n- News\n- Snap lays off 528',
      '- AWS is down in Frankfurt\n\n- Snap lays off 528',
    ],
    ['a menu', 'Nimbus to close two data centres', '* Home\n* Gadgets\n* News\n* Log in', ''],
    ['share links', 'Nimbus to close two data centres', '- Facebook\n- X\n- LinkedIn', ''],
    [
      'facts above short sentences',
      'Dell confirms job cuts',
      'Key figures:\n- 6,650 jobs go\n- Texas is hit\n\nDell said so.',
    ],
    [
      'a menu above short sentences',
      'Dell confirms job cuts',
      '- Home\n- Gadgets\n- News\n\nDell said so.',
      'Dell said so.',
    ],
    [
      'sentences behind an advertisement',
      'Morning briefing',
      '- Snap lays off 528.\n\nAdvertisement\n\n- AWS is down.',
      '- Snap lays off 528.\n\n- AWS is down.',
    ],
  ];
  test.each(cases)('%s', (_, title, text, wanted = text) => {
    expect(flat(readLayout(`${title}\n\n${text}`, context).text)).toBe(flat(wanted));
    expect(flat(readLayout(text, context, title).text)).toBe(flat(wanted));
  });

  test('a list above full paragraphs stays, and its entries keep their lines', () => {
    const list = '- 6,650 jobs go\n- Texas is hit';
    const paragraph =
      'The company said on Friday that the plan would go on until the end of the year in all of its offices.';
    const text = `${list}\n\n${paragraph} It gave no reason.`;
    expect(readLayout(`Dell confirms cuts\n\n${text}`, context).text).toBe(text);
  });

  test('a title above a list that is all there is is not lost to a longer line', () => {
    const page = 'Dell cuts\n\nKey figures of this year\n\n- 6,650 jobs go';
    const { title, text } = readLayout(page, context);
    expect(flat(`${title} ${text}`).split(' ').toSorted()).toEqual(flat(page).split(' ').toSorted());
  });
});

describe('who published a page', () => {
  const body =
    'Nimbus Systems said on Thursday it would close two of its data centres in Oregon by the end of the year and move customers elsewhere.';
  const cases: ReadonlyArray<
    [head: string, tail: string, outlet: string | undefined, author: string | undefined]
  > = [
    ['4 April 2024\nThe Example', '', 'The Example', undefined],
    ['The Example\n4 April 2024', '', 'The Example', undefined],
    ['4 April 2024, 18:00\nExample & Sons, with agencies', '', 'Example & Sons', undefined],
    ['4 avril 2024 à 18h00\nLe Quotidien Exemple avec agences', '', 'Le Quotidien Exemple', undefined],
    ['12 ноября 2023, 17:05\n«Пример сегодня»', '', 'Пример сегодня', undefined],
    ['14 नवंबर 2023, 10:15\nउदाहरण समाचार डेस्क', '', 'उदाहरण समाचार', undefined],
    ['来源：例新闻\n2024-04-04 18:00', '', '例新闻', undefined],
    ['2024.04.04 18:00\n예시신문 홍길동 기자', '', '예시신문', '홍길동'],
    ['例新闻 记者 张例\n2024-04-04 18:00', '', '例新闻', '张例'],
    ['By Jane Doe | Example News', '', 'Example News', 'Jane Doe'],
    ['Example News | By Jane Doe', '', 'Example News', 'Jane Doe'],
    ['By Jane Doe, Staff Writer', '', undefined, 'Jane Doe'],
    [
      'Von Max Muster, Beispielblatt',
      'Jetzt den Newsletter „Beispielblatt kompakt“ abonnieren',
      'Beispielblatt',
      'Max Muster',
    ],
    ['4 April 2024', '© 2024 Example Media. All rights reserved.', 'Example Media', undefined],
    ['Technology\n4 April 2024', '', undefined, undefined],
    ['4 April 2024', '', undefined, undefined],
  ];
  test.each(cases)('%j and %j → %s, %s', (head, tail, outlet, author) => {
    const layout = readLayout(
      `Nimbus to close two data centres\n\n${head}\n\n${body}\n\n${body}\n\n${tail}`,
      context,
    );
    expect(layout).toMatchObject({ title: 'Nimbus to close two data centres', text: `${body}\n\n${body}` });
    expect([layout.outlet, layout.author]).toEqual([outlet, author]);
  });
});

test('the article that the project began with', (ctx) => {
  const file = new URL('../../../shared/samples/000_a096a2059c2a3b99.fr.txt', import.meta.url);
  if (!existsSync(file)) return ctx.skip('the shared sample is not there');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const { title, text, publishedAt, outlet } = readLayout(lines.join('\n\n'), context);
  const asScraped = readLayout(readFileSync(file, 'utf8'), context);
  expect(asScraped).toMatchObject({ title: lines[0], outlet: 'Eulerpool News' });
  expect(asScraped.publishedAt).toBe(Date.UTC(2024, 3, 4, 18));
  // The subtitle and the four paragraphs behind the two date lines, and nothing of the four lines behind them.
  expect(asScraped.text.split('\n\n')).toEqual([lines[1], ...lines.slice(4, 8)]);
  // Even with every line a block of its own, only the slogan that ends like a sentence is in doubt.
  expect({ title, publishedAt, outlet }).toEqual({
    title: lines[0],
    publishedAt: asScraped.publishedAt,
    outlet: 'Eulerpool News',
  });
  expect(text.startsWith(asScraped.text)).toBe(true);
});

describe('whatever the page', () => {
  const paragraph =
    'The company said on Thursday that it would move the work of two sites to another one, which unions called a mistake. They want talks.';
  const piece = fc.oneof(
    fc.constantFrom(...pages.flatMap(({ lines }) => markedLines(lines).map(({ text }) => text))),
    fc.constantFrom(
      '',
      paragraph,
      'Share',
      '- one',
      '1. two',
      'Comments',
      '2024-04-04',
      'By Jane Doe',
      'In the end:',
    ),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  );
  const page = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('\n'));

  test('every line that is kept occurs in it, in the same order', () => {
    fc.assert(
      fc.property(page, (text) => {
        const { title, text: kept } = readLayout(text, context);
        const source = flat(text);
        expect(source).toContain(flat(title ?? ''));
        let from = 0;
        for (const line of kept.split('\n').filter((one) => one !== '')) {
          const at = source.indexOf(flat(line), from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + flat(line).length;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a full paragraph between two others is never lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pages.flatMap(({ lines }) => furnitureOf(lines))), { maxLength: 6 }),
        (furniture) => {
          const [first, last] = [
            paragraph.replace('Thursday', 'Friday'),
            paragraph.replace('Thursday', 'Sunday'),
          ];
          const { text } = readLayout(
            ['A title of five words', first, ...furniture, paragraph, last].join('\n\n'),
            context,
          );
          for (const wanted of [first, paragraph, last]) expect(text).toContain(wanted);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function furnitureOf(lines: string): readonly string[] {
  return markedLines(lines).flatMap(({ mark, text }) => (mark === '-' && text.length < 100 ? [text] : []));
}

function markedLines(lines: string): ReadonlyArray<{ readonly mark: string; readonly text: string }> {
  return lines.split('\n').map((line) => ({ mark: line.slice(0, 1), text: line.slice(2) }));
}

/** White space aside: which lines stay matters here, not how they are joined. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
