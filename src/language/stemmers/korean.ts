/**
 * Takes particles and the endings of 하다/되다 verbs from a Korean word, one layer, longest first, never leaving less
 * than two syllables: "감원을" → "감원", "해고했다" → "해고", "아마존이" → "아마존".
 * @param word composed Hangul (NFC)
 */
export function stemKorean(word: string): string {
  return word.replace(ending, (found) => (word.length - found.length >= 2 ? '' : found));
}

const ending = new RegExp(
  `(?:${[
    '에서는 에서도 으로는 으로도 에게는 이라고 이라는 에서의 으로의 하겠다고 하기로 한다고 했다고 된다고 됐다고 하면서 했으며 됐으며',
    '에서 에게 에는 에도 으로 까지 부터 보다 처럼 라고 라는 들은 들이 들을 들의 이나 이다 였다',
    '했다 한다 하다 하고 하는 하며 하여 해서 했던 하려 하자 됐다 된다 되다 되는 되고 되며 됐던 당한 당했다 시킨',
    '은 는 이 가 을 를 에 의 와 과 도 만 로 들 할 한 해 될 된',
  ]
    .flatMap((endings) => endings.split(' '))
    .toSorted((a, b) => b.length - a.length)
    .join('|')})$`,
);
