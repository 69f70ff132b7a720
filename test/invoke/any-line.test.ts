import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allCommands } from '../../commands/all.ts';
import { completeLine } from '../../src/invoke/complete.ts';
import { english } from '../../src/messages/en.ts';
import { conversation } from './conversation.ts';

const pieces = fc.oneof(
  fc.constantFrom(
    'AWS',
    'layoffs',
    '"',
    '(',
    ')',
    '-',
    'OR',
    'NOT',
    ',',
    '、',
    '1',
    '99',
    'all',
    'https://example.com/a',
    '*',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const inputs = fc.array(pieces, { maxLength: 8 }).map((words) => words.join(' '));
const names = fc.oneof(
  fc.constantFrom(...allCommands.flatMap(({ name, aliases }) => [name, ...aliases])),
  fc.string(),
);
const lines = fc.oneof(
  fc.tuple(names, inputs).map(([name, input]) => `/${name} ${input}`),
  fc.string({ unit: 'binary' }),
);

test('whatever is typed is answered, in words', async () => {
  const { say } = await conversation();
  await fc.assert(
    fc.asyncProperty(lines, fc.constantFrom('en', 'fr'), async (line, language) => {
      const { parts } = await say(line, { language });
      expect(parts.length).toBeGreaterThan(0);
      expect(JSON.stringify(parts)).not.toMatch(/undefined|NaN|\[object/);
    }),
    { numRuns: 150 },
  );
});

test('whatever is typed, a completion keeps the command and never throws', async () => {
  const { store, channel } = await conversation();
  await fc.assert(
    fc.asyncProperty(lines, async (line) => {
      const completions = await completeLine(line, {
        commands: allCommands,
        texts: english,
        keywords: ['AWS', 'layoffs'],
        subscriptions: () => store.subscriptions.ofChannel(channel.id),
        articles: () => Promise.resolve([{ id: 1, title: 'AWS (again)' }]),
        sources: () => store.sources.list(channel.workspaceId),
      });
      expect(completions.length).toBeLessThanOrEqual(8);
      const [name = ''] = /^\S+\s|^/.exec(line.trimStart()) ?? [];
      expect(completions.filter((completion) => !completion.line.startsWith(name))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
