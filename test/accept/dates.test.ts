import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDateLines, publishedAt } from '../../src/accept/date-line.ts';
import { readDate } from '../../src/accept/dates.ts';

const now = Date.UTC(2024, 5, 1, 12);

function read(
  written: string,
  context: Omit<Parameters<typeof readDate>[1], 'now'> = {},
): string | undefined {
  const at = readDate(written, { now, ...context });
  return at === undefined ? undefined : new Date(at).toISOString().replace(/:00\.000Z$/, 'Z');
}

describe('a written date is read', () => {
  const cases: ReadonlyArray<[written: string, moment: string]> = [
    // Feeds: RFC 2822 and RFC 3339, and what is made of them
    ['Thu, 04 Apr 2024 18:00:00 +0200', '2024-04-04T16:00Z'],
    ['Thu, 4 Apr 24 18:00 GMT', '2024-04-04T18:00Z'],
    ['4 Apr 2024 18:00:00 EST', '2024-04-04T23:00Z'],
    ['Thursday, 04-Apr-24 18:00:00 UTC', '2024-04-04T18:00Z'],
    ['Thu Apr  4 18:00:00 UTC 2024', '2024-04-04T18:00Z'],
    ['2024-04-04T18:00:00Z', '2024-04-04T18:00Z'],
    ['2024-04-04t18:00:00z', '2024-04-04T18:00Z'],
    ['2024-04-04T18:00:00.123456+02:00', '2024-04-04T16:00:00.123Z'],
    ['2024-04-04T18:00:00-0330', '2024-04-04T21:30Z'],
    ['2024-04-04T18:00:00+02:00[Europe/Paris]', '2024-04-04T16:00Z'],
    ['2024-04-04 18:00:00 +0000', '2024-04-04T18:00Z'],
    ['2024-04-04 18:00', '2024-04-04T18:00Z'],
    ['2024-04-04', '2024-04-04T00:00Z'],
    ['2024-4-4', '2024-04-04T00:00Z'],
    ['2024/04/04 18:00', '2024-04-04T18:00Z'],
    ['20240404T180000Z', '2024-04-04T18:00Z'],
    ['20240404', '2024-04-04T00:00Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['1712253600', '2024-04-04T18:00Z'],
    ['1712253600000', '2024-04-04T18:00Z'],
    // English
    ['April 4, 2024 6:00 PM', '2024-04-04T18:00Z'],
    ['Apr. 4, 2024 at 6 p.m. ET', '2024-04-04T22:00Z'],
    ['Jan. 4, 2024 at 6 p.m. ET', '2024-01-04T23:00Z'],
    ['Thursday 4th of April 2024 18:00 BST', '2024-04-04T17:00Z'],
    ['12:05 AM PDT, April 4, 2024', '2024-04-04T07:05Z'],
    ['12:05 PM April 4, 2024', '2024-04-04T12:05Z'],
    ['Sept. 30, 2023', '2023-09-30T00:00Z'],
    // French, German, Spanish, Portuguese, Italian, Dutch, Swedish, Polish, Turkish
    ['Publié le 4 avril 2024 à 18h05', '2024-04-04T18:05Z'],
    ['1er févr. 2024', '2024-02-01T00:00Z'],
    ['4 AOÛT 2023', '2023-08-04T00:00Z'],
    ['Donnerstag, 4. April 2024, 18.00 Uhr', '2024-04-04T18:00Z'],
    ['3. März 2024 um 7 Uhr', '2024-03-03T07:00Z'],
    ['04.04.2024 - 18:00 MESZ', '2024-04-04T16:00Z'],
    ['4 de abril de 2024 a las 18:00', '2024-04-04T18:00Z'],
    ['4 de março de 2024 às 18h30', '2024-03-04T18:30Z'],
    ['4 aprile 2024 alle 18:00', '2024-04-04T18:00Z'],
    ['4 mrt 2024 om 18:00 uur', '2024-03-04T18:00Z'],
    ['4 maj 2024 kl. 18.00', '2024-05-04T18:00Z'],
    ['4 października 2023 r., godz. 18:00', '2023-10-04T18:00Z'],
    ['4 Ağustos 2023 Cuma 18:00', '2023-08-04T18:00Z'],
    // Russian, Arabic, Hindi, Indonesian
    ['4 апреля 2024 года в 18:00 МСК', '2024-04-04T15:00Z'],
    ['18:00, 4 апреля 2024', '2024-04-04T18:00Z'],
    ['٤ أبريل ٢٠٢٤ ٦:٠٠ م', '2024-04-04T18:00Z'],
    ['4 نيسان/أبريل 2024', '2024-04-04T00:00Z'],
    ['4 كانون الثاني 2024', '2024-01-04T00:00Z'],
    ['४ अप्रैल २०२४, १८:०० बजे', '2024-04-04T18:00Z'],
    ['4 फ़रवरी 2024 18:00 IST', '2024-02-04T12:30Z'],
    ['Kamis, 4 Mei 2023 18:00 WIB', '2023-05-04T11:00Z'],
    // Japanese, Korean, Chinese
    ['2024年4月4日（木）午後6時5分', '2024-04-04T18:05Z'],
    ['２０２４年４月４日　１８時００分', '2024-04-04T18:00Z'],
    ['令和6年4月4日', '2024-04-04T00:00Z'],
    ['2024年4月4日 18:00 JST', '2024-04-04T09:00Z'],
    ['2024년 4월 4일 오후 6:05', '2024-04-04T18:05Z'],
    ['입력 2024.04.04. 오전 12:10', '2024-04-04T00:10Z'],
    ['2024年4月4日 下午6:00', '2024-04-04T18:00Z'],
    ['2024-04-04 上午12:30', '2024-04-04T00:30Z'],
    // Numbers alone
    ['25.04.2024', '2024-04-25T00:00Z'],
    ['4.4.24', '2024-04-04T00:00Z'],
    ['04/05/2024', '2024-05-04T00:00Z'],
    ['04/25/2024 6:00 PM', '2024-04-25T18:00Z'],
    // The year left out: the last one that has been
    ['4 April, 18:00', '2024-04-04T18:00Z'],
    ['December 24', '2023-12-24T00:00Z'],
    ['4月4日', '2024-04-04T00:00Z'],
  ];
  test.each(cases)('%s → %s', (written, moment) => {
    expect(read(written)).toBe(moment);
  });
});

describe('what is no date is none', () => {
  const cases = [
    '',
    'yesterday',
    'hello 12',
    '2024',
    '2024-13-45',
    '31/02/2024',
    '30 февраля 2024',
    '29 February 2023',
    '1.2.3',
    '555-1234',
  ];
  test.each([...cases, '1970-01-01T00:00:00Z', '0000-00-00', 'Mon, 01 Jan 1900 00:00:00 GMT'])(
    '%s',
    (written) => {
      expect(read(written)).toBeUndefined();
    },
  );
});

test('a date without a zone takes the zone of its source, with its summer time', () => {
  expect(read('2024-04-04 18:00', { zone: 'Europe/Paris' })).toBe('2024-04-04T16:00Z');
  expect(read('2024-01-04 18:00', { zone: 'Europe/Paris' })).toBe('2024-01-04T17:00Z');
  expect(read('2024-01-04 18:00', { zone: 'Nowhere/Town' })).toBe('2024-01-04T18:00Z');
  expect(read('2024-04-04 18:00 UTC', { zone: 'Europe/Paris' })).toBe('2024-04-04T18:00Z');
});

test('the month comes first where the region writes so, or another date of the text does', () => {
  expect(read('04/05/2024', { language: 'en' })).toBe('2024-05-04T00:00Z');
  expect(read('04/05/2024', { language: 'en-US' })).toBe('2024-04-05T00:00Z');
  expect(read('04/05/2024', { language: 'en-GB' })).toBe('2024-05-04T00:00Z');
  expect(read('04/05/2024', { order: 'month first' })).toBe('2024-04-05T00:00Z');
});

test('the future is not claimed: up to 24 hours ahead counts, more is now', () => {
  expect(read('2024-06-02T11:59:00Z')).toBe('2024-06-02T11:59Z');
  expect(read('2024-06-02T12:01:00Z')).toBe('2024-06-01T12:00Z');
  expect(read('2030-01-01')).toBe('2024-06-01T12:00Z');
});

test('reading never throws, and never gives a time before 1990 or more than a day ahead', () => {
  const piece = fc.constantFrom(
    '2024',
    '04',
    '4',
    '31',
    '99',
    'Apr',
    'avril',
    '年',
    '月',
    '日',
    ':',
    '/',
    '-',
    '.',
    ' ',
    'T',
    'Z',
    'PM',
    '+02:00',
    '下午',
    '٤',
    'UTC',
    'h',
  );
  const written = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(written, (text) => {
      const at = readDate(text, { now });
      expect(at === undefined || (at >= Date.UTC(1990, 0, 1) && at <= now + 86_400_000)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe('a line that is nothing but a date', () => {
  const cases: ReadonlyArray<[line: string, outlet: string | undefined, author: string | undefined]> = [
    ['Published April 4, 2024 at 6:00 PM | Updated April 5, 2024 9:00 AM', undefined, undefined],
    ['Exemple Infos 4 avr. 2024, 18:00', 'Exemple Infos', undefined],
    ['Reuters | 4 April 2024', 'Reuters', undefined],
    ['The Times of Example — April 4, 2024', 'The Times of Example', undefined],
    ['By Jane Doe, April 4, 2024', undefined, 'Jane Doe'],
    ['Von Max Muster · 4. April 2024 · 3 min', undefined, 'Max Muster'],
    ['April 4, 2024 · 5 min read · 12 comments', undefined, undefined],
    ['2024年4月4日 18:00 例新闻', '例新闻', undefined],
    ['Stand: 04.04.2024, 18:00 Uhr', undefined, undefined],
  ];
  test.each(cases)('%s', (line, outlet, author) => {
    const found = findDateLines([line]);
    expect(found).toHaveLength(1);
    expect(found[0]?.outlet).toBe(outlet);
    expect(found[0]?.author).toBe(author);
  });
});

test.each([
  'On 4 April 2024 the company closed its office.',
  'Orbital Phone Day, 12 July 2024',
  'What we learned from the outage of 4 April 2024',
  'LONDON, April 4 (Reuters) - Nimbus Systems said on Thursday it would close two data centres.',
  'Version 1.2.2024 fixes 4 bugs.',
])('a headline or sentence with a date in it is no date line: %s', (line) => {
  expect(findDateLines([line])).toEqual([]);
});

describe('of several date lines', () => {
  const pick = (lines: readonly string[], title = 0): string | undefined => {
    const at = publishedAt(findDateLines(lines), title, { now });
    return at === undefined ? undefined : new Date(at).toISOString().replace(/:00\.000Z$/, 'Z');
  };
  test('the nearest to the title wins', () => {
    expect(pick(['1 May 2024', 'Menu', 'Title', '4 April 2024', 'Text', '2 May 2024'], 2)).toBe(
      '2024-04-04T00:00Z',
    );
  });
  test('one that says the same day with a time wins over it', () => {
    expect(pick(['Title', '04/04/2024', 'Example News 4 avr. 2024, 18:00'])).toBe('2024-04-04T18:00Z');
  });
  test('one that tells when the text was changed does not', () => {
    expect(pick(['Title', 'Updated 9 April 2024 10:00', 'Published 4 April 2024 18:00'])).toBe(
      '2024-04-04T18:00Z',
    );
  });
  test('one that reads one way only decides how the others are read', () => {
    expect(pick(['Title', '04/05/2024', 'Text', '04/25/2024'])).toBe('2024-04-05T00:00Z');
    expect(pick(['Title', '04/05/2024', 'April 5, 2024 18:00'])).toBe('2024-04-05T18:00Z');
  });
  test('none gives none', () => {
    expect(pick(['Title', 'Text'])).toBeUndefined();
  });
});
