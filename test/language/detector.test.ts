import { readdirSync, readFileSync } from 'node:fs';
import { eld } from 'eld/small';
import { expect, test } from 'vitest';
import { loadDetector } from '../../src/language/detector.ts';

const samples = new URL('../../samples/articles/', import.meta.url);

test('the packed table gives every text the scores that eld gives it', async () => {
  const detect = await loadDetector();
  const texts = readdirSync(samples).flatMap((name) => {
    const text = readFileSync(new URL(name, samples), 'utf8');
    return [text, text.slice(0, 60), text.slice(200, 260)];
  });
  expect(texts.length).toBeGreaterThan(50);
  for (const text of [...texts, '', '12 + 3', "it's l'été d'ñandú — Łódź žluťoučký", 'constructor __proto__'])
    expect(detect(text), text.slice(0, 60)).toEqual(eld.detect(text).getScores());
});
