import type { Language } from '../../domain.ts';

/** Languages written from right to left, by their primary subtag. */
const rightToLeft: ReadonlySet<Language> = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/** The `dir` of a text; "auto" lets its first strong letter decide where nobody could tell the language. */
export function directionOf(language: Language): 'ltr' | 'rtl' | 'auto' {
  if (language === 'und') return 'auto';
  return rightToLeft.has(language) ? 'rtl' : 'ltr';
}
