import type { Language } from '../domain.ts';
import { type Detector, loadDetector } from './detector.ts';
import { functionWords } from './function-words.ts';
import { tokenize } from './tokens.ts';

/** @param declared what the article or its source claims: "fr", "fr-FR", "en_US", or nonsense */
export type LanguageIdentifier = (text: string, declared?: string) => Promise<Language>;

/**
 * Tells the language of a text: by its script where that decides, else by a vote of its small words, else by the
 * statistical detector, whose data are read then. What is declared breaks ties only: many feeds declare what their
 * software came with.
 */
export async function loadLanguageIdentifier(): Promise<LanguageIdentifier> {
  let detector: Promise<Detector> | undefined;
  return async (text, declared) => {
    const sample = text.slice(0, sampleLength);
    const claimed = primarySubtag(declared);
    const script = dominantScript(sample);
    if (script !== 'Latin') return byScript(script, sample, claimed);

    const votes = voteOf(sample);
    const length = letters(sample);
    const believed = claimed !== undefined && otherScripts.has(claimed) ? undefined : claimed;
    if (believed === undefined) {
      if (isClear(votes)) return votes[0]?.language ?? unknown;
      if (length < leastLettersToDetect) return leaderOf(votes);
    } else {
      if (speaksAgainst(votes, believed)) return votes[0]?.language ?? unknown;
      if (leads(votes, believed) || length < leastLettersToDoubt) return believed;
    }
    detector ??= loadDetector();
    const guesses = guessesOf((await detector)(sample));
    if (believed !== undefined && isLikely(guesses, believed)) return believed;
    return told(guesses, votes, length);
  };
}

/** What the detector is sure of, for the length of the text. */
function told([first, second]: readonly Guess[], votes: readonly Vote[], length: number): Language {
  if (!first || length < leastLettersToDetect) return leaderOf(votes);
  const isHeadline = length < lettersOfAHeadline;
  return isHeadline && !isSure(first, second) && !confirms(votes, first) ? leaderOf(votes) : first.language;
}

const unknown: Language = 'und';
/** Characters looked at: the language does not change behind them. */
const sampleLength = 2_000;
/** Shorter texts tell a detector no more than a coin would. */
const leastLettersToDetect = 20;
/** But a dozen tell it what they are not in: what is declared is doubted then, and the text read in all languages. */
const leastLettersToDoubt = 12;
/** Up to here the detector must be sure: a headline read in the wrong language means nothing, in none it is read in all. */
const lettersOfAHeadline = 90;
const sureScore = 0.66;
const sureLead = 1.15;
/** A declared language has this part of the best one's score in nearly all texts that are in it, in few that are not. */
const leastShareOfDeclared = 0.9;

interface Guess {
  readonly language: Language;
  /** 0 to 1. */
  readonly score: number;
}

/** Guesses, the likeliest first; none for a text without words. */
function guessesOf(scores: ReturnType<Detector>): readonly Guess[] {
  return (
    Object.entries(scores)
      // Indonesian and Malay differ too little for a detector; the news we serve is in the first.
      .map(([language, score]) => ({ language: language === 'ms' ? 'id' : language, score }))
      .toSorted((a, b) => b.score - a.score)
  );
}

function isSure(first: Guess, second: Guess | undefined): boolean {
  return first.score >= sureScore && first.score >= (second?.score ?? 0) * sureLead;
}

/** What is declared is hardly less likely than anything else, or the detector does not know it. */
function isLikely(guesses: readonly Guess[], claimed: Language): boolean {
  const own = guesses.find(({ language }) => language === claimed)?.score;
  if (own === undefined) return !functionWords.has(claimed) || guesses.length === 0;
  return own >= (guesses[0]?.score ?? 0) * leastShareOfDeclared;
}

function primarySubtag(declared: string | undefined): Language | undefined {
  const subtag = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(declared ?? '')?.[1]?.toLowerCase();
  if (subtag === undefined || subtag === 'und' || subtag === 'mul') return undefined;
  return formerSubtags.get(subtag) ?? subtag;
}

/** Subtags that mean the same as another. */
const formerSubtags = new Map([
  ['in', 'id'],
  ['iw', 'he'],
  ['nb', 'no'],
  ['nn', 'no'],
  ['cmn', 'zh'],
  ['jp', 'ja'],
  ['kr', 'ko'],
  ['cn', 'zh'],
]);

