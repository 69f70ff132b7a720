import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptVerb } from '../../src/cli/accept.ts';
import { groupVerb } from '../../src/cli/group.ts';
import { matchVerb } from '../../src/cli/match.ts';
import { renderVerb } from '../../src/cli/render.ts';
import { runVerb } from '../../src/cli/run-verb.ts';
import { summarizeVerb } from '../../src/cli/summarize.ts';
import { loadLanguageIdentifier } from '../../src/language/identify.ts';
import { createParser } from '../../src/watch/parser.ts';

const now = () => Date.UTC(2026, 10, 23);
const parser = createParser();
const identify = await loadLanguageIdentifier();
const verbs = [
  acceptVerb(parser, identify, now),
  matchVerb(identify, now),
  summarizeVerb(identify, now),
  groupVerb(identify, now),
  renderVerb(identify, now, () => 'en'),
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bellwire-verbs-'));
});
afterAll(async () => {
  await parser.close();
  rmSync(folder, { recursive: true, force: true });
});

const articles = [
  {
    id: 7,
    title: 'Grupo Norte despide a 200 empleados',
    text: 'La empresa anunció despidos en su centro de Bilbao.',
    lang: 'es',
  },
  { id: 'b', title: 'New laws on parking', text: 'The council passed two laws on parking on Monday.' },
  {
    id: 'c',
    title: 'AWS opens a region in Lisbon',
    text: 'Amazon Web Services opened its ninth European region.',
  },
  { id: 'd', title: '', text: '' },
];

describe('match', () => {
  test('prints one line for each query, in order, with the ids in the order of the articles', async () => {
    file('queries.txt', 'AWS\n\nlayoffs, AWS\r\n裁员\n"two laws"\nquantum');
    file('articles.jsonl', lines(articles));
    const { exit, output, errors } = await run(
      'match',
      '--queries',
      'queries.txt',
      '--articles',
      'articles.jsonl',
    );
    expect({ exit, errors }).toEqual({ exit: 0, errors: '' });
    expect(output).toEqual([
      { query: 'AWS', matched: ['c'] },
      { query: 'layoffs, AWS', matched: [7, 'c'] },
      { query: '裁员', matched: [7] },
      { query: '"two laws"', matched: ['b'] },
      { query: 'quantum', matched: [] },
    ]);
  });

  test('--explain tells term by term what was met, and of the near misses what held them back', async () => {
    file('queries.txt', 'AWS\nlayoffs lang:de\n"job cuts"\nzorkmid');
    file(
      'articles.jsonl',
      lines([
        { id: 1, title: 'AWS lays off 300', text: 'Amazon Web Services cuts jobs.', lang: 'en' },
        { id: 2, title: 'New laws', text: 'The laws are new, says the king.', lang: 'en' },
      ]),
    );
    const paths = ['--queries', 'queries.txt', '--articles', 'articles.jsonl'];
    const { exit, output } = await run('match', ...paths, '--explain');
    expect(exit).toBe(0);
    expect(output).toMatchObject([
      {
        query: 'AWS',
        matched: [1],
        explained: [
          {
            id: 1,
            met: true,
            terms: [
              {
                term: 'AWS',
                met: true,
                words: ['AWS', 'Amazon Web Services'],
                sentence: 'AWS lays off 300',
                entry: 'aws',
                strength: 'title',
              },
            ],
          },
          { id: 2, met: false, terms: [{ words: ['laws'], held: { kind: 'inside a word' } }] },
        ],
      },
      {
        matched: [],
        explained: [{ id: 1, terms: [{ met: true }, { held: { kind: 'field', field: 'lang', has: 'en' } }] }],
      },
      { matched: [], explained: [{ id: 1, terms: [{ held: { kind: 'other words', meaning: 'layoffs' } }] }] },
      { query: 'zorkmid', matched: [], explained: [] },
    ]);
  });

  test('a query that cannot be read is told by file and line', async () => {
    file('queries.txt', 'AWS\n"open');
    file('articles.jsonl', lines(articles));
    const { exit, output, errors } = await run(
      'match',
      '--queries',
      'queries.txt',
      '--articles',
      'articles.jsonl',
    );
    expect({ exit, output }).toEqual({ exit: 1, output: [] });
    expect(errors).toMatch(/queries\.txt, line 2: .*quote/);
  });
});

