import { describe, expect, test } from 'vitest';
import { directTextsFor, textsFor } from '../../src/messages/choose.ts';
import { english, englishDirect } from '../../src/messages/en.ts';
import { frenchDirect, frenchTexts } from '../../src/messages/fr.ts';
import type { Texts } from '../../src/messages/texts.ts';
import { specimens } from './specimens.ts';

test('a language we have no words in is answered in English, a region in its language', () => {
  expect(textsFor('fr')).toBe(frenchTexts);
  expect(textsFor('fr-CA')).toBe(frenchTexts);
  expect(textsFor('en-US')).toBe(english);
  expect(textsFor('ja')).toBe(english);
  expect(textsFor('und')).toBe(english);
});

test('in their own messages with the bot nobody is told of a channel that they are in', () => {
  expect(directTextsFor('fr-CA')).toBe(frenchDirect);
  expect(directTextsFor('ja')).toBe(englishDirect);
  const said = [englishDirect, frenchDirect].flatMap(({ commands }) => [
    ...sentencesOf({ ...english, commands }).entries(),
  ]);
  const ofCommands = said.filter(([path]) => path.startsWith('commands.')).map(([, sentence]) => sentence);
  expect(ofCommands.filter((sentence) => /\bthis channel\b|\bce salon\b/i.test(sentence))).toEqual([]);
  expect(ofCommands).toContain('This conversation is not paused.');
});

test('every text with values has a specimen, so that the rules below see it', () => {
  expect(Object.keys(specimens).toSorted()).toEqual([...functionsIn(english)].toSorted());
});

test('nothing is left in English in French', () => {
  const same = [...sentencesOf(frenchTexts)].filter(
    ([path, said]) => sentencesOf(english).get(path) === said,
  );
  expect(same.map(([path]) => path).toSorted()).toEqual(sameInBothLanguages.toSorted());
});

/** Names, keys of the keyboard and lines to type, which are the same in both. */
const sameInBothLanguages: readonly string[] = [
  'discord.delivery.mention.name',
  'alert.changed',
  'chat.firstLines.1',
  'chat.firstLines.2',
  'chat.keys.1.key',
  'chat.keys.2.key',
  'commands.help.example',
  'commands.help.writing.4.lead',
  'commands.help.writing.5.lead',
  'commands.help.writing.7.lead',
  'commands.help.writing.9.lead',
  'commands.latest.example',
  'commands.mute.example',
  'commands.pause.example',
  'commands.resume.example',
  'commands.sources.addVerbs.0',
  'commands.sources.example',
  'commands.sources.removeVerbs.0',
  'commands.subscriptions.example',
  'commands.unmute.example',
  'commands.unsubscribe.example',
  'commands.why.example',
  'discord.inputs.articles.name',
];

const mayBeEmpty = new Set([
  'commands.subscriptions.example',
  'commands.pause.example',
  'commands.resume.example',
]);

describe.each([english, frenchTexts])('in $language', (texts) => {
  test.each([...sentencesOf(texts)].filter(([path]) => !mayBeEmpty.has(path)))(
    '%s is said in full',
    (_, said) => {
      expect(said).not.toMatch(/^$|undefined|NaN|\[object|#(?!general)| {2}/);
    },
  );
});

test.each([...sentencesOf(frenchTexts)])('French is set as French is set: %s', (path, said) => {
  if (linesToType.some((prefix) => path.startsWith(prefix))) return;
  expect(said).not.toMatch(/ [:;!?»]|« |[“”']/u);
  expect(said.replaceAll(/https?:\S+/g, '')).not.toMatch(/[\p{L}\d][:;!?](?:\s|$)/u);
});

/** What stands there is typed as it stands. */
const linesToType = ['commands.help.writing', 'chat.firstLines'];

describe('numbers and plurals', () => {
  const cases: ReadonlyArray<[say: (texts: Texts) => string, english: string, french: string]> = [
    [({ chat }) => chat.newMessages(1), '1 new message', '1 nouveau message'],
    [({ chat }) => chat.newMessages(2), '2 new messages', '2 nouveaux messages'],
    // French counts nothing as one.
    [({ chat }) => chat.newMessages(0), '0 new messages', '0 nouveau message'],
    [({ chat }) => chat.newMessages(12_000), '12,000 new messages', '12\u202F000 nouveaux messages'],
    [
      ({ chat }) => chat.newMessages(1_000_000),
      '1,000,000 new messages',
      '1\u202F000\u202F000 nouveaux messages',
    ],
    [
      ({ commands }) => commands.subscribe.forecast(0, false),
      'no news of it in the last 7 days',
      'rien à ce sujet ces 7 derniers jours',
    ],
    [
      ({ commands }) => commands.subscribe.forecast(1, false),
      'would have rung once in the last 7 days',
      'aurait donné 1 alerte ces 7 derniers jours',
    ],
    [
      ({ commands }) => commands.subscribe.forecast(40, true),
      'would have rung at least 40 times in the last 7 days',
      'aurait donné au moins 40 alertes ces 7 derniers jours',
    ],
    [({ alert }) => alert.alsoReportedBy(['BBC']), 'Also reported by BBC', 'Aussi rapporté par BBC'],
    [
      ({ alert }) => alert.alsoReportedBy(['BBC', 'AFP']),
      'Also reported by BBC and AFP',
      'Aussi rapporté par BBC et AFP',
    ],
    [
      ({ alert }) => alert.alsoReportedBy(['BBC', 'AFP', 'DPA', 'EFE']),
      'Also reported by BBC, AFP, DPA and 1 other',
      'Aussi rapporté par BBC, AFP, DPA et 1 autre',
    ],
    [
      ({ alert }) => alert.alsoReportedBy(['BBC', 'AFP', 'DPA', 'EFE', 'ANSA']),
      'Also reported by BBC, AFP, DPA and 2 others',
      'Aussi rapporté par BBC, AFP, DPA et 2 autres',
    ],
  ];
  test.each(cases.map(([say, en, fr]) => [en, fr, say] as const))('%s / %s', (en, fr, say) => {
    expect(say(english)).toBe(en);
    expect(say(frenchTexts)).toBe(fr);
  });
});

test('what a person typed is said back as typed, also in French', () => {
  const typed = `l'IA ! "a : b" ?`;
  expect(frenchTexts.commands.latest.noneFor(typed)).toContain(typed);
});

/** Every text under its path; those that take values by their specimen. */
function sentencesOf(texts: Texts): ReadonlyMap<string, string> {
  const plain = [...leavesOf(texts)].flatMap(([path, leaf]) =>
    typeof leaf === 'string' ? [[path, leaf] as const] : [],
  );
  const filled = Object.entries(specimens).map(([path, say]) => [path, say(texts)] as const);
  return new Map([...plain, ...filled]);
}

function functionsIn(texts: Texts): ReadonlySet<string> {
  return new Set([...leavesOf(texts)].flatMap(([path, leaf]) => (typeof leaf === 'function' ? [path] : [])));
}

function* leavesOf(node: object, path = ''): Generator<readonly [path: string, leaf: unknown]> {
  for (const [key, value] of Object.entries(node) as ReadonlyArray<[string, unknown]>) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'object' && value !== null) yield* leavesOf(value, here);
    else yield [here, value];
  }
}
