/**
 * Takes English inflection away, and nothing more: plural, -ed, -ing. Porter's stemmer also cuts derivation, and then
 * "university" is "universe", "policy" is "police" and "organ" is "organization": too coarse to ring somebody for.
 * Gives base forms where spelling allows: "hiring" → "hire", "cutting" → "cut", "companies" → "company".
 * @param word in lower case
 */
export function stemEnglish(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return word;
  if (word.endsWith('s')) return singular(word);
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ed') && !word.endsWith('eed')) return base(word, word.slice(0, -2));
  if (word.endsWith('ing')) return base(word, word.slice(0, -3));
  return word;
}

function singular(word: string): string {
  if (/(?:ss|us|is|ics|ews)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sses|[cs]hes|xes|zzes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Mends what is left of a verb once its ending is gone; `word` itself if that was no ending ("string", "shed"). */
function base(word: string, left: string): string {
  if (left.length < 2 || !/[aeiouy]/.test(left)) return word;
  if (/([bdfgmnprt])\1$/.test(left)) return left.slice(0, -1);
  return needsE.test(left) ? `${left}e` : left;
}

/**
 * What had a silent e: one short syllable ("hir-", else its consonant would be doubled), or an ending that never
 * stands without it ("announc-", "creat-", "acquir-", "leav-", "settl-", "rais-", "su-").
 */
const needsE = new RegExp(
  [
    String.raw`^[^aeiou]*[aeiouy][^aeiouywx]$`, // hir-, nam-
    String.raw`[cuvz]$|[^s]s$|[^aeioul]l$|[dlnr]g$|[ae]g$`, // announc-, leav-, rais-, settl-, chang-, manag-
    String.raw`(?:[^aeiou]|qu)[aiu]r$|(?:[^aeiou]|cre|[iu])at$|[^aeiou](?:[iu][dt]|in)$`, // acquir-, creat-, provid-, combin-
  ].join('|'),
);

const irregular = new Map(
  Object.entries({
    lay: 'laid lays laying',
    buy: 'bought buys buying',
    sell: 'sold sells selling',
    strike: 'struck strikes striking',
    sue: 'sued sues suing',
    pay: 'paid pays paying',
    lose: 'lost loses losing',
    win: 'won wins winning',
    leave: 'left leaves leaving',
    build: 'built builds building',
    make: 'made makes making',
    take: 'took taken takes taking',
    rise: 'rose risen rises rising',
    fall: 'fell fallen falls falling',
    grow: 'grew grown grows growing',
    begin: 'began begun begins beginning',
    find: 'found finds finding',
    hold: 'held holds holding',
    steal: 'stole stolen steals stealing',
    break: 'broke broken breaks breaking',
    go: 'went gone goes going',
    die: 'died dies dying',
    sign: 'signed signs signing',
    gain: 'gained gains gaining',
    open: 'opened opens opening',
    visit: 'visited visits visiting',
    target: 'targeted targets targeting',
    limit: 'limited limits limiting',
    audit: 'audited audits auditing',
    edit: 'edited edits editing',
    profit: 'profited profits profiting',
    exit: 'exited exits exiting',
    debut: 'debuted debuts debuting',
    offer: 'offered offers offering',
    plan: 'planned plans planning',
    bring: 'brought brings bringing',
    string: 'strings',
    during: '',
    morning: 'mornings',
    evening: 'evenings',
    king: 'kings',
    thing: 'things',
    wing: 'wings',
    axe: 'axed axes axing',
    belong: 'belonged belongs belonging',
    aws: '',
    ios: '',
    news: '',
    gas: '',
    bias: '',
    always: '',
    process: 'processes processed processing',
    series: '',
    species: '',
    child: 'children',
    person: 'people persons',
    woman: 'women',
    man: 'men',
    staff: 'staffs staffed staffing',
    sale: 'sales',
    house: 'houses',
    database: 'databases',
    release: 'releases released releasing',
    purchase: 'purchases purchased purchasing',
    case: 'cases',
    lease: 'leases leased leasing',
    license: 'licenses licensed licensing',
    change: 'changes changed changing',
    merge: 'merges merged merging',
  }).flatMap(([stem, forms]) =>
    [stem, ...forms.split(' ').filter(Boolean)].map((form) => [form, stem] as const),
  ),
);
