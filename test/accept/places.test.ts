import { describe, expect, test } from 'vitest';
import { namesIn } from '../../src/accept/names.ts';
import { around } from '../../src/accept/places.ts';
import { analyze } from '../../src/language/analyze.ts';

describe('the places of a title, whatever its language', () => {
  const cases: ReadonlyArray<[language: string, title: string, codes: string[]]> = [
    ['en', 'Amazon to invest in Ohio, South Korea and the UK', ['US-OH', 'KR', 'GB']],
    ['fr', 'Amazon investit en Corée du Sud et aux États-Unis', ['KR', 'US']],
    ['es', 'Amazon invertirá en EE. UU. y en Aragón', ['US', 'ES-AR']],
    ['de', 'Amazon baut in den USA und im Süden Berlins', ['US', 'DE-BE']],
    ['pl', 'Amazon inwestuje w Teksasie i w Warszawie', ['US-TX', 'PL-WAW']],
    ['ru', 'Amazon вложит 5 млрд в Калифорнии и Южной Корее', ['US-CA', 'KR']],
    ['ru', 'Лионель Туринг и Калифорнией, и Техасом', ['US-CA', 'US-TX']],
    ['ja', 'アマゾン、韓国とオハイオ州に投資、米国で', ['KR', 'US-OH', 'US']],
    ['ko', '아마존, 오하이오주에 투자… 한국에도', ['US-OH', 'KR']],
    ['zh', '亚马逊将在俄亥俄州和韩国投资', ['US-OH', 'KR']],
    ['ar', 'أمازون تستثمر في أوهايو', ['US-OH']],
    // Between the words of what happened.
    ['de', 'Tesla ruft in den USA 46.000 Autos zurück', ['US']],
    // It may be a state or a country; here it is an adjective.
    ['en', 'Georgia and the Indian startup', []],
  ];
  test.each(cases)('%s: %s', (language, title, codes) => {
    const names = namesIn(analyze({ language, title, text: '' }));
    expect(names.flatMap(({ place }) => (place === undefined ? [] : place.code))).toEqual(codes);
  });
});

test.each([
  ['US-CA-SF', ['US-CA', 'US']],
  ['DE-SN', ['DE', 'EU']],
  ['KR', []],
])('%s lies in %j', (code, wider) => {
  expect(around(code)).toEqual(wider);
});
