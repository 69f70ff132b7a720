/**
 * Finds the known word that a misspelt one was meant to be: two letters exchanged, one left out, one doubled ("Mircosoft",
 * "aquisition", "ransomwarre"), and in a long name any one letter wrong or too many. The first letter must be right,
 * and but for a doubled one the last two, since an ending that differs is inflection or another word.
 */
export interface KnownWords<V> {
  /** Filed again under the same word, the newer value counts. */
  readonly add: (word: string, value: V) => void;
  /** @returns undefined also where it could be two of them */
  readonly meantBy: (word: string) => V | undefined;
}

/** Shorter words are too near to others. */
export const shortestKnown = 6;
/** From here on, any one letter may be wrong. */
const longWord = 9;
const lettersAtEnd = 2;

/** Words that look like a slip of one of ours. Their inflections too; found by reading 50,000 articles and the dictionaries of ten languages. */
const wordsOfTheirOwn = new Set(
  (
    'being fight fights price prices filed professor professors sending swing homes holes contact contacts carter ' +
    'funded leaning noting extensive expansive overnight rises beach beaches liked lined infection infections favors ' +
    'spots screaming streaming steaming debts quits completing completed competed deporting mason projection ' +
    'projections finnish resolution resolutions alice shattering stuttering sputtering lighting moran contrasts ' +
    'michel bowser commuter commuters commuting automatic compliant baked exited lunches lunched pickering shattered ' +
    'unmatched subsides siegel embraer scraped exhorting souring ingesting inventing inventors braking inuit sipping ' +
    'tales massaging paring outed cashed streaking elisabeth forrest matin marin extorting waning baking sania ' +
    'redaction brower untied shooing fund founding patient patients finding steam stream sharps shading trail ' +
    'poached preached lading lying startle launder planet planets platter corporation cooperation akten legen libra operatora veriyor salaires pedem kapatarak telefonia state states grupo ' +
    'human humans papal patron patrons revolt hoard ripping ruble gamin mandant mandants parola parla relance ' +
    'reale reame weide hagen hauen crise drame porche repit artel baller careme signaal titch titter clade ' +
    'copal nisan sandik tanim taret tiner vasat bayar solna siggy pelton klara karna altan atman circe ' +
    'phillips nadim hugen parler spunk slunk bluesy stipe stirpe strippe rippe orale pichi nauru kolin grabow ' +
    'miron bengo teter megafoon loable accentuer accentuare accentare facetie'
  ).split(' '),
);

/** @param anyLetter in a long word, any one letter may be wrong */
export function knownWords<V>(anyLetter: boolean): KnownWords<V> {
  const byFront = new Map<string, Array<readonly [word: string, value: V]>>();
  return {
    add(word, value) {
      if (word.length < shortestKnown) return;
      const bucket = byFront.get(front(word, word.length));
      if (bucket) bucket.push([word, value]);
      else byFront.set(front(word, word.length), [[word, value]]);
    },
    meantBy(word) {
      if (wordsOfTheirOwn.has(word)) return undefined;
      let found: readonly [word: string, value: V] | undefined;
      for (const length of [word.length - 1, word.length, word.length + 1]) {
        for (const candidate of byFront.get(front(word, length)) ?? []) {
          if (!isSlipOf(word, candidate[0], anyLetter)) continue;
          if (found && found[0] !== candidate[0]) return undefined;
          found = candidate;
        }
      }
      return found?.[1];
    },
  };
}

function front(word: string, length: number): string {
  return `${word[0] ?? ''}${length}`;
}

/** Whether one slip made the word of what it was meant to be. */
export function isSlipOf(word: string, meant: string, anyLetter: boolean): boolean {
  let at = 1;
  while (at < word.length && word[at] === meant[at]) at += 1;
  const doubled = word.length > meant.length && word[at] === word[at - 1];
  const least = meant.length - (anyLetter ? 1 : lettersAtEnd);
  if (at >= (doubled ? meant.length : least)) return false;
  const restOfWord = (from: number): string => word.slice(from);
  const restOfMeant = (from: number): string => meant.slice(from);
  if (word.length === meant.length) {
    const exchanged = word[at] === meant[at + 1] && word[at + 1] === meant[at];
    if (exchanged) return restOfWord(at + 2) === restOfMeant(at + 2);
    return anyLetter && meant.length >= longWord && restOfWord(at + 1) === restOfMeant(at + 1);
  }
  if (word.length < meant.length) return restOfWord(at) === restOfMeant(at + 1);
  return (doubled || (anyLetter && meant.length >= longWord)) && restOfWord(at + 1) === restOfMeant(at);
}
