import { expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { walk } from './bot.ts';

const cuts = `Halden Systems streicht 300 Stellen

Heise-Ticker, 4. November 2025, 09:30 Uhr

Der Cloud-Anbieter Halden Systems baut in Hamburg und Graz 300 Arbeitsplätze ab. Betroffen ist vor allem der Vertrieb, der bisher Verträge mit Amazon Web Services betreute.

Das Unternehmen begründete den Stellenabbau mit der schwachen Nachfrage seiner größten Kunden. Die Gespräche mit dem Betriebsrat haben begonnen.
`;

/** Another event: what is of one event is one alert. */
const otherCuts = `Kerner Software entlässt 85 Beschäftigte

Blatt am Abend, 4. November 2025, 11:00 Uhr

Das Softwarehaus Kerner in Chemnitz entlässt 85 Mitarbeiter, weil eine Versicherung ihren Auftrag gekündigt hat. Die Entwicklung läuft verkleinert weiter.
`;

/** Long enough to tell a copy from another report on the same event. */
const agency = `${cuts}
Nach Angaben eines Sprechers sollen 180 Stellen in Hamburg und 120 in Graz wegfallen, überwiegend im Vertrieb und in der Kundenbetreuung. Die Entwicklung sei nicht betroffen. Betriebsbedingte Kündigungen will das Unternehmen möglichst vermeiden und bietet Abfindungen an.

Halden Systems war 2014 aus einer Ausgründung der Technischen Universität Graz entstanden und zählt heute rund 1.900 Beschäftigte in sechs Ländern.
`;

test('an article in another language rings for what it means, and says by which words', async () => {
  const { say, drop, alerts } = await walk();
  await say('/subscribe layoffs, AWS');
  await drop('halden.txt', cuts);
  const [alert, ...more] = await alerts();
  expect(more).toEqual([]);
  expect(alert).toMatchObject({
    title: 'Halden Systems streicht 300 Stellen',
    language: 'de',
    publishedAt: Date.UTC(2025, 10, 4, 9, 30),
  });
  expect(alert?.reasons.map(({ subscription, words }) => [subscription, words[0]])).toEqual([
    ['layoffs', 'streicht 300 Stellen'],
    ['AWS', 'Amazon Web Services'],
  ]);
  expect(alert?.summary).toMatch(
    /^Der Cloud-Anbieter Halden Systems baut in Hamburg und Graz 300 Arbeitsplätze ab\./,
  );
});

test('the same file under two names is one article, one alert', async () => {
  const { say, drop, alerts } = await walk();
  await say('/subscribe layoffs');
  await drop('halden.txt', cuts);
  await drop('copy of halden.txt', cuts);
  await drop('halden.md', cuts);
  expect(await alerts()).toHaveLength(1);
});

test('a file that grows is the same article, better known: its alert is edited, not repeated', async () => {
  const { say, drop, grow, alerts, told } = await walk();
  await say('/subscribe layoffs, strike');
  await drop('halden.txt', cuts);
  await grow(
    'halden.txt',
    '\nDie Gewerkschaft rief für Freitag zum Streik in beiden Werken auf. Der Ausstand soll einen Tag dauern.\n',
  );
  const rung = await alerts();
  expect(rung).toHaveLength(1);
  expect(rung[0]?.reasons.map(({ subscription }) => subscription)).toEqual(['layoffs', 'strike']);
  expect(told).toEqual(['alert', 'edit']);
});

test('a subscription rings for what is accepted after it, not before', async () => {
  const { say, drop, alerts } = await walk();
  await drop('halden.txt', cuts);
  expect(await say('/subscribe layoffs')).toContain('Halden Systems streicht 300 Stellen'); // it would have rung
  expect(await alerts()).toEqual([]);
  expect(await say('/latest layoffs')).toContain('Halden Systems streicht 300 Stellen');
});

test('each channel rings for its own subscriptions', async () => {
  const { say, drop, alerts } = await walk();
  await say('/subscribe Stellenabbau', 'jobs');
  await say('/subscribe ransomware', 'security');
  await drop('halden.txt', cuts);
  expect(await alerts('jobs')).toHaveLength(1);
  expect(await alerts('security')).toEqual([]);
});

test('after /unsubscribe it is silent', async () => {
  const { say, drop, alerts } = await walk();
  await say('/subscribe layoffs');
  await say('/unsubscribe layoffs');
  await drop('halden.txt', cuts);
  expect(await alerts()).toEqual([]);
});

test('what cannot be read is told once, with the reason, and everything else goes on', async () => {
  const { say, drop, alerts, warnings, disk } = await walk();
  await say('/subscribe layoffs');
  await drop('empty.txt', '');
  await drop('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]));
  disk.fail('/inbox/locked.txt', 'EACCES');
  await drop('locked.txt', cuts);
  expect(warnings.filter((line) => line.includes('empty.txt'))).toHaveLength(1);
  expect(warnings.filter((line) => line.includes('picture.txt'))).toHaveLength(1);
  expect(warnings.filter((line) => line.includes('locked.txt'))).toHaveLength(1);
  expect(await say('/sources')).toMatch(/(picture|empty|locked)\.txt/);

  await drop('kerner.txt', otherCuts);
  expect(await alerts()).toHaveLength(1);
  disk.fail('/inbox/locked.txt', undefined);
  disk.touch('/inbox/locked.txt', 1);
  await drop(
    'other.txt',
    'Nothing to see here.\n\nThis is a short note about the weather in the north of the country.',
  );
  expect(await alerts()).toHaveLength(2);
});

test('while the disk is full nothing is lost: what waits is accepted when there is room again', async () => {
  let full = true;
  const withFullDisk = (store: Store): Store => ({
    ...store,
    articles: {
      ...store.articles,
      accept: (acceptance) =>
        full ? Promise.reject(new Error('the disk is full')) : store.articles.accept(acceptance),
    },
  });
  const { say, drop, settle, alerts, warnings } = await walk({}, withFullDisk);
  await say('/subscribe layoffs');
  await drop('halden.txt', cuts);
  expect(await alerts()).toEqual([]);
  expect(warnings.join('\n')).toContain('the disk is full');
  full = false;
  await settle(120_000);
  expect(await alerts()).toHaveLength(1);
});

test('two outlets with nearly the same text are one story: one alert, edited to name both', async () => {
  const { say, drop, alerts, told } = await walk();
  await say('/subscribe layoffs');
  await drop('halden.txt', agency);
  await drop(
    'nordblick.txt',
    agency.replace('Heise-Ticker', 'Nordblick').replace('haben begonnen', 'laufen bereits'),
  );
  const rung = await alerts();
  expect(rung).toHaveLength(1);
  expect(rung[0]?.outlets.map(({ name }) => name)).toEqual(['Heise-Ticker', 'Nordblick']);
  expect(told).toEqual(['alert', 'edit']);
});

test('of one story each channel is shown the article that rang there, in its own words and language', async () => {
  const { say, drop, alerts } = await walk();
  await say('/subscribe Adobe', 'a');
  await say('/subscribe Semrush', 'b');
  await drop(
    'german.txt',
    'Adobe kauft Marketingfirma für 1,9 Milliarden Dollar\n\nAdobe übernimmt für 1,9 Milliarden Dollar in bar eine Marketingplattform aus Boston, teilte Adobe am Freitag mit. Der Preis liegt bei 12 Dollar je Aktie.\n',
  );
  await drop(
    'english.txt',
    'Adobe to buy Semrush for $1.9 billion in cash\n\nAdobe will buy Semrush, a Boston marketing platform, for $1.9 billion in cash, or $12 a share, Adobe said on Friday.\n',
  );
  const [german, english] = [...(await alerts('a')), ...(await alerts('b'))];
  expect(english?.storyId).toBe(german?.storyId);
  expect(german).toMatchObject({
    title: 'Adobe kauft Marketingfirma für 1,9 Milliarden Dollar',
    language: 'de',
    summary: expect.stringContaining('eine Marketingplattform aus Boston') as string,
  });
  expect(english).toMatchObject({
    title: 'Adobe to buy Semrush for $1.9 billion in cash',
    language: 'en',
    summary: expect.stringContaining('a Boston marketing platform') as string,
  });
});

test('two files under one title are two articles: the second rings too, and the first stays what it was', async () => {
  const { say, drop, alerts } = await walk();
  await say('/subscribe layoffs');
  const title = 'Technology news in brief today\n\n';
  await drop(
    'one.txt',
    `${title}Falken Rail, the freight operator, lays off 411 conductors in Tampere, its owners said on Monday.\n`,
  );
  await drop(
    'two.txt',
    `${title}Ribera Foods is to lay off 221 clerks in Sevilla after a warehouse fire, a union spokesman told reporters.\n`,
  );
  expect((await alerts()).map(({ summary }) => summary)).toEqual([
    expect.stringContaining('Falken Rail'),
    expect.stringContaining('Ribera Foods'),
  ]);
});

test('a lead that begins with the words of its title is kept', async () => {
  const { say, drop, alerts } = await walk();
  await say('/subscribe layoffs');
  await drop(
    'eta.txt',
    'Eta Logistics lays off 42 people\n\nEta Logistics lays off 42 people in Rome, it said on Tuesday.\n',
  );
  expect((await alerts()).map(({ summary }) => summary)).toEqual([
    'Eta Logistics lays off 42 people in Rome, it said on Tuesday.',
  ]);
});

test('after a big batch the next file does not wait', async () => {
  const { say, drop, alerts, disk, world, bot } = await walk();
  await say('/subscribe layoffs');
  for (let at = 0; at < 40; at++)
    disk.write(
      `/inbox/batch${at}.txt`,
      `Note ${at}\n\nNothing of any interest happened on day ${at}, people said.\n`,
    );
  await world.advance(5000);
  await bot.settle();
  await drop('halden.txt', cuts);
  expect(await alerts()).toHaveLength(1);
});