describe('summarize', () => {
  test('gives whole sentences within the length', async () => {
    file('articles.jsonl', lines(articles));
    const { exit, output } = await run('summarize', '--articles', 'articles.jsonl', '--max', '60');
    expect(exit).toBe(0);
    expect(output).toEqual([
      { id: 7, summary: 'La empresa anunció despidos en su centro de Bilbao.' },
      { id: 'b', summary: 'The council passed two laws on parking on Monday.' },
      { id: 'c', summary: 'Amazon Web Services opened its ninth European region.' },
      { id: 'd', summary: '' },
    ]);
  });
});

describe('render', () => {
  const aws = { ...articles[2]!, url: 'https://example.com/aws', date: '2026-11-20T08:00:00Z' };

  test('prints what would be posted, with the reasons why', async () => {
    file('articles.jsonl', lines([aws, articles[3]!]));
    const args = ['--articles', 'articles.jsonl', '--subscribe', 'Lisbon, layoffs'];
    const { exit, output } = await run('render', '--platform', 'discord', ...args);
    expect(exit).toBe(0);
    const [first, second] = output as ReadonlyArray<{ id: unknown; payload: Record<string, unknown> }>;
    expect(second).toEqual({ id: 'd', payload: null });
    expect(first).toMatchObject({
      id: 'c',
      payload: { flags: 32_768, allowed_mentions: { parse: [] }, enforce_nonce: true },
    });
    const shown = JSON.stringify(first?.payload['components']);
    expect(shown).toContain('### [AWS opens a region in Lisbon](https://example.com/aws)');
    expect(shown).toContain('-# Rang for Lisbon');
    expect(shown).not.toContain('layoffs');
    expect(first?.payload['nonce']).toMatch(/^[\w-]{24}$/);
  });

  test('prints what the local page would show', async () => {
    file('articles.jsonl', lines([aws]));
    const { output } = await run('render', '--platform', 'local', '--articles', 'articles.jsonl');
    expect(output).toMatchObject([{ id: 'c', payload: { kind: 'alert', title: aws.title, reasons: [] } }]);
  });

  test('prints the blocks that Slack would be asked for', async () => {
    file('articles.jsonl', lines([aws]));
    const args = ['--articles', 'articles.jsonl', '--subscribe', 'Lisbon'];
    const { output } = await run('render', '--platform', 'slack', ...args);
    expect(output).toMatchObject([
      {
        id: 'c',
        payload: {
          text: 'AWS opens a region in Lisbon — example.com',
          unfurl_links: false,
          metadata: { event_payload: { id: expect.stringMatching(/^[\w-]{24}$/), revision: 1 } },
        },
      },
    ]);
    const [{ payload }] = output as [{ payload: { blocks: unknown } }];
    expect(JSON.stringify(payload.blocks)).toContain('"url":"https://example.com/aws"');
    expect(JSON.stringify(payload.blocks)).toContain('Rang for Lisbon');
  });

  test('says so where there is no such platform', async () => {
    file('articles.jsonl', lines([aws]));
    const { exit, errors } = await run('render', '--platform', 'irc', '--articles', 'articles.jsonl');
    expect(exit).toBe(2);
    expect(errors).toContain('--platform irc');
  });
});

describe('group', () => {
  const english = {
    title: 'Nordlys Robotics to shed 430 workers as orders slump',
    text: 'Robot maker Nordlys Robotics lets go 430 people, most of them in Aarhus, said chief executive Mette Krag.',
  };
  const german = {
    title: 'Roboterhersteller Nordlys baut 430 Stellen ab',
    text: 'Nordlys Robotics trennt sich von 430 Beschäftigten im Werk Aarhus, so Konzernchefin Mette Krag.',
  };
  const on = (day: number) => ({ date: `2026-11-${String(day).padStart(2, '0')}T09:00:00Z` });

  test('names each story after its first article, in the order of the file', async () => {
    file(
      'articles.jsonl',
      lines([
        { id: 'en', ...english, ...on(2) },
        ...articles.map((article) => ({ ...article, ...on(2) })),
        { id: 'de', ...german, lang: 'de', ...on(2) },
      ]),
    );
    const { exit, output } = await run('group', '--articles', 'articles.jsonl');
    expect(exit).toBe(0);
    expect(output).toEqual([
      { id: 'en', story: 'en' },
      { id: 7, story: 7 },
      { id: 'b', story: 'b' },
      { id: 'c', story: 'c' },
      { id: 'd', story: 'd' },
      { id: 'de', story: 'en' },
    ]);
  });

  test('an event is over after 72 hours', async () => {
    file(
      'articles.jsonl',
      lines([
        { id: 1, ...english, ...on(2) },
        { id: 2, ...english, ...on(6) },
      ]),
    );
    const { output } = await run('group', '--articles', 'articles.jsonl');
    expect(output).toEqual([
      { id: 1, story: 1 },
      { id: 2, story: 2 },
    ]);
  });
});

