import type { Language } from '../../domain.ts';
import { plainSurface, tokenize } from '../tokens.ts';
import type { LexiconEntry } from './entry.ts';
import type { AtomKind } from './word.ts';

/** A word of a form, not yet given a number. */
export interface Atom {
  readonly kind: AtomKind;
  readonly word: string;
  /** Met in capitals only. */
  readonly capitals: boolean;
}

export type Step =
  | { readonly kind: 'word'; readonly atoms: readonly Atom[] }
  | { readonly kind: 'gap'; readonly most: number };

/**
 * `sure` meets, `certain` does even where the entry is general and the article shows no trade; `ambiguous` meets if the
 * article speaks for its sense, `weak` only if it does so by other words, `near` only if it names an entry that goes with
 * it; `against` speaks for another sense; `hint` meets where another hint is near; `typed` is for queries only; `mask`
 * keeps the entry's other forms from meeting on the same words.
 */
export type Role = 'sure' | 'certain' | 'ambiguous' | 'weak' | 'near' | 'against' | 'hint' | 'typed' | 'mask';

/** One form of an entry, read from its notation (`entry.ts`). It begins and ends with a word. */
export interface Pattern {
  readonly entry: LexiconEntry;
  readonly steps: readonly Step[];
  readonly notBefore: readonly Atom[];
  readonly notAfter: readonly Atom[];
  readonly role: Role;
  /** Of a hint: its group. */
  readonly hint?: number | undefined;
}

/** Everything an entry is looked for by in one language (or `any`). */
export function formsOf(entry: LexiconEntry, language: Language): readonly Pattern[] {
  return [
    ...readForms(entry, entry.forms[language] ?? '', language),
    ...readOtherSenses(entry, entry.other?.[language] ?? ''),
    ...readHints(entry, entry.hints?.[language] ?? '', language),
  ];
}

/** Reads all forms of an entry in one language (or `any`). Throws on notation that means nothing. */
export function readForms(entry: LexiconEntry, forms: string, language: Language): readonly Pattern[] {
  const plainKind = plainKindOf(entry, language);
  return splitForms(forms).flatMap((form) => readForm(entry, form, plainKind));
}

function plainKindOf({ kind }: LexiconEntry, language: Language): AtomKind {
  if (kind === 'name') return 'name';
  return language === 'any' ? 'exact' : 'stem';
}

/** Reads what speaks for other senses of an entry. They are words of a language, never names. */
export function readOtherSenses(entry: LexiconEntry, forms: string): readonly Pattern[] {
  return splitForms(forms).flatMap((form) =>
    readForm(entry, form, 'stem').map((pattern) => ({ ...pattern, role: 'against' as const })),
  );
}

/** Reads what is not enough alone (`hints.ts`). */
export function readHints(entry: LexiconEntry, forms: string, language: Language): readonly Pattern[] {
  const plainKind = language === 'any' ? 'exact' : 'stem';
  return forms.split('|').flatMap((group, hint) =>
    splitForms(group)
      .flatMap((form) => readForm(entry, form, plainKind))
      .map((pattern) => (pattern.role === 'mask' ? pattern : { ...pattern, role: 'hint' as const, hint })),
  );
}

/** Reads a list of single words. */
export function readWords(words: string): readonly Atom[] {
  return splitForms(words).flatMap((word) => alternative(word, 'stem').map((atoms) => onlyWord(atoms, word)));
}

/** What a form begins with, and how many words it has; a form with alternatives is several. */
export interface Opening {
  readonly atom: Atom;
  readonly words: number;
}

/** How the forms begin that may be typed: a tenth of the work of reading them. */
export function openingsOf(entry: LexiconEntry, forms: string, language: Language): readonly Opening[] {
  const plainKind = plainKindOf(entry, language);
  return splitForms(forms).flatMap((form) => {
    const { role, slots } = slotsOf(form);
    if (role === 'mask') return [];
    const [first = '', ...more] = slots;
    let behind: ReadonlySet<number> = new Set([0]);
    for (const slot of more) {
      if (gap.test(slot)) continue;
      const lengths = new Set(slot.split('/').map((word) => alternative(word, plainKind)[0]?.length ?? 0));
      behind = new Set([...behind].flatMap((words) => [...lengths].map((length) => words + length)));
    }
    return first
      .split('/')
      .flatMap((word) => alternative(word, plainKind))
      .flatMap((atoms) =>
        [...behind].map((words) => ({ atom: atoms[0] as Atom, words: words + atoms.length })),
      );
  });
}

