import { analyze } from '../src/language/analyze.ts';
import type { Text } from './corpus.ts';
import type { Figure } from './figure.ts';
import { inTurns, timed } from './turns.ts';

export const analyzing: Figure = {
  name: 'analyze',
  async *measure({ short, full }) {
    yield await row('a short article', short.slice(0, 400));
    yield await row('a full article', full.slice(0, 50));
  },
};

async function row(what: string, texts: readonly Text[]) {
  const compared = await inTurns(
    () => timed(() => texts.map(analyze)),
    () => timed(() => texts.map(({ title, text }) => plainWords(`${title} ${text}`))),
    2_000,
  );
  return {
    what,
    per: 'article',
    count: texts.length,
    compared,
    against: 'cutting it into words, in small letters',
  };
}

/** What any index of words has to do at least. */
function plainWords(text: string): readonly string[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), (found) => found[0].toLowerCase());
}
