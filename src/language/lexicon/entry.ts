/**
 * One thing people write about and ask for. The forms are data that newsroom readers can review; their notation:
 *
 * - `;` parts forms, a space parts the words of one, `/` parts alternatives for a word: `cut/slash/axe … jobs/posts`
 * - an alternative of several words has `_` between them: `CEO/chief_executive resign`
 * - `…` stands for up to 5 words of the same clause, `…8` for up to 8
 * - a word is met by all its inflections (by its stem, in the form's language); `word*` by every word that begins so;
 *   `AI-*` by the word itself ("AI-modell" is two words); `=word` as it stands; `^AI` only in capitals, because in small letters it may be another word
 * - `!` before the last word: it must not follow (`lay off !the`); before the first: it must not come before
 * - in front of a form: `+` of a `general` entry, it tells so much ("cut … jobs") that the article need not show
 *   what it is from, as long as it shows no other trade; `~` the form has other senses too, so the article must speak for this one;
 *   `≈` the same for a name that is a common word (`≈Orange`): being written as a name is not enough;
 *   `@` a word so common (`@Edge`) that an entry it goes with must be met as well (`near`: Microsoft);
 *   `?` people type it, but an article that has it need not mean it; `-` where this is met, the entry is not
 *
 * In scripts without spaces a form is met anywhere in a run of characters. Names are not inflected by their stem
 * ("OpenAIs" is not OpenAI) but by what each language hangs on a name ("Googles" in German, "Амазона", "아마존이").
 */
export interface LexiconEntry {
  /** Lower case; kept with articles as a search term, so it never changes. */
  readonly id: string;
  /** How queries print it; typing it always means this entry. */
  readonly name: string;
  readonly kind: 'concept' | 'name';
  /** A bit of its own, if it is no meaning but a subject that single words are a sign of (`subjects.ts`). */
  readonly sign?: number | undefined;
  /** Newsrooms use its words outside business as well: "legislation", "funding". A longer article must show it is about business. */
  readonly general?: boolean | undefined;
  /** Its words turn up beside many a matter: "regulators have been notified", "said the union". */
  readonly beside?: boolean | undefined;
  /** It happens on a day, so that articles name it later as background: "which laid off 200 people last year". */
  readonly happens?: boolean | undefined;
  /** Forms by language; those under `any` hold in every language. */
  readonly forms: Readonly<Record<string, string>>;
  /**
   * Forms of which one says little, by language, in groups that `|` parts: two of different groups near each other mean
   * the entry ("costs from" and "pre-order"). Groups are numbered; those under `any` go on with the same numbers.
   */
  readonly hints?: Readonly<Record<string, string>> | undefined;
  /** Entries (ids, a space between them) whose mention is a hint as well, in the same groups. */
  readonly hintedBy?: string | undefined;
  /** Words of its other senses by language: they speak against its `~` forms. */
  readonly other?: Readonly<Record<string, string>> | undefined;
  /** Entries it is told by: its `@` forms are believed where one of them is met. */
  readonly near?: readonly string[] | undefined;
  /** Words that undo a form when they stand in its gap: "cut *prices* and create jobs". */
  readonly undoneBy?: Readonly<Record<string, string>> | undefined;
  /** Entries that have some of the same forms on purpose: "patent trial" is about both. */
  readonly shares?: readonly string[] | undefined;
  /** Entries whose mention is one of this entry too: Google is met where Alphabet is. */
  readonly metBy?: readonly string[] | undefined;
}

/** The languages every concept is written in. */
export const lexiconLanguages = [
  'en', 'fr', 'de', 'es', 'pt', 'it', 'nl', 'sv', 'pl', 'tr', 'ru', 'ar', 'hi', 'id', 'ja', 'ko', 'zh',
] as const; // prettier-ignore

const inOtherScripts: ReadonlySet<string> = new Set(['ru', 'ar', 'hi', 'ja', 'ko', 'zh']);

/** Those of them that are written in Latin script. */
export const languagesInLatin = lexiconLanguages.filter((language) => !inOtherScripts.has(language));