function splitForms(forms: string): readonly string[] {
  return forms
    .split(';')
    .map((form) => form.trim())
    .filter((form) => form !== '');
}

const roles: Readonly<Record<string, Role>> = {
  '+': 'certain',
  '~': 'ambiguous',
  '≈': 'weak',
  '@': 'near',
  '?': 'typed',
  '-': 'mask',
};
const gap = /^…(\d+)?$/;
const defaultGap = 5;

function readForm(entry: LexiconEntry, form: string, plainKind: AtomKind): readonly Pattern[] {
  const { role, slots, before, after } = slotsOf(form);
  const notBefore = before === undefined ? [] : banned(before, plainKind);
  const notAfter = after === undefined ? [] : banned(after, plainKind);
  return expand(slots, plainKind).map((steps) => {
    if (steps[0]?.kind !== 'word' || steps.at(-1)?.kind !== 'word') {
      throw new Error(`${entry.id}: "${form}" must begin and end with a word`);
    }
    return { entry, steps, notBefore, notAfter, role: role ?? 'sure' };
  });
}

interface Slots {
  readonly role: Role | undefined;
  readonly slots: readonly string[];
  /** What must not stand before or behind it, with its "!". */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function slotsOf(form: string): Slots {
  const role = roles[form[0] ?? ''];
  const slots = (role ? form.slice(1) : form).trim().split(/\s+/);
  const before = slots[0]?.startsWith('!') === true ? slots.shift() : undefined;
  const after = slots.at(-1)?.startsWith('!') === true ? slots.pop() : undefined;
  return { role, slots, before, after };
}

function banned(slot: string, plainKind: AtomKind): readonly Atom[] {
  return slot
    .slice(1)
    .split('/')
    .flatMap((word) => alternative(word, plainKind).map((atoms) => onlyWord(atoms, slot)));
}

/** Alternatives of one word each share a step; longer ones ("zero-day", "裁员") make patterns of their own. */
function expand(slots: readonly string[], plainKind: AtomKind): ReadonlyArray<readonly Step[]> {
  let readings: ReadonlyArray<readonly Step[]> = [[]];
  for (const slot of slots) {
    const ways = slotSteps(slot, plainKind);
    readings = readings.flatMap((reading) => ways.map((way) => [...reading, ...way]));
  }
  return readings;
}

function slotSteps(slot: string, plainKind: AtomKind): ReadonlyArray<readonly Step[]> {
  const reach = gap.exec(slot);
  if (reach) return [[{ kind: 'gap', most: Number(reach[1] ?? defaultGap) }]];
  const ways = slot.split('/').flatMap((word) => alternative(word, plainKind));
  const singles = ways.filter((atoms) => atoms.length === 1).flat();
  const longer = ways
    .filter((atoms) => atoms.length > 1)
    .map((atoms) => atoms.map((atom): Step => ({ kind: 'word', atoms: [atom] })));
  return singles.length > 0 ? [[{ kind: 'word', atoms: singles }], ...longer] : longer;
}

/** The words of one alternative; its marks hold for all of them, `*` for the last. */
function alternative(written: string, plainKind: AtomKind): ReadonlyArray<readonly Atom[]> {
  const capitals = written.startsWith('^');
  // A hyphen ends a word: "AI-*" is "AI-modell", and not every word that begins with these letters.
  const hyphened = written.endsWith('-*');
  const exact = written.startsWith('=') || hyphened;
  const prefix = written.endsWith('*') && !hyphened;
  const bare = written.replace(/^[\^=]/, '').replace(/-?\*$/, '');
  const tokens = tokenize(bare.replaceAll('_', ' '));
  if (tokens.length === 0) throw new Error(`"${written}" has no word in it`);
  return [
    tokens.map((token, at) => {
      const last = at === tokens.length - 1;
      const kind = prefix && last ? 'prefix' : exact || token.shape === 'one' ? 'exact' : plainKind;
      return { kind, word: plainSurface(token.surface), capitals };
    }),
  ];
}

function onlyWord(atoms: readonly Atom[], written: string): Atom {
  const [atom, ...more] = atoms;
  if (!atom || more.length > 0) throw new Error(`"${written}" must be one word`);
  return atom;
}
