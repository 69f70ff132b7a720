import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lexiconLanguages } from '../src/language/lexicon/entry.ts';

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');

test('the README promises the languages that keywords are known in, by name, and no more', () => {
  const nameOf = new Intl.DisplayNames('en', { type: 'language' });
  const promise = readme.split('\n').find((line) => line.includes('languages.**')) ?? '';
  expect(promise).toContain(`**${lexiconLanguages.length} languages.**`);
  for (const code of lexiconLanguages) expect(promise).toContain(nameOf.of(code));
  expect(readme).not.toMatch(/\bany language/i);
});