// ── Scripts ──────────────────────────────────────────────────────────────────────────────────────

interface ScriptRule {
  readonly letters: RegExp;
  /** Its languages, the likeliest first; others of the script are told by letters only they use. */
  readonly languages: readonly Language[];
  readonly telling: ReadonlyArray<readonly [letters: RegExp, language: Language]>;
}

const scripts: ReadonlyMap<string, ScriptRule> = new Map(
  Object.entries({
    Kana: { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, languages: ['ja'], telling: [] },
    Hangul: { letters: /\p{Script=Hangul}/gu, languages: ['ko'], telling: [] },
    Han: {
      letters: /\p{Script=Han}/gu,
      languages: ['zh', 'ja'],
      telling: [[/[発楽売気円応価労働込経済対実変権証験読検続拡広単戦図団圧駅仮拠歳収増]/g, 'ja']],
    },
    Cyrillic: {
      letters: /\p{Script=Cyrillic}/gu,
      languages: ['ru', 'uk', 'bg', 'sr', 'be', 'mk', 'kk', 'mn'],
      telling: [
        [/[ўЎ]/g, 'be'],
        [/[әғқңөұүһ]/gi, 'kk'],
        [/[іїєґ]/gi, 'uk'],
        [/[ѓќѕ]/gi, 'mk'],
        [/[ђћџљњј]/gi, 'sr'],
        [/[ыэё]/gi, 'ru'],
        [/ъ[^еёюя\s]/gi, 'bg'],
      ],
    },
    Arabic: {
      letters: /\p{Script=Arabic}/gu,
      languages: ['ar', 'fa', 'ur', 'ps', 'ckb'],
      telling: [
        [/[ٹڈڑںے]/g, 'ur'],
        [/[پچژگ]/g, 'fa'],
      ],
    },
    Devanagari: {
      letters: /\p{Script=Devanagari}/gu,
      languages: ['hi', 'mr', 'ne', 'sa'],
      telling: [[/ळ/g, 'mr']],
    },
    Thai: { letters: /\p{Script=Thai}/gu, languages: ['th'], telling: [] },
    Hebrew: { letters: /\p{Script=Hebrew}/gu, languages: ['he', 'yi'], telling: [] },
    Greek: { letters: /\p{Script=Greek}/gu, languages: ['el'], telling: [] },
    Bengali: { letters: /\p{Script=Bengali}/gu, languages: ['bn', 'as'], telling: [] },
    Tamil: { letters: /\p{Script=Tamil}/gu, languages: ['ta'], telling: [] },
    Telugu: { letters: /\p{Script=Telugu}/gu, languages: ['te'], telling: [] },
    Gujarati: { letters: /\p{Script=Gujarati}/gu, languages: ['gu'], telling: [] },
    Kannada: { letters: /\p{Script=Kannada}/gu, languages: ['kn'], telling: [] },
    Malayalam: { letters: /\p{Script=Malayalam}/gu, languages: ['ml'], telling: [] },
    Gurmukhi: { letters: /\p{Script=Gurmukhi}/gu, languages: ['pa'], telling: [] },
    Georgian: { letters: /\p{Script=Georgian}/gu, languages: ['ka'], telling: [] },
    Armenian: { letters: /\p{Script=Armenian}/gu, languages: ['hy'], telling: [] },
    Latin: { letters: /\p{Script=Latin}/gu, languages: [], telling: [] },
  } satisfies Record<string, ScriptRule>),
);

const otherScripts = new Set(
  [...scripts].flatMap(([name, rule]) => (name === 'Latin' ? [] : rule.languages)),
);

/** One character of these says as much as three letters of Latin, and news in them is full of Latin names. */
const denseScripts = new Set(['Kana', 'Han', 'Hangul']);

function dominantScript(text: string): string {
  const counted = [...scripts].map(([name, rule]) => ({
    name,
    count: found(text, rule.letters) * (denseScripts.has(name) ? 3 : 1),
  }));
  const kana = counted.find((script) => script.name === 'Kana');
  const han = counted.find((script) => script.name === 'Han');
  // Japanese is written in both. A single "の" in Chinese advertising is not Japanese.
  if (kana && han && kana.count > 0 && kana.count * 12 > han.count) kana.count += han.count;
  const most = counted.reduce((best, script) => (script.count > best.count ? script : best));
  return most.count === 0 ? 'Latin' : most.name;
}

