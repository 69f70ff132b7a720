import type { AlertContent } from '../../src/domain.ts';
import type { Post } from '../../src/platform/platform.ts';

export function alert(marker: string, title: string, revision = 1): Post {
  const content: AlertContent = {
    kind: 'alert',
    storyId: 1,
    articleId: 1,
    title,
    url: 'https://example.com/article',
    outlet: 'The Register',
    publishedAt: Date.UTC(2026, 0, 5, 8),
    language: 'en',
    summary: 'AWS is cutting several hundred jobs.',
    reasons: [{ subscription: 'AWS', subscriptionId: 1, term: 'AWS', words: ['AWS'] }],
    outlets: [{ name: 'The Register', title, url: 'https://example.com/article' }],
  };
  return { marker, revision, content };
}
