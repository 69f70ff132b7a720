/** Which money a number is of: "$1.2bn", "1,2 Milliarden Euro", "14億ユーロ". */

interface Money {
  /** ISO 4217. */
  readonly code: string;
  /** UTF-16 offsets of the number with its currency. */
  readonly start: number;
  readonly end: number;
}

/** @param start and `end` of the number with its scale, in UTF-16 offsets of the text */
export function currencyAt(text: string, start: number, end: number): Money | undefined {
  const before = signBefore.exec(text.slice(Math.max(0, start - 6), start))?.[0];
  if (before !== undefined) {
    const code = signs.get(before.trim().toUpperCase());
    return code === undefined ? undefined : { code, start: start - before.length, end };
  }
  const behind = text.slice(end, end + 26);
  for (const [code, pattern] of words) {
    const met = pattern.exec(behind);
    if (met !== null) return { code, start, end: end + met[0].length };
  }
  return undefined;
}

/** Letters before a dollar sign are another country's dollar. */
const signBefore =
  /(?:\p{L}{1,3})?[$€£¥₩₹₺₽][ \u00a0\u202f]?$|(?<!\p{L})(?:USD|EUR|GBP|CHF|Rs\.?|kr|zł)[ \u00a0\u202f]$/u;
const signs = new Map(
  Object.entries({
    $: 'USD', US$: 'USD', USD: 'USD', '€': 'EUR', EUR: 'EUR', '£': 'GBP', GBP: 'GBP', '¥': 'JPY', '₩': 'KRW', '₹': 'INR', RS: 'INR', 'RS.': 'INR',
    '₺': 'TRY', '₽': 'RUB', R$: 'BRL', A$: 'AUD', C$: 'CAD', T$: 'TWD', NT$: 'TWD', HK$: 'HKD', CHF: 'CHF',
  }),
); // prettier-ignore

const words: ReadonlyArray<readonly [code: string, pattern: RegExp]> = Object.entries({
  USD: "(?:(?:de|d'|d’|of|di) ?)?(?:US[ -]?)?(?:dollar|dólar|dolar|доллар|دولار|डॉलर|ドル|米ドル|달러|美元|US\\$|\\$)",
  EUR: "(?:(?:de|d'|d’|of|di) ?)?(?:euro|евро|يورو|यूरो|ユーロ|유로|欧元|€)",
  GBP: '(?:(?:de |of )?(?:pounds|pfund|livres sterling|libras|sterline|фунт)|ポンド|파운드|英镑|£)',
  JPY: '(?:yen|円|엔|日元)',
  KRW: '(?:won\\b|원|ウォン|韩元)',
  CNY: '(?:yuan|元(?!新)|위안|юан)',
  RUB: '(?:rouble|ruble|rubel|rubli|рубл|₽)',
  INR: '(?:rupee|rupien|रुपय|रुपए|卢比)',
  TRY: '(?:lira|liras|ليرة)',
  PLN: '(?:zł|zloty|złot)',
  SEK: '(?:kronor|crowns)',
}).map(
  ([code, form]) =>
    [
      code,
      new RegExp(
        `^[ \\u00a0\\u202f]?${form}[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Devanagari}\\p{M}]*`,
        'iu',
      ),
    ] as const,
);
