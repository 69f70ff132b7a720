import { describe, expect, test } from 'vitest';
import { sketchOf } from '../../src/accept/sketch-article.ts';
import { chooseStory } from '../../src/accept/story.ts';
import type { StorySketch } from '../../src/domain.ts';
import { analyze } from '../../src/language/analyze.ts';
import { publishedAt, type Report, reports } from './stories/reports.ts';

const hourMs = 3_600_000;
const known = new Map(reports('tuned').map((one) => [one.id, one]));

describe('whether the second article joins the story of the first', () => {
  const cases: ReadonlyArray<[name: string, first: string, second: string, joins: boolean]> = [
    ['the same event in the same language, in other words', '07a1', '07a2', true],
    ['the same event in another language', '01a1', '01a2', true],
    ['in another script', '02a1', '02a3', true],
    ['a city’s name and the figures are enough without a company', '04a1', '04a2', true],
    ['same company, same day, other event', '02a2', '02b1', false],
    ['a follow-up with news of its own', '01a1', '01b1', false],
    ['same kind of event and strength, other place', '04a2', '04b1', false],
    ['same sum and same kind, other company', '13a1', '13b1', false],
    ['same number of dead, other accident', '11a2', '11b1', false],
    ['the same attackers, another victim', '03a3', '03b1', false],
    ['what the courts make of it days later', '16a1', '16c1', false],
  ];
  test.each(cases)('%s', (_, first, second, joins) => {
    expect(joinedBy(second, [story(1, first)])).toBe(joins ? 1 : undefined);
  });
});

test('why it joined is told in the words of the new article', () => {
  const chosen = chooseStory(sketched(given('01a2')), [story(1, '01a1')]);
  expect(chosen?.reason).toEqual({
    kind: 'same event',
    names: ['Nordlys', 'Robotics', 'Aarhus', 'Mette', 'Krag'],
    figures: ['430'],
    concepts: ['layoffs', 'order', 'plant'],
  });
});

test('a later development follows the story of its event, and says what is new', () => {
  const chosen = chooseStory(sketched(given('43b1')), [story(1, '43a1'), story(2, '40a1')]);
  expect(chosen).toMatchObject({
    kind: 'follows',
    storyId: 1,
    reason: { kind: 'later development', concepts: ['layoffs', 'plant'], news: ['departure'] },
  });
  expect(JSON.parse(JSON.stringify(chosen))).toEqual(chosen);
});

test('what came first follows nothing', () => {
  expect(chooseStory(sketched(given('43a1')), [story(1, '43b1')])).toBeUndefined();
});

describe('two reports on one product', () => {
  const report = (title: string, text: string): Report => {
    return { id: '99a1', lang: 'en', date: '2026-11-03T10:00:00Z', title, text };
  };
  const flaw = (number: string, what: string) =>
    report(
      `Nordgate patches critical ${what} in Gatekeeper Console (${number})`,
      `Nordgate has released fixes for a flaw in its Gatekeeper Console. Tracked as ${number} and rated 9.8, it lets an attacker take over. Versions 7.4, 7.6 and 7.7 are affected.`,
    );
  const follows = (second: Report, first: Report) =>
    chooseStory(sketched(second), [{ storyId: 1, lastAt: 0, ...sketched(first) }])?.kind;

  test('are of one event if they name the same flaw, and not if each names its own', () => {
    const first = flaw('CVE-2026-41872', 'login bypass');
    expect(follows(flaw('CVE-2026-41872', 'flaw'), first)).toBe('joins');
    expect(follows(flaw('CVE-2026-42115', 'login bypass'), first)).not.toBe('joins');
  });

  test('are of one event as news, and not if one is an opinion on it', () => {
    const text =
      'The European Commission fined Pondero 210 million euros on Tuesday for selling unsafe toys. Pondero will appeal.';
    const news = report('EU fines Pondero €210mn over unsafe toys', text);
    expect(follows(report('Pondero fined €210mn by Brussels', text), news)).toBe('joins');
    expect(follows(report('Opinion: Pondero’s fine of €210mn is too small', text), news)).not.toBe('joins');
  });
});

