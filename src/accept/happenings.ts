/**
 * What happened, where the lexicon has no word for it because nobody subscribes to it: two reports in two languages of
 * an explosion share hardly a word. And what comes of an affair later: an inquiry, an arrest, a remedy.
 */
import { fold } from '../language/fold.ts';
import { laterHappenings } from './later-happenings.ts';
import { plainHappenings } from './plain-happenings.ts';

export interface Happened {
  readonly id: string;
  /** It comes after something else: an article that has it in its title alone tells a later development. */
  readonly later: boolean;
  /** See `Happening.subject`. */
  readonly subject: boolean;
  /** UTF-16 offset in the text that was read, give or take what folding changes. */
  readonly at: number;
}

/** Each kind once, where it stands first. */
export function happeningsIn(text: string, language: string): readonly Happened[] {
  const pattern = patternOf(language);
  if (pattern === undefined) return [];
  const found = new Map<string, Happened>();
  for (const met of ` ${fold(text)}`.matchAll(pattern)) {
    for (const name of Object.keys(met.groups ?? {})) {
      const id = name.replaceAll('_', '-');
      if (met.groups?.[name] !== undefined && !found.has(id))
        found.set(id, { id, later: laterIds.has(id), subject: subjectIds.has(id), at: met.index });
    }
  }
  return [...found.values()];
}

const laterIds: ReadonlySet<string> = new Set(laterHappenings.map(({ id }) => id));
const subjectIds: ReadonlySet<string> = new Set(
  plainHappenings.filter(({ subject }) => subject === true).map(({ id }) => id),
);
const patterns = new Map<string, RegExp | undefined>();

/** Compiled when a language is first met. */
function patternOf(language: string): RegExp | undefined {
  return patterns.getOrInsertComputed(language, () => {
    const kinds = [...laterHappenings, ...plainHappenings].flatMap(({ id, words }) => {
      const forms = words[language];
      return forms === undefined ? [] : [`(?<${id.replaceAll('-', '_')}>${alternatives(forms)})`];
    });
    if (kinds.length === 0) return undefined;
    const start = unspaced.has(language)
      ? ''
      : `(?<![\\p{L}\\p{N}])${language === 'ar' ? '[وبلف]?(?:ال)?' : ''}`;
    return new RegExp(`${start}(?:${kinds.join('|')})`, 'gu');
  });
}

const unspaced = new Set(['ja', 'zh', 'ko', 'th']);

function alternatives(forms: string): string {
  return forms
    .trim()
    .split(/\s+/)
    .map((form) =>
      fold(form.replaceAll('_', ' ')).replace(/\.$/, '(?![\\p{L}\\p{M}])').replaceAll(' ', '[\\s-]'),
    )
    .join('|');
}
