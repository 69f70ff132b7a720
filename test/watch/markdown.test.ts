import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/watch/markdown.ts';

const texts: ReadonlyArray<[name: string, markdown: string, text: string]> = [
  ['paragraphs', 'One\n\n\n\nTwo', 'One\n\nTwo'],
  ['lines of one paragraph', 'One\ntwo  \nthree', 'One two three'],
  ['Chinese lines', '港口将\n关闭', '港口将关闭'],
  ['emphasis', '*a* **b** ***c*** _d_ __e__ ~~f~~', 'a b c d e f'],
  ['what is no emphasis', '2 * 3 * 4, snake_case_name, * alone', '2 * 3 * 4, snake_case_name, * alone'],
  [
    'links',
    'See [the *port*](https://port.example/a_(b) "Title") and [docs][1].\n\n[1]: https://docs.example',
    'See the port and docs.',
  ],
  ['an address in angle brackets', 'At <https://port.example/x>.', 'At https://port.example/x.'],
  ['pictures', 'Before ![a crane](crane.jpg) after', 'Before after'],
  ['a picture in a link', '[![logo](l.png) Harbour](https://port.example)', 'Harbour'],
  ['code in a line', 'Call `f(*a*, _b_)` or ``a`b``', 'Call f(*a*, _b_) or a`b'],
  [
    'fenced code',
    'Before\n\n```ts\nconst a = *b*;\n# no heading\n```\n\nAfter',
    'Before\n\nconst a = *b*;\n# no heading\n\nAfter',
  ],
  [
    'headings',
    'Intro\n## Second *one* ##\ntext\n\nThird\n---\nmore',
    'Intro\n\nSecond one\n\ntext\n\nThird\n\nmore',
  ],
  ['lists', '* a\n+ b\n- c\n  continued\n1. d', '- a\n- b\n- c continued\n1. d'],
  ['quotations', '> He said\n> this\n>\n> and that', 'He said this\n\nand that'],
  ['rules', 'a\n\n***\n\nb\n\n- - -\n\nc', 'a\n\nb\n\nc'],
  ['a table', '| Port | Cranes |\n|:-----|-------:|\n| East | 12 |', 'Port Cranes East 12'],
  ['HTML and comments', 'a <b>b</b> <!-- no --> c<br>', 'a b c'],
  ['character references', 'AT&amp;T &lt;3 &#233; &#x4e2d; &unknown; &#0;', 'AT&T <3 é 中 &unknown; &#0;'],
  ['escapes', '\\*not emphasis\\* \\# 5', '*not emphasis* # 5'],
];

test.for(texts)('%s', ([, markdown, text]) => {
  expect(readMarkdown(markdown).text).toBe(text);
});

const headings: ReadonlyArray<[markdown: string, heading: string | undefined, text: string]> = [
  ['# The port\n\nText', 'The port', 'Text'],
  ['\n\n# The **port** #\nText', 'The port', 'Text'],
  ['The port\n========\nText', 'The port', 'Text'],
  ['## Second level\nText', undefined, 'Second level\n\nText'],
  ['Text\n\n# Later', undefined, 'Text\n\nLater'],
  ['# Only', 'Only', ''],
  ['#hashtag', undefined, '#hashtag'],
];

test.for(headings)('%j has the heading %s', ([markdown, heading, text]) => {
  expect(readMarkdown(markdown)).toMatchObject({ heading, text });
});

test('the heading below front matter and an empty line is the heading', () => {
  expect(readMarkdown('---\ntitle: A\n---\n\n\n# The port\n\nText')).toMatchObject({
    heading: 'The port',
    text: 'Text',
  });
});

const endings: ReadonlyArray<[name: string, below: string]> = [
  ['a row of links', '[Flux RSS](/rss) · [Nous écrire](/contact)'],
  ['a row of links below a rule', '---\n\n[圖片](/p) | [潮汐](/t) | <https://quay.example>'],
  ['a list of links', '- [Startseite](/)\n- [Impressum](/i)\n* <a href="/x">Kontakt</a>'],
  ['a heading over links', '## Read on\n\n[Bus strike](/1)\n\n[Pancakes][2]\n\n[2]: /2'],
  ['a rule right above them', '***\n[Início](/) / [Sobre](/s)'],
  ['a picture that leads elsewhere', '[![Badge](b.svg)](https://x.example)'],
  ['an aside below a rule', '---\n\n*La Quai vit de ses lecteurs. [Faire un don](/don)*\n\n[Flux RSS](/rss)'],
  ['an address', 'https://quay.example/port/1'],
];

test.for(endings)('below the text, %s is furniture', ([, below]) => {
  expect(readMarkdown(`# Port\n\nFirst.\n\nSee [this](/x).\n\n${below}\n`).text).toBe('First.\n\nSee this.');
});

const kept: ReadonlyArray<[name: string, markdown: string, text: string]> = [
  ['a link with words', 'First.\n\n[The report](/r) says more.', 'First.\n\nThe report says more.'],
  ['links between paragraphs', 'First.\n\n[The report](/r)\n\nLast.', 'First.\n\nThe report\n\nLast.'],
  [
    'an aside that leads nowhere',
    'First.\n\n---\n\n*Corrected on Monday.*',
    'First.\n\nCorrected on Monday.',
  ],
  ['a line in italics', 'First.\n\n*So [he](/he) said.*', 'First.\n\nSo he said.'],
  ['a text of links alone', '- [One](/1)\n- [Two](/2)', '- One\n- Two'],
  ['links by subject', '## A\n\n- [One](/1)\n\n## B\n\n- [Two](/2)', 'A\n\n- One\n\nB\n\n- Two'],
  ['code', 'First.\n\n```\n[a](b)\n```', 'First.\n\n[a](b)'],
];

test.for(kept)('%s is part of the text', ([, markdown, text]) => {
  expect(readMarkdown(markdown).text).toBe(text);
});

test('front matter is read as people write it', () => {
  const { fields, text } = readMarkdown(
    `---\r\nTitle: "A \\"port\\": closed"\ndate: 2026-01-05 # Monday\nauthor: [Ann Low, 'Ben ''B'' High']\nempty:\ntags:\n  - port\nurl: https://port.example/#a\n---\nText`,
  );
  expect(Object.fromEntries(fields)).toEqual({
    title: 'A "port": closed',
    date: '2026-01-05',
    author: "Ann Low, Ben 'B' High",
    url: 'https://port.example/#a',
  });
  expect(text).toBe('Text');
});

test.for(['---\n\nText', '---\nno fields\n---\nText', 'Text\n---\ntitle: x\n---'])(
  '%j has no front matter',
  (markdown) => {
    expect(readMarkdown(markdown).fields.size).toBe(0);
  },
);

test('no text makes it fail', () => {
  const anything = string({ unit: 'binary', maxLength: 300 });
  expect(() => assert(property(anything, (markdown) => void readMarkdown(markdown)))).not.toThrow();
});

const hostile = [
  '[',
  '*a',
  '`a',
  '``a`',
  '![a](',
  '[a](',
  '<!--',
  '>',
  ' ',
  '- ',
  '|-',
  '| ',
  '# ',
  '_a',
  '~~a',
  '<a',
  '&#',
  '\\',
  '\n',
  '\n---',
  ' #',
  '\uE0009',
  '\n\n[a](b)',
  '\n\n*a',
];

test.for(hostile)('%j, 500,000 times, is read as anything else', (mark) => {
  const markdown = `a${mark.repeat(500_000)}b`;
  expect(readMarkdown(markdown).text.length).toBeLessThanOrEqual(markdown.length);
});