describe('a number that was corrected within the hour', () => {
  const report = (lang: string, title: string, text = ''): Report => {
    return { id: '99a1', lang, date: '2026-11-03T10:00:00Z', title, text };
  };
  const kindOf = (second: Report, first: Report) =>
    chooseStory(sketched(second), [{ storyId: 1, lastAt: 0, ...sketched(first) }])?.kind;

  const cases: ReadonlyArray<[name: string, first: Report, second: Report, joins: boolean]> = [
    [
      'is one event, where it says so',
      report('en', 'Zoom to cut 150 jobs'),
      report('en', 'Zoom cuts 250 jobs, company says, more than first reported'),
      true,
    ],
    [
      'and where it does not, in another language',
      report('en', 'Zalando to cut 10% of staff'),
      report('de', 'Zalando streicht 14 Prozent der Stellen'),
      true,
    ],
    [
      'is another event if each title names a place of its own',
      report('en', 'Intel to lay off 529 workers in Oregon'),
      report('en', 'Intel to lay off 696 workers in Arizona'),
      false,
    ],
    [
      'or somebody of its own',
      report('fr', 'La CNIL inflige à Voltéo une amende de 8 millions d’euros'),
      report('fr', 'La CNIL inflige à MonPanier une amende de 9 millions d’euros'),
      false,
    ],
  ];
  test.each(cases)('%s', (_, first, second, joins) => {
    expect([kindOf(second, first) === 'joins', kindOf(first, second) === 'joins']).toEqual([joins, joins]);
  });
});

describe('the same sum of the same company', () => {
  const report = (lang: string, title: string): Report => {
    return { id: '99a1', lang, date: '2026-11-03T10:00:00Z', title, text: '' };
  };
  const ohio = report('en', 'Amazon to invest $5bn in data centres in Ohio');

  test.each([
    ['en', 'Amazon to invest $5bn in South Korea', false],
    ['fr', 'Amazon va investir 5 milliards de dollars en Corée du Sud', false],
    ['ja', 'アマゾン、韓国に50億ドル投資へ', false],
    ['fr', 'Amazon va investir 5 milliards de dollars dans des centres de données dans l’Ohio', true],
    ['ja', 'アマゾン、米オハイオ州のデータセンターに50億ドル投資', true],
    ['es', 'Amazon invertirá 5.000 millones de dólares en centros de datos en Estados Unidos', true],
  ])('%s: %s', (lang, title, joins) => {
    const choice = chooseStory(sketched(report(lang, title)), [{ storyId: 1, lastAt: 0, ...sketched(ohio) }]);
    expect(choice?.kind === 'joins').toBe(joins);
  });
});

test('where a date is but a day, any of its hours may be meant', () => {
  const day = { ...given('01a2'), date: '2026-11-02' };
  const evening = { ...given('01a1'), date: '2026-11-02T22:00:00Z' };
  const reason = chooseStory(sketched(day), [{ storyId: 1, lastAt: 0, ...sketched(evening) }]);
  expect(reason?.kind).toBe('joins');
});

test.each([
  ['en', 'Nordlys Robotics denies it will cut 430 jobs', 'The robot maker denied that it will cut 430 jobs.'],
  ['de', 'Nordlys Robotics dementiert Abbau von 430 Stellen', 'Der Hersteller streicht keine 430 Stellen.'],
])('who denies it (%s) does not join those who tell it, nor they the denial', (lang, title, text) => {
  const told = given('01a1');
  const denial = { ...told, lang, title, text: `${text} Nordlys Robotics, Aarhus, Mette Krag.` };
  const joins = (second: Report, first: Report) =>
    chooseStory(sketched(second), [{ storyId: 1, lastAt: 0, ...sketched(first) }])?.kind === 'joins';
  expect([joins(denial, told), joins(told, denial), joins(denial, denial)]).toEqual([false, false, true]);
});

