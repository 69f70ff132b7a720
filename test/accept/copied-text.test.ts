import { describe, expect, test } from 'vitest';
import { copiedShare, copyHashesOf } from '../../src/accept/copied-text.ts';

const agency = `Nimbus Systems said on Thursday it would close two of its data centres in Oregon by the end of the year and move
customers to newer sites in the east. About 300 people work at the two sites, most of them in maintenance and security. The company
said it would offer other positions to two thirds of them, a figure that the union called doubtful. Orders from large clients have
fallen for three quarters in a row, while the price of electricity in the region has nearly doubled since the new tariff began.

Analysts had expected the move. Demand for older machines is weak because new models for training need water cooling, which neither of
the two buildings has. Rebuilding them would cost more than new ones, the chief executive told reporters. The shares rose by two per
cent before the bell. Local politicians asked the company to keep at least one site open until a buyer is found.`;

const rewritten = `Two data centres in Oregon will shut this year as Nimbus Systems shifts its clients eastwards, the firm announced. Roughly 300
employees are affected. Unions do not believe the promise that most will find new posts inside the group. Business has been poor: big customers
ordered less in each of the last three quarters, and power has become much dearer. The halls are too old for water-cooled hardware, and
modernising them makes no sense, according to the boss. Investors liked the news, sending the stock up slightly. Politicians in the area want a
delay so that someone else can take over one of the sites.`;

function results(company: string, figures: readonly number[]): string {
  const [a, b, c, d, e, f] = figures;
  return `${company} reported revenue of ${a} million euros for the third quarter, up ${b} per cent from a year ago. Net profit was ${c} million
euros after ${d} million in the same quarter of the year before. The company expects revenue of ${e} million euros for the full year. Its
shares closed at ${f} euros on Tuesday. Analysts had expected a profit of ${(c ?? 0) + 3} million. The board proposes a dividend of ${b} cents. ${company}
employs ${(a ?? 0) * 4} people in ${d} countries and has its seat in ${company} Town. It will publish its next figures in ${e} days.`;
}

/** Hardly anything changes from one company to the next: most of such a report's shingles are shared. */
function shareSale(company: string, person: string, shares: string): string {
  return `${company} insider ${person} sold ${shares} shares in a transaction on Tuesday. The sale was disclosed in a filing with the regulator,
which anyone may read on its site. After the transaction ${person} still owns a part of the company. Insiders sell for many reasons, and a sale
alone says little about where a share will go. In the past three months those in the know have sold more than they have bought, as happens
in most companies that pay their managers in shares. Several brokers have written about the stock lately; most of them rate it as one to hold, and
none has told clients to sell. A dividend was paid at the end of the last month to all who held the stock on the day before.`;
}

const japanese =
  '大手クラウド会社は四日、国内の営業部門と管理部門で約三百人を削減すると発表した。対象となる社員には割増退職金を支払い、再就職も支援するとしている。同社は昨年から費用の見直しを進めており、海外でも同じような削減を行っていた。';

describe('how alike two texts must be to be copies of one', () => {
  const cases: ReadonlyArray<[name: string, first: string, second: string, same: boolean]> = [
    ['the same text', agency, agency, true],
    ['other line breaks and marks', agency, agency.replaceAll('\n', ' ').replaceAll('. ', '.\n\n'), true],
    [
      'an agency mark in front and a contact behind',
      agency,
      `PORTLAND (Agency) - ${agency}\n\nReporting by A. Roe; editing by B. Doe`,
      true,
    ],
    [
      'a paragraph of its own in front',
      agency,
      `Another blow for the region, our correspondent writes from the city hall. ${agency}`,
      true,
    ],
    ['the last two sentences cut', agency, agency.split('. ').slice(0, -2).join('. '), true],
    [
      'a few words changed by an editor',
      agency,
      agency
        .replace('Thursday', 'Thursday morning')
        .replace('doubtful', 'far too high')
        .replace('per\ncent', 'percent'),
      true,
    ],
    ['Japanese, with another ending', japanese, `${japanese}詳しくは後ほど。`, true],
    ['the same event in other words', agency, rewritten, false],
    ['the first third only', agency, agency.slice(0, agency.length / 3), false],
    [
      'two reports from one template',
      results('Alpha', [120, 4, 11, 9, 510, 33]),
      results('Beta', [87, 7, 15, 13, 390, 61]),
      false,
    ],
    [
      'one template, same company, another quarter',
      results('Alpha', [120, 4, 11, 9, 510, 33]),
      results('Alpha', [131, 6, 14, 12, 525, 36]),
      false,
    ],
    [
      'a template with few gaps',
      shareSale('Alpha', 'Jane Doe', '4,210'),
      shareSale('Beta', 'Max Roe', '12,050'),
      false,
    ],
    ['another subject', agency, japanese, false],
    [
      'texts too short to tell, even if equal',
      'Read the whole story on our site.',
      'Read the whole story on our site.',
      false,
    ],
    ['no text', '', '', false],
  ];
  test.each(cases)('%s', (_, first, second, same) => {
    expect(copiedShare(hashesOf(first), hashesOf(second)) > 0).toBe(same);
  });
});

test('one text under two quite different titles is a formula, not a copy', () => {
  const about = copyHashesOf({ title: 'Settlements', text: shareSale('Alpha', 'Jane Doe', '4,210') });
  expect(copiedShare(about, hashesOf(shareSale('Beta', 'Max Roe', '12')))).toBe(0);
});

test('a longer common stretch is more alike', () => {
  const near = `${agency} Somebody added a long sentence of their own behind it, which the other one does not have.`;
  expect(copiedShare(hashesOf(agency), hashesOf(agency))).toBe(1);
  expect(copiedShare(hashesOf(agency), hashesOf(near))).toBeLessThan(1);
});

test('the hashes of a text are 64 numbers of 32 bits and never change: they are stored', () => {
  const hashes = hashesOf(agency);
  expect(hashes).toHaveLength(64);
  expect(hashes.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32)).toBe(true);
  expect(hashes.slice(0, 2)).toEqual(copyHashesOf({ title: 'Other', text: agency }).slice(0, 2));
  expect(hashes.slice(0, 3)).toEqual([14708018, 16054738, 34527790]);
});

function hashesOf(text: string): readonly number[] {
  return copyHashesOf({ title: titleOf(text), text });
}

/** Outlets that print an agency's text keep its headline more often than not. */
function titleOf(text: string): string {
  return text.includes('Nimbus') ? 'Nimbus to close two data centres in Oregon' : text.slice(0, 25);
}