describe('accept', () => {
  test('prints what it understood of each file', async () => {
    file(
      'norte.txt',
      'Grupo Norte despide a 200 empleados\n\n4 de noviembre de 2026, 09:30\n\nLa empresa anunció el martes despidos en su centro de Bilbao, donde trabajan 900 personas.\n',
    );
    const { exit, output } = await run('accept', 'norte.txt');
    expect(exit).toBe(0);
    expect(output).toEqual([
      {
        file: 'norte.txt',
        title: 'Grupo Norte despide a 200 empleados',
        text: 'La empresa anunció el martes despidos en su centro de Bilbao, donde trabajan 900 personas.',
        author: null,
        tags: [],
        published: '2026-11-04T09:30:00.000Z',
        language: 'es',
        url: null,
        source: expect.any(String) as string,
      },
    ]);
  });

  test('goes on after a file it cannot read, and says so by name', async () => {
    file(
      'good.txt',
      'A title that says something\n\nAnd a text that says a little more about it, in a sentence.',
    );
    file('empty.txt', '');
    const { exit, output, errors } = await run('accept', 'missing.txt', 'empty.txt', 'good.txt');
    expect(exit).toBe(1);
    expect(output).toMatchObject([{ file: 'good.txt' }]);
    expect(errors).toMatch(/missing\.txt: cannot be read.*\n.*empty\.txt: /);
  });
});

describe('what cannot be carried out is told, with the exit code that says whose mistake it was', () => {
  const cases: ReadonlyArray<[name: string, args: readonly string[], exit: number, errors: RegExp]> = [
    ['an unknown verb', ['sing'], 2, /no verb "sing"[^]*summarize/],
    ['an unknown option', ['match', '--querys', 'x'], 2, /--querys[^]*Usage:/],
    ['a missing option', ['match', '--queries', 'x'], 2, /--articles is missing/],
    ['no file', ['accept'], 2, /Which files\?/],
    [
      'a length that is no number',
      ['summarize', '--articles', 'x', '--max', 'many'],
      2,
      /--max: expected a whole number/,
    ],
    [
      'a file that is not there',
      ['summarize', '--articles', 'nowhere.jsonl'],
      1,
      /nowhere\.jsonl cannot be read/,
    ],
    [
      'a line that is no JSON',
      ['summarize', '--articles', 'broken.jsonl'],
      1,
      /broken\.jsonl, line 2 is no JSON/,
    ],
    [
      'an article without an id',
      ['summarize', '--articles', 'noid.jsonl'],
      1,
      /noid\.jsonl, line 1: id is wrong/,
    ],
  ];
  test.each(cases)('%s', async (_name, args, exit, errors) => {
    file('broken.jsonl', '{"id":1,"title":"t","text":"x"}\n{"id":2,');
    file('noid.jsonl', '{"title":"t"}');
    const ran = await run(...args);
    expect(ran.exit).toBe(exit);
    expect(ran.errors).toMatch(errors);
  });

  test('help is no mistake', async () => {
    for (const args of [['help'], ['match', '--help'], []]) expect((await run(...args)).exit).toBe(0);
  });
});

function file(name: string, content: string): void {
  writeFileSync(join(folder, name), content);
}

function lines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

async function run(...args: readonly string[]) {
  const output = new PassThrough();
  const errors = new PassThrough();
  const exit = await runVerb(verbs, args, { input: new PassThrough(), output, errors, folder });
  output.end();
  errors.end();
  const printed = (await text(output)).split('\n').filter(Boolean);
  return { exit, errors: await text(errors), output: printed.map(parsed) };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}