test('a copy joins as the same text, before any likeness', () => {
  const text = Array.from({ length: 90 }, (_, at) => `word${at} Name${at % 7}`).join(' ');
  const copy = { ...given('01a1'), text };
  expect(chooseStory(sketched(copy), [{ ...sketched(copy), storyId: 4, lastAt: 0 }])).toEqual({
    kind: 'joins',
    storyId: 4,
    reason: { kind: 'same text' },
  });
});

test('the likest story is joined; of two as like, the older one', () => {
  expect(joinedBy('01a2', [story(9, '01b1'), story(8, '01a1'), story(4, '01a1')])).toBe(4);
});

test('the same report is news again when it is printed four days later', () => {
  const later = {
    ...given('01a1'),
    date: new Date(publishedAt(given('01a1')) + 96 * hourMs).toISOString(),
  };
  expect(chooseStory(sketched(later), [story(1, '01a1')])).toBeUndefined();
});

test('names that many recent stories share do not tie by themselves', () => {
  const crowd = Array.from({ length: 120 }, (_, at) => {
    const other = {
      ...given('30a1'),
      title: `Nota ${at}`,
      text: `Sobre Cuesta, Elena, Vivienda y Valdemora, ${at}.`,
    };
    return { ...sketched(other), storyId: 100 + at, lastAt: 0 };
  });
  expect(joinedBy('30a2', [story(1, '30a1')])).toBe(1);
  expect(joinedBy('30a2', [story(1, '30a1'), ...crowd])).toBeUndefined();
});

test('the more stories there are, the more two reports must share', () => {
  const [first, second] = ['43a1', '43b1'];
  const among = (stories: number) =>
    chooseStory(sketched(given(second)), [story(1, first)], { newest: 0, stories, having: new Map() })?.kind;
  expect(among(300)).toBe('follows');
  expect(among(1e9)).toBeUndefined();
});

test('a name that was counted in many recent stories says little, however few of them are candidates', () => {
  const { traits } = sketched(given('30a2'));
  const having = new Map(traits.map(({ hash }) => [hash, 20]));
  const among = (stories: number) =>
    chooseStory(sketched(given('30a2')), [story(1, '30a1')], { newest: 0, stories, having })?.kind;
  expect([among(4000), among(300)]).toEqual(['joins', undefined]);
});

test('an older version’s sketch is like nothing', () => {
  const old = { storyId: 1, language: 'en', lastAt: 0, sketch: [14708018, 16054738, 34527790] };
  const none = { ...old, sketch: [] };
  expect(chooseStory(sketched(given('01a1')), [old, none])).toBeUndefined();
});

describe('a sketch', () => {
  test('is the same after it was stored as JSON', () => {
    const { sketch } = sketched(given('01a1'));
    expect(JSON.parse(JSON.stringify(sketch))).toEqual(sketch);
    expect(sketch.every(Number.isSafeInteger)).toBe(true);
  });

  test('stays below 2 kB, however long the article', () => {
    const words = Array.from(
      { length: 5000 },
      (_, at) => `Name${at} of ${at * 7919} things. Then Other${at}x went`,
    );
    const { sketch } = sketched({ ...given('01a1'), text: words.join(' ') });
    expect(JSON.stringify(sketch).length).toBeLessThan(2048);
  });
});

function joinedBy(id: string, stories: readonly StorySketch[]): number | undefined {
  const choice = chooseStory(sketched(given(id)), stories);
  return choice?.kind === 'joins' ? choice.storyId : undefined;
}

function story(storyId: number, id: string): StorySketch {
  return { storyId, lastAt: 0, ...sketched(given(id)) };
}

function given(id: string): Report {
  const found = known.get(id);
  if (found === undefined) throw new Error(`no article ${id}`);
  return found;
}

function sketched(report: Report) {
  const { title, text, lang } = report;
  const draft = { title, text, language: lang, publishedAt: publishedAt(report) };
  return { language: lang, ...sketchOf(draft, analyze(draft)) };
}
