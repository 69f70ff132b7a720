import { expect, test } from 'vitest';
import { composeContent } from '../../src/deliver/compose.ts';
import type { Article } from '../../src/domain.ts';

const article: Article = {
  id: 1,
  audience: 0,
  sourceId: 1,
  storyId: 1,
  storyKey: 'guid:1',
  revision: 1,
  title: 'Yahoo lays off 1,600 workers',
  text: 'Yahoo is laying off 1,600 workers.',
  tags: [],
  outlet: 'The Wire',
  language: 'en',
  publishedAt: 0,
  acceptedAt: 0,
  alertable: true,
  rings: [],
  keys: [],
  contentHash: '',
};

test('only an article without text is told to be one, not one of which nothing is summed up', () => {
  const composed = (text: string) =>
    composeContent({ storyId: 1, reasons: [] }, { ...article, text }, '', [], { changes: [] });
  expect(composed(article.text).withoutText).toBeUndefined();
  expect(composed(' \n').withoutText).toBe(true);
});
