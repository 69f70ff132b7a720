import { describe, expect, test } from 'vitest';
import { summarize } from '../../src/summarize/extract.ts';

describe('a claim is told with what turns it around', () => {
  const cases: ReadonlyArray<
    [name: string, language: string, title: string, claim: string, between: string, turn: string]
  > = [
    [
      'a denial',
      'en',
      'Amazon denies plan to cut 30,000 jobs',
      'Amazon plans to cut 30,000 jobs next month, according to a report in the Daily Herald that cited three people familiar with the matter and internal papers of the company, which were dated March and seen by two editors.',
      'Managers in the retail, cloud and device units had been told to name a tenth of staff by Friday.',
      'The report is false, Amazon said.',
    ],
    [
      'a ruling',
      'de',
      'Gericht entscheidet über Klage gegen die Softwarefirma Nordlicht',
      'Die Verbraucherzentrale wirft der Softwarefirma Nordlicht vor, Kunden beim Kauf getäuscht und 12 Millionen Euro zu viel verlangt zu haben.',
      'Nordlicht soll Preise in Hamburg und Kiel nachträglich erhöht haben, und die Verbraucherzentrale sprach von einem System der Softwarefirma Nordlicht.',
      'Das Gericht wies die Klage ab.',
    ],
    [
      'a ruling in French',
      'fr',
      'Justice : la plainte contre Nordlys',
      'Les clients accusent Nordlys d’avoir trompé 12 000 personnes en 2024 à Lyon, et demandent 12 millions d’euros à Nordlys.',
      'Nordlys aurait gonflé ses prix de 30 % pendant deux ans dans ses magasins de Lyon et de Nantes, selon la plainte des clients contre Nordlys.',
      'Le tribunal a rejeté la plainte.',
    ],
    [
      'a correction',
      'en',
      'Orbital opens a region in Chile',
      'Orbital opened a cloud region in Santiago de Chile on Monday and spends 4 billion dollars on it until 2030, said its head for the Americas.',
      'Orbital has 12 cloud regions, of which three are in the Americas, and wants to open two more of them each year until 2030.',
      'An earlier version was wrong: Orbital opens it next year.',
    ],
    [
      'the same words with a "not"',
      'en',
      'Amazon and its staff in Seattle',
      'Amazon will cut 30,000 jobs in Seattle next month, a newspaper wrote of its plans on Monday.',
      'The newspaper named retail, cloud and devices as the units of which Amazon would ask a tenth of staff to leave in Seattle and in Austin by the end of June 2026.',
      'Amazon will not cut 30,000 jobs in Seattle next month.',
    ],
  ];
  test.each(cases)('%s', (_, language, title, claim, between, turn) => {
    const summary = summarize({ title, text: [claim, between, turn].join(' '), language });
    expect(summary).toContain(turn);
    expect(summary).toContain(claim);
  });

  test('which is told alone where there is no room for both', () => {
    const [, language, title, claim, , turn] = cases[0]!;
    expect(summarize({ title, text: `${claim} ${turn}`, language }, 220)).toBe(turn);
  });

  test('or not at all, where it is too long', () => {
    const claim = 'Amazon plans to cut 30,000 jobs, a report says.';
    const turn = `Amazon called the report ${'really and utterly and '.repeat(20)}false.`;
    const other = 'Unions in Seattle had asked for talks with the board on Monday.';
    const summarized = (...sentences: readonly string[]) =>
      summarize({ title: 'Amazon and its staff', text: sentences.join(' '), language: 'en' });
    expect(summarized(claim, turn, other)).toBe(other);
    expect(summarized(claim, turn)).toBe('');
  });

  test('a sentence is not cut in front of its "not"', () => {
    const text = `Orbital, ${'which makes phones and watches, '.repeat(12)}will not close.`;
    expect(summarize({ title: 'Orbital', text, language: 'en' })).toBe('');
    expect(summarize({ title: 'Orbital', text: text.replace('not ', ''), language: 'en' })).toMatch(/…$/);
  });
});

describe('below a title that the text repeats', () => {
  const cases: ReadonlyArray<[language: string, title: string, text: string, summary: string]> = [
    ['en', 'Yahoo lays off 1,600 workers', 'Yahoo is laying off 1,600 workers.', ''],
    [
      'en',
      'Cyberdyne lays off 88 workers',
      'Cyberdyne is laying off 88 workers in Sunnyvale, it said.',
      'Cyberdyne is laying off 88 workers in Sunnyvale, it said.',
    ],
    [
      'en',
      'Cyberdyne lays off its workers',
      'Cyberdyne is laying off its workers, 88 in all.',
      'Cyberdyne is laying off its workers, 88 in all.',
    ],
    [
      'en',
      'Cyberdyne lays off 88 workers',
      'Cyberdyne is not laying off 88 workers.',
      'Cyberdyne is not laying off 88 workers.',
    ],
    [
      'en',
      'Cyberdyne lays off 88 workers',
      'Cyberdyne is laying off 88 workers. It named the sale of its chip unit as the cause.',
      'Cyberdyne is laying off 88 workers. It named the sale of its chip unit as the cause.',
    ],
    [
      'de',
      'Bosch streicht 500 Stellen',
      'Bosch streicht 500 Stellen. „Das ist bitter“, sagte der Betriebsrat.',
      'Bosch streicht 500 Stellen. „Das ist bitter“, sagte der Betriebsrat.',
    ],
    ['en', 'Cyberdyne lays off 88', 'It named the sale of its chip unit as the cause.', ''],
  ];
  test.each(cases)('%s, %s: %s', (language, title, text, summary) => {
    expect(summarize({ title, text, language })).toBe(summary);
  });
});

describe('what begins a summary', () => {
  const cases: ReadonlyArray<[name: string, language: string, text: string]> = [
    ['IT is no "it"', 'en', 'IT group Atos cuts 500 jobs in Paris and Lyon.'],
    ['an article is no pronoun', 'de', 'Das Softwarehaus Nordlicht streicht 500 Stellen in Kiel.'],
    [
      'a name in quotation marks is said by nobody',
      'en',
      '“Apex Harbor” studio Valmora shuts in Lyon by June.',
    ],
  ];
  test.each(cases)('%s', (_, language, text) => {
    expect(summarize({ title: '', text, language })).toBe(text);
  });

  test('is not the mark of a list', () => {
    const text = '* Snap lays off 528 workers in Los Angeles.\n* An AWS outage hit Frankfurt for two hours.';
    expect(summarize({ title: 'Morning briefing', text, language: 'en' })).toBe(
      'Snap lays off 528 workers in Los Angeles. An AWS outage hit Frankfurt for two hours.',
    );
  });
});

test('however often a sentence denies, it is read at once', { timeout: 5_000 }, () => {
  for (const again of ['wies ', 'kein ab ', 'zog sprach hob ']) {
    const text = `${again.repeat(20_000 / again.length)}.`;
    expect(summarize({ title: 'Nordlicht', text, language: 'de' }).length).toBeLessThanOrEqual(320);
  }
});
