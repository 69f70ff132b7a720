import type { Item } from './items.ts';

export type Variant = 'as written' | 'in small letters' | 'misspelt' | 'in no known language';

/** The same article as it may come from a careless hand. */
export function written(item: Item, variant: Variant): Item {
  switch (variant) {
    case 'as written':
    case 'in no known language':
      return item;
    case 'in small letters':
      return { ...item, title: item.title.toLowerCase(), text: item.text.toLowerCase() };
    case 'misspelt':
      return { ...item, title: misspelt(item.title), text: misspelt(item.text) };
  }
}

/** Of words of six letters and more, every third has two letters exchanged, one left out or one doubled, in turn. */
function misspelt(text: string): string {
  let count = 0;
  return text.replace(/[\p{Script=Latin}\p{Script=Cyrillic}]{6,}/gu, (word) => {
    count += 1;
    if (count % 3 !== 0) return word;
    const at = 2 + (count % (word.length - 4));
    const [before, one, two, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
    return before + (count % 2 === 0 ? `${two}${one}` : count % 9 === 0 ? `${one}${one}${two}` : one) + after;
  });
}
