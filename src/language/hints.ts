import { hintedAtBy } from './lexicon.ts';
import type { Mention, Read } from './mentions.ts';

/** Words between two hints that tell of one thing; a character of a script without spaces counts half. */
const farthest = 30;
const charactersPerWord = 2;
/** So many different ones need no article that is about technology or business. */
const enough = 3;

/**
 * Settles hints: those of different groups near each other are mentions of their entry, others nothing. "Costs from" or
 * "pre-order" alone may stand in an article on anything, together they stand in one on a new product.
 */
export function agreeing(met: readonly Mention[], reads: readonly Read[]): readonly Mention[] {
  const hints = met.filter(({ role }) => role === 'hint');
  if (hints.length === 0) return met;
  const entries = new Set(hints.map(({ entry }) => entry));
  const all = [...hints, ...namesAsHints(met, entries)].toSorted(byPlace);
  const agreed = [...Map.groupBy(all, ({ entry }) => entry).values()].flatMap((own) => near(own, reads));
  return [...met.filter(({ role }) => role !== 'hint'), ...agreed].toSorted(byPlace);
}

/** Of names that are no other word as well. */
function namesAsHints(met: readonly Mention[], entries: ReadonlySet<string>): readonly Mention[] {
  return met
    .filter(({ kind, role }) => kind === 'name' && role === 'sure')
    .flatMap(({ entry: name, first, last }) =>
      hintedAtBy(name)
        .filter(({ entry }) => entries.has(entry))
        .map(({ entry, hint }) => ({ entry, kind: 'concept', first, last, role: 'hint', hint }) as const),
    );
}

/** @param hints of one entry, in the order of the text */
function near(hints: readonly Mention[], reads: readonly Read[]): readonly Mention[] {
  const agreed = new Set<Mention>();
  let last: Mention | undefined;
  let other: Mention | undefined;
  for (const hint of hints) {
    if (last && last.hint !== hint.hint) other = last;
    if (other && other.hint !== hint.hint && other.last < hint.first && isNear(other, hint, reads)) {
      agreed.add(other);
      agreed.add(hint);
    }
    last = hint;
  }
  const role = new Set([...agreed].map(({ hint }) => hint)).size >= enough ? 'sure' : 'general';
  return [...agreed].map((hint) => ({ ...hint, role, hint: undefined, hinted: true as const }));
}

function isNear(one: Mention, next: Mention, reads: readonly Read[]): boolean {
  const distance = next.first - one.last;
  return distance <= (reads[next.first]?.shape === 'one' ? farthest * charactersPerWord : farthest);
}

function byPlace(a: Mention, b: Mention): number {
  return a.first - b.first;
}
