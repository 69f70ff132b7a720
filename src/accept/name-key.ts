/**
 * Without what languages hang on a name, and in Latin letters: "Cirrovii", "Cirrovią" and "Cirrovia" are one; so are
 * "Громов", "Громова" and "Gromov".
 */
export function nameKey(folded: string): string {
  const latin = cyrillic.test(folded)
    ? folded.replace(/\p{Script=Cyrillic}/gu, (one) => fromCyrillic[one] ?? one)
    : folded;
  if (latin.length < 6) return latin;
  const bare = latin.replace(/(?:[aeiouy]+s?|s|ow|owi|om|em|am|ami|oy|oj)$/, '');
  return bare.length < 4 ? latin : bare;
}

const cyrillic = /\p{Script=Cyrillic}/u;
const fromCyrillic: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n',
  о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '',
  ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', і: 'i', ї: 'yi', є: 'ye', ґ: 'g',
}; // prettier-ignore