function byScript(script: string, text: string, claimed: Language | undefined): Language {
  const rule = scripts.get(script);
  if (!rule) return unknown;
  const only = rule.telling.find(([telling]) => found(text, telling) > found(text, rule.letters) / 100)?.[1];
  if (claimed !== undefined && rule.languages.includes(claimed) && (only === undefined || !served.has(only)))
    return claimed;
  return only ?? rule.languages[0] ?? unknown;
}

/** Languages whose telling letters outweigh what is declared. */
const served = new Set(['ru', 'uk', 'fa', 'ur']);

function found(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function letters(text: string): number {
  return found(text, /\p{L}/gu);
}

// ── Small words ──────────────────────────────────────────────────────────────────────────────────

interface Vote {
  readonly language: Language;
  readonly count: number;
}

/** Letters that, in Latin script, only few languages use; each counts as much as a small word. */
const tellingLetters: ReadonlyArray<readonly [letters: RegExp, languages: readonly Language[]]> = [
  [/ß/g, ['de']],
  [/[äö]/gi, ['de', 'sv', 'fi']],
  [/ü/gi, ['de', 'tr', 'hu']],
  [/å/gi, ['sv', 'da', 'no']],
  [/[æø]/gi, ['da', 'no']],
  [/ñ|[¿¡]/gi, ['es']],
  [/[ãõ]/gi, ['pt', 'vi']],
  [/ç/gi, ['fr', 'pt', 'tr', 'ca']],
  [/[êèàùœ]/gi, ['fr', 'it', 'ca']],
  [/ción\b/gi, ['es']],
  [/ção\b|ções\b/gi, ['pt']],
  [/[łżśźćńęą]/gi, ['pl']],
  [/[ğış]/g, ['tr']],
  [/[řěůčšž]/gi, ['cs']],
  [/[őű]/gi, ['hu']],
  [/[șțăâ]/gi, ['ro']],
  [/[ơưđạếộ]/gi, ['vi']],
];

/** The languages that got votes, most first. A word counts for every language that has it. */
function voteOf(text: string): readonly Vote[] {
  const counts = new Map<Language, number>();
  const add = (language: Language, count: number): Map<Language, number> =>
    counts.set(language, (counts.get(language) ?? 0) + count);
  for (const token of tokenize(text)) {
    const word = token.surface.toLowerCase();
    for (const [language, words] of functionWords) if (words.has(word)) add(language, 1);
  }
  for (const [only, languages] of tellingLetters) {
    const count = Math.min(found(text, only), mostLettersCounted);
    if (count > 0) for (const language of languages) add(language, count);
  }
  return [...counts].map(([language, count]) => ({ language, count })).toSorted((a, b) => b.count - a.count);
}

const mostLettersCounted = 8;

/** Whether what the detector takes it for has no fewer small words than any other language. */
function confirms(votes: readonly Vote[], guess: Guess): boolean {
  const own = votes.find((vote) => vote.language === guess.language)?.count ?? 0;
  return own >= 2 && own >= (votes[0]?.count ?? 0);
}

/** Of few votes: one word could be anybody's name ("Los Angeles"), two that no other language has are no accident. */
function leaderOf([first, second]: readonly Vote[]): Language {
  return first !== undefined && first.count >= 2 && first.count >= 2 * (second?.count ?? 0)
    ? first.language
    : unknown;
}

/** The languages a text may be in, by its small words and letters: likeliest first. */
export function likelyLanguages(text: string): readonly Language[] {
  return voteOf(text.slice(0, sampleLength)).map((vote) => vote.language);
}

/** A vote decides if the winner has some words and a clear lead. */
function isClear(votes: readonly Vote[]): boolean {
  const [first, second] = votes;
  return first !== undefined && first.count >= 3 && first.count >= (second?.count ?? 0) * 1.3;
}

/** No other language has more votes than what is declared, and it has some. */
function leads(votes: readonly Vote[], claimed: Language): boolean {
  const own = votes.find((vote) => vote.language === claimed)?.count ?? 0;
  return own >= 3 && own >= (votes[0]?.count ?? 0);
}

/** A declared language falls if another one has thrice its votes. */
function speaksAgainst(votes: readonly Vote[], claimed: Language): boolean {
  const [first] = votes;
  if (!first || first.language === claimed || first.count < 5) return false;
  const own = votes.find((vote) => vote.language === claimed)?.count ?? 0;
  return first.count >= 3 * own && (functionWords.has(claimed) || first.count >= 10);
}
