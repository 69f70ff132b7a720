/** The words in which queries are told, explained and corrected. */

export interface QueryTexts {
  readonly says: ParaphraseTexts;
  readonly held: HeldTexts;
  readonly help: TypingHelpTexts;
}

/** What a query rings for, said back. The parts are phrases of their own: names, or what these functions give. */
export interface ParaphraseTexts {
  /**
   * The whole sentence, without a capital in front and a full stop behind.
   * @param languages in how many of them it is known, if it is no mere words
   */
  readonly rings: (what: string, languages: number | undefined) => string;
  /** In front of where it is from, if nothing else is asked. */
  readonly everything: string;
  readonly also: (thing: string, spellings: readonly string[]) => string;
  readonly word: (word: string) => string;
  readonly exactly: (words: string) => string;
  readonly beginning: (letters: string) => string;
  readonly inTitle: (what: string) => string;
  readonly mention: (what: string) => string;
  readonly all: (parts: readonly string[]) => string;
  readonly any: (parts: readonly string[]) => string;
  readonly but: (parts: readonly string[]) => string;
  readonly from: (source: string) => string;
  readonly inLanguage: (code: string) => string;
  readonly by: (author: string) => string;
  readonly tagged: (tag: string) => string;
}

/** Why a term is not met though something like it is there. `words` stand in the article. */
export interface HeldTexts {
  readonly inPassing: (words: readonly string[], instead: string) => string;
  readonly denied: (words: readonly string[], instead: string) => string;
  readonly notInTitle: (words: readonly string[]) => string;
  /** `by`: the words that tell the sense; may be empty. */
  readonly otherSense: (words: readonly string[], by: readonly string[]) => string;
  /** It is outside technology; `by`: the words that tell so, may be empty. */
  readonly otherTrade: (words: readonly string[], by: readonly string[]) => string;
  readonly smallLetters: (words: readonly string[]) => string;
  /** The meaning is absent where the words are only inflected. */
  readonly otherWords: (term: string, words: readonly string[], meaning: string | undefined) => string;
  readonly apart: (words: readonly string[]) => string;
  readonly insideWord: (term: string, words: readonly string[]) => string;
  readonly similar: (term: string, words: readonly string[]) => string;
  /** What the article has for `lang:` (a code), `source:`, `author:` or `tag:`; empty where it has nothing. */
  readonly field: (term: string, field: 'lang' | 'source' | 'author' | 'tag', has: string) => string;
  /** Where in the article something stands, or how it is told. */
  readonly strength: Readonly<Record<'title' | 'lead' | 'body' | 'aside' | 'denied', string>>;
}

export interface TypingHelpTexts {
  readonly didYouMean: (typed: string, meant: string) => string;
  readonly which: (typed: string) => string;
  readonly senses: Readonly<Record<SenseName, string>>;
}

/** What a word may mean that people type; as short as the label of a button. */
export type SenseName =
  | 'company'
  | 'programming'
  | 'model'
  | 'system'
  | 'computing'
  | 'fruit'
  | 'forest'
  | 'word'
  | 'prophecy'
  | 'letters'
  | 'spying'
  | 'body'
  | 'robot'
  | 'panes'
  | 'zodiac'
  | 'person'
  | 'animal'
  | 'wind'
  | 'corrosion'
  | 'network'
  | 'singer'
  | 'game'
  | 'island'
  | 'gem'
  | 'sky'
  | 'terminal'
  | 'permit';
