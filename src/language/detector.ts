/**
 * The statistical detector eld, over a table of ours: its own is 80,000 objects, which take 139 MB. Packed into numbers
 * they take 2 MB, and the scores are the same.
 */
import { readFile } from 'node:fs/promises';

/** Scores by language, 0 to 1; none for a text without words. */
export type Detector = (text: string) => Readonly<Record<string, number>>;

/** What of eld is not among its exports. Its version is pinned; a test compares the scores with its own. */
interface Inside {
  readonly createEld: () => {
    readonly instance: {
      readonly detect: (text: string) => { readonly getScores: () => Record<string, number> };
    };
    readonly loadData: (data: {
      readonly type: string;
      readonly languages: Readonly<Record<number, string>>;
      readonly ngrams: object;
    }) => void;
  };
}

export async function loadDetector(): Promise<Detector> {
  const folder = new URL('..', import.meta.resolve('eld/small'));
  const { createEld }: Inside = await import(new URL('languageDetector.js', folder).href);
  const written = await readFile(new URL('ngrams/small.js', folder), 'utf8');
  const { instance, loadData } = createEld();
  loadData({ type: 'S60', languages: languagesIn(written), ngrams: lookingUp(packed(written)) });
  return (text) => instance.detect(text).getScores();
}

/** "0:'am',1:'ar',…" */
function languagesIn(written: string): Readonly<Record<number, string>> {
  const list = /languages:\{([^}]*)\}/.exec(written)?.[1] ?? '';
  return Object.fromEntries([...list.matchAll(/(\d+):'(\w+)'/g)].map(([, id, language]) => [id, language]));
}

interface Packed {
  /** Of the n-grams, in ascending order. */
  readonly keys: Float64Array;
  /** Where the scores of each begin; one more than there are keys. */
  readonly starts: Uint32Array;
  readonly languages: Uint8Array;
  readonly scores: Uint16Array;
}

/** "' abc':{11:53,17:60},L_QL:{0:130},…" */
const ngram = /(?:'((?:[^'\\]|\\.)*)'|([^'{}:,]+)):\{([\d:,]*)\}/g;

function packed(written: string): Packed {
  const found: Array<{ readonly key: number; readonly at: number; readonly end: number }> = [];
  const languages: number[] = [];
  const scores: number[] = [];
  const table = written.slice(written.indexOf('ngrams:{') + 'ngrams:{'.length);
  for (const [, quoted, bare = '', pairs = ''] of table.matchAll(ngram)) {
    const at = scores.length;
    for (const pair of pairs.split(',')) {
      const [language, score] = pair.split(':');
      languages.push(Number(language));
      scores.push(Number(score));
    }
    found.push({ key: keyOf(quoted?.replaceAll(/\\(.)/g, '$1') ?? bare), at, end: scores.length });
  }
  found.sort((a, b) => a.key - b.key);
  const starts = new Uint32Array(found.length + 1);
  const [itsLanguages, itsScores] = [new Uint8Array(scores.length), new Uint16Array(scores.length)];
  let to = 0;
  for (const [place, { at, end }] of found.entries()) {
    starts[place] = to;
    for (let from = at; from < end; from += 1, to += 1) {
      itsLanguages[to] = languages[from] ?? 0;
      itsScores[to] = scores[from] ?? 0;
    }
  }
  starts[found.length] = to;
  return {
    keys: Float64Array.from(found, ({ key }) => key),
    starts,
    languages: itsLanguages,
    scores: itsScores,
  };
}

/** At most six characters of eight bits: as a whole number it is exact. */
function keyOf(characters: string): number {
  let key = 0;
  for (let at = 0; at < characters.length; at += 1) key = key * 256 + characters.charCodeAt(at);
  return key;
}

/** Looks like the object that eld reads: n-gram → scores by language. */
function lookingUp({ keys, starts, languages, scores }: Packed): object {
  return new Proxy(
    {},
    {
      get(_, name): Record<number, number> | undefined {
        const place = typeof name === 'string' ? placeOf(keyOf(name), keys) : -1;
        if (place < 0) return undefined;
        const its: Record<number, number> = {};
        for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1)
          its[languages[at] ?? 0] = scores[at] ?? 0;
        return its;
      },
    },
  );
}

/** @returns -1 if it is not there */
function placeOf(key: number, keys: Float64Array): number {
  let [low, high] = [0, keys.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = keys[middle] ?? 0;
    if (there === key) return middle;
    if (there < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
