import type { Article } from '../domain.ts';

/**
 * Its place in the order of acceptance as a workspace heard of it: the article rings there for subscriptions made
 * before that. What came later, of the same article, is no news.
 * @returns undefined if it is silent there, or not to be seen
 */
export function ringsFrom({ rings }: Pick<Article, 'rings'>, workspaceId: number): number | undefined {
  const heard = rings.filter(({ audience }) => audience === 0 || audience === workspaceId);
  return heard.length === 0 ? undefined : Math.min(...heard.map(({ no }) => no));
}
